"""A server of one's own, with its counter and its comments, from an empty machine on, as the guides tell it."""

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, Dialog, Page, expect

from tests.conftest import REPOSITORY, missing
from tests.deploy.servers import reachable
from tests.recipes.guide import Section, cron_commands
from tests.recipes.machine import Machine, machine
from tests.recipes.mail import Mails, mailbox
from tests.recipes.waiting import soon

SERVERS = ("nginx", "caddy")
WORDS = "Rất mong văn bản này sớm được thực hiện."


class Recipe:
    """The server of the guide, which runs ``server``; its bulletin is on the deploying machine."""

    def __init__(self, host: Machine, server: str) -> None:
        self.host, self.server = host, server
        self.bulletin = host.home / "bulletin"
        self.lines: list[str] = []
        self.guide = Section("publishing.md", "On your own server")
        self.sites = {
            "nginx": self.guide.take("text", "server {"),
            "caddy": self.guide.take("text", "bantin.example.vn {"),
        }
        self.settings = (host.root / "etc/caddy/Caddyfile").read_text()

    def begin(self) -> None:
        """A new bulletin in a repository, with the targets of the guide."""
        shutil.copy(self.host.root / "ssh/user", self.host.home / ".ssh/id_ed25519")
        self.host.run(f"bantin init bulletin --ci none --base-url {self.host.address}", self.host.home)
        self.say(Section("publishing.md", "Targets").take("text", "deploy:"))
        self.host.run(
            "git init -q --bare -b main ../origin; git init -q -b main; git remote add origin ../origin\n"
            "git add -A; git commit -qm 'The bulletin'; git push -q -u origin main",
            self.bulletin,
        )

    def say(self, settings: str) -> None:
        """Writes ``settings`` into ``content/site.yml``."""
        with (self.bulletin / "content/site.yml").open("a", encoding="utf-8") as file:
            file.write(self.host.changed(settings))

    def serve(self, *lines: str) -> None:
        """Puts the site into the settings of the server, with ``lines`` before the one that brings ``_serving/`` in."""
        self.lines += lines
        head, word, tail = re.split(r"^( +(?:include|import) )", self.sites[self.server], flags=re.MULTILINE)
        said = head + "".join(self.lines) + word + tail
        if self.server == "nginx":
            self.host.write("/etc/nginx/sites-enabled/bulletin", said)
        else:
            self.host.write("/etc/caddy/Caddyfile", self.settings + said)

    def reload(self, console: str) -> None:
        """Follows a block that has the server read its settings, as it says for this server."""
        own = console if self.server == "nginx" else re.sub(r"^# .*# or: ", "# ", console, flags=re.MULTILINE)
        self.host.follow(own, self.bulletin)
        soon(lambda: reachable(self.host.port))

    def deploy(self, console: str) -> None:
        self.host.follow(console, self.bulletin)

    def publish(self) -> str:
        """Follows "On your own server"; the block that makes an edition public."""
        self.host.follow(self.guide.take("console", "# apt-get").replace("nginx-light", self.package), self.host.home)
        keys, deploy = self.guide.take("console", "$ ssh-keyscan").splitlines()
        self.host.follow(keys, self.bulletin)
        self.deploy(deploy)
        self.serve()
        self.reload(self.guide.take("console", "# nginx -t"))
        return deploy

    @property
    def package(self) -> str:
        return "nginx-light" if self.server == "nginx" else "caddy"


@pytest.fixture(params=SERVERS)
def recipe(request: pytest.FixtureRequest) -> Iterator[Recipe]:
    with machine() as host:
        made = Recipe(host, request.param)
        made.begin()
        yield made


def test_a_site_is_published_built_at_night_deployed_by_ci_and_taken_back(recipe: Recipe) -> None:
    host, live = recipe.host, recipe.host.root / "srv/bulletin/current"
    recipe.publish()
    releases = [live.resolve()]
    for step in (by_cron, by_ci):
        edit(recipe)
        step(recipe)
        releases.append(live.resolve())
    assert len(set(releases)) == 3
    recipe.guide.followed()

    # The overview at the head of the guide, word for word.
    edit(recipe)
    told = host.follow(Section("publishing.md", "# Publishing").take("console", "$ bantin build"), recipe.bulletin)
    assert "Traceback" not in told
    assert live.resolve() == releases[-1]


def edit(recipe: Recipe) -> None:
    """Somebody commits an article."""
    articles = recipe.bulletin / "content/articles/2026"
    number = len(list(articles.iterdir()))
    first = (articles / "bai-dau-tien.md").read_text(encoding="utf-8")
    facts = re.sub(r"^agreement:\n(?: .*\n)+", "", first, flags=re.MULTILINE)
    (articles / f"tin-{number}.md").write_text(facts.replace("title: ", f"title: Tin {number}, "), encoding="utf-8")
    recipe.host.run("git add -A; git commit -qm 'An article'; git push -q", recipe.bulletin)


def by_cron(recipe: Recipe) -> None:
    [command] = cron_commands(recipe.guide.take("text", "17 3"))
    recipe.host.run(command, recipe.host.root)


def by_ci(recipe: Recipe) -> None:
    """Another machine, which has nothing but the repository and what the project keeps for it."""
    host, secrets = recipe.host, recipe.host.home / ".ssh"
    [step] = yaml.safe_load(recipe.guide.take("text", "      - name: Deploy"))
    kept = {
        "secrets.DEPLOY_KEY": (secrets / "id_ed25519").read_text(),
        "vars.HOST_KEY": (secrets / "known_hosts").read_text(),
    }
    given = {name: kept[value.strip("${} ")] for name, value in step["env"].items()}
    shutil.rmtree(secrets)
    host.run("git clone -q ../origin ../runner && cd ../runner && bantin build -q", recipe.bulletin)
    host.run(step["run"], host.home / "runner", **given)


def test_a_preview_is_served_beside_the_site_until_it_is_removed(recipe: Recipe) -> None:
    host, guide = recipe.host, Section("publishing.md", "Previews")
    build, show, remove = guide.take("console").splitlines()
    lines = {"nginx": guide.take("text", "location"), "caddy": guide.take("text", "@preview")}
    recipe.publish()
    recipe.serve(lines[recipe.server])
    recipe.reload(Section("publishing.md", "On your own server").take("console", "# nginx -t"))
    public = host.run("curl -s https://bantin.example/", host.root)
    edit(recipe)
    host.follow(f"{build}\n{show}", recipe.bulletin)

    asked = "curl -s -D - https://bantin.example/preview/42/"
    home = host.run(asked, host.root)
    assert "bản xem thử" in home
    assert re.search(r"^x-robots-tag: noindex\s*$", home, re.MULTILINE | re.IGNORECASE)
    assert len(re.findall(r"^cache-control:", home, re.MULTILINE | re.IGNORECASE)) == 1
    article = host.run(f"{asked}bai-viet/2026/tin-1/", host.root)
    assert re.search(r"^content-type: text/html", article, re.MULTILINE | re.IGNORECASE)
    assert "Tin 1, " in article
    moved = host.run(f"{asked}bai-viet/2026/tin-1", host.root)
    assert re.search(r"^location: (https://[^/]+)?/preview/42/bai-viet/2026/tin-1/\s*$", moved, re.MULTILINE | re.I)
    for nothing in ("preview/42/../../releases/", "preview/43/", "preview/42/khong-co/", "releases/", "preview/"):
        assert status(host, nothing) == 404, nothing
    assert host.run("curl -s https://bantin.example/", host.root) == public
    host.follow(f"$ bantin verify {host.address}", host.root)

    host.follow(remove, recipe.bulletin)
    assert (status(host, "preview/42/"), status(host, "")) == (404, 200)
    guide.followed()


def test_visits_are_counted(recipe: Recipe) -> None:
    host, guide = recipe.host, Section("counter.md", "Live, in ten minutes")
    recipe.say(Section("counter.md", "# The visitor counter").take("yaml", "counter:"))
    deploy = recipe.publish()
    taken = taken_from_docs(recipe)
    host.follow(guide.take("console", "# apt-get"), taken)
    host.follow(guide.take("console", "# install -m 644"), taken)
    recipe.serve(
        (REPOSITORY / "docs/counter" / ("nginx.conf" if recipe.server == "nginx" else "Caddyfile")).read_text()
    )
    recipe.reload(guide.take("console", "# nginx -t"))
    soon((host.root / "run/bantin-counter/socket").exists)

    ask = guide.take("console", "$ curl")
    hit, _ = ask.splitlines()
    answer = host.follow(ask, host.root)
    assert re.search(r"^HTTP/\S+ 204", answer, re.MULTILINE)
    assert re.search(r"^x-counted: 1$", answer, re.MULTILINE | re.IGNORECASE)
    assert '"unit":"visits"' in answer
    soon(lambda: figures_at(recipe)["today"] == 1)
    assert [status(host, f"_c/{name}") for name in ("healthz", "metrics")] == [404, 404]

    # A page of the next edition counts, too.
    edit(recipe)
    recipe.deploy(deploy)
    new = hit.replace("p=/'", "p=/bai-viet/2026/tin-1/'")
    soon(lambda: "x-counted: 1" in host.follow(new, host.root).lower())
    host.follow(f"$ bantin verify {host.address}", host.root)
    guide.followed()


def taken_from_docs(recipe: Recipe) -> Path:
    """A folder with what the guide of the counter has one take to the server."""
    folder = recipe.host.root / "taken"
    folder.mkdir()
    shutil.copy(recipe.bulletin / "content/site.yml", folder)
    recipe.host.write(
        f"{folder}/bantin-counter.service", (REPOSITORY / "docs/counter/bantin-counter.service").read_text()
    )
    return folder


def figures_at(recipe: Recipe) -> dict[str, object]:
    found: dict[str, object] = json.loads(
        recipe.host.run("curl -s https://bantin.example/_c/stats.json", recipe.bulletin)
    )
    return found


def status(host: Machine, path: str) -> int:
    return int(host.run(f"curl -s -o /dev/null -w '%{{http_code}}' https://bantin.example/{path}", host.root))


def test_visits_are_counted_from_logs(recipe: Recipe) -> None:
    host, guide = recipe.host, Section("counter.md", "From logs")
    recipe.say(
        Section("counter.md", "# The visitor counter").take("yaml", "counter:").replace("mode: live", "mode: logs")
    )
    recipe.lines += [guide.take("caddy", "log {")] if recipe.server == "caddy" else []
    recipe.publish()
    live = Section("counter.md", "Live, in ten minutes")
    host.follow(live.take("console", "# apt-get"), taken_from_docs(recipe))
    host.follow(guide.take("console", "# adduser"), host.root)
    recipe.serve(figures_alone(recipe.server))
    recipe.reload(live.take("console", "# nginx -t"))

    [count] = cron_commands(guide.take("text", "*/10"))
    log = host.root / f"var/log/{recipe.server}/access.log"
    host.run("curl -s -A Firefox https://bantin.example/ -o /dev/null", host.root)
    soon(lambda: "Firefox" in log.read_text())
    logs = "/var/log/nginx/access.log.1 /var/log/nginx/access.log"
    assert logs in count
    host.run(count if recipe.server == "nginx" else count.replace(logs, "/var/log/caddy/access*"), host.root)
    assert figures_at(recipe)["today"] == 1
    guide.followed(*(["caddy"] if recipe.server == "nginx" else []))


def figures_alone(server: str) -> str:
    """The first of the lines for the counter, with the file of the figures that logs are counted into."""
    if server == "nginx":
        lines = (REPOSITORY / "docs/counter/nginx.conf").read_text().partition("\nlocation /_c/ {")[0] + "\n"
    else:
        lines = (REPOSITORY / "docs/counter/Caddyfile").read_text().partition("handle /_c/* {")[0]
    return lines.replace("/run/bantin-counter", "/run/bantin")


def test_a_comment_is_approved(recipe: Recipe, browser: Browser) -> None:
    if not (REPOSITORY / "tests/.isso/bin/isso").exists():
        missing("Isso (make tests/.isso/.ready)")
    host, guide = recipe.host, Section("comments.md", "Isso: on your own server")
    recipe.say(guide.take("text", "comments:"))
    recipe.publish()
    host.follow(guide.take("console", "# apt-get"), host.root)
    host.write("/srv/isso/isso.cfg", guide.take("ini"))
    host.write("/etc/systemd/system/isso.service", guide.take("systemd"))
    lines = {server: guide.take(server) for server in SERVERS}
    recipe.serve(lines[recipe.server])
    with mailbox(host.mail) as mails:
        recipe.reload(guide.take("console", "# systemctl"))
        discuss(browser, host, mails)
    guide.followed()


def discuss(browser: Browser, host: Machine, mails: Mails) -> None:
    """A reader writes, an editor follows the link in the mail, and another reader sees it."""
    article = f"{host.address}bai-viet/2026/bai-dau-tien/"
    page = opened(browser, article)
    page.locator(".isso-textarea").fill(WORDS)
    page.locator(".isso-auth-section input[type=submit]").click()
    soon(lambda: len(mails.texts) == 1)
    [link] = re.findall(r"https?://\S+/activate/\S+", mails.texts[0])
    expect(opened(browser, article).locator("#isso-root")).not_to_contain_text(WORDS)

    editor = browser.new_context(ignore_https_errors=True).new_page()
    editor.on("dialog", Dialog.accept)
    with editor.expect_response(lambda answer: answer.request.method == "POST") as answer:
        editor.goto(link)
    assert answer.value.status == 200
    expect(opened(browser, article).locator("#isso-root .isso-text")).to_contain_text(WORDS)


def opened(browser: Browser, article: str) -> Page:
    """An article with its comments, in a fresh browser."""
    page = browser.new_context(ignore_https_errors=True).new_page()
    page.goto(article, wait_until="networkidle")
    page.get_by_role("button", name="Xem và viết bình luận").click()
    expect(page.locator(".isso-textarea")).to_be_visible()
    return page
