"""Pages of GitHub and GitLab, as the guide tells it: nginx serves what they would, with nothing set but the folder."""

import json
import shutil
from pathlib import Path

from tests.deploy.servers import reachable
from tests.recipes.guide import Section
from tests.recipes.machine import Machine, machine
from tests.recipes.waiting import soon
from tests.workflows import github_steps, gitlab_steps

PAGES = "server {{\n    listen 443 ssl;\n    root {folder};\n    error_page 404 /404.html;\n}}\n"
GITHUB, GITLAB = ".github/workflows/bantin.yml", ".gitlab-ci.yml"


def test_the_commands_of_the_guide_publish_on_either_service_and_on_a_branch() -> None:
    guide = Section("publishing.md", "Pages of GitHub and GitLab")
    init, github, gitlab, deploy, rollback = guide.inline()
    with machine() as host:
        bulletin = begun(host, init)
        shutil.rmtree(bulletin / ".github")
        for command in (github, gitlab):
            host.run(command, bulletin)
        host.run("git add -A; git commit -qm 'CI'; git push -q -u origin main", bulletin)
        host.follow("# apt-get install nginx-light", bulletin)
        is_served(host, by_github(host))
        is_served(host, by_gitlab(host))
        is_on_a_branch_and_can_be_taken_back(host, deploy, rollback)
    guide.followed()


def begun(host: Machine, init: str) -> Path:
    """A new bulletin, which has the CI file of GitHub, in a repository; with the targets of the guide."""
    host.run(f"{init} bulletin --base-url {host.address}", host.home)
    bulletin = host.home / "bulletin"
    assert (bulletin / GITHUB).exists()
    with (bulletin / "content/site.yml").open("a", encoding="utf-8") as file:
        file.write(host.changed(Section("publishing.md", "Targets").take("text", "deploy:")))
    host.run("git init -q --bare -b main ../origin; git init -q -b main; git remote add origin ../origin", bulletin)
    return bulletin


def checked_out(host: Machine, name: str, *options: str) -> Path:
    folder = host.root / name
    host.run(f"git clone -q {' '.join(options)} origin {folder}", host.home)
    return folder


def by_github(host: Machine) -> Path:
    """The folder that the CI file hands to the Pages of GitHub, once its steps have been run."""
    root = checked_out(host, "github")
    outputs = {"steps.pages.outputs.base_url": host.address.rstrip("/"), "needs.build.outputs.next": "-"}
    for command, environment in github_steps(root / GITHUB, "push", outputs):
        if "git push" in command:
            # The commit of the ledger, which `tests/scaffold/test_ci.py` runs.
            continue
        told = {"GITHUB_STEP_SUMMARY": str(host.root / "summary"), "GITHUB_OUTPUT": str(host.root / "outputs")}
        host.run(command, root, **told, **environment)
    return root / "site"


def by_gitlab(host: Machine) -> Path:
    root = checked_out(host, "gitlab")
    for command in gitlab_steps(root / GITLAB, "pages"):
        host.run(command, root, CI_PAGES_URL=host.address.rstrip("/"))
    return root / "public"


def is_served(host: Machine, folder: Path) -> None:
    """Readers are served what was published, with the commit that it was made of."""
    host.write("/etc/nginx/sites-enabled/pages", PAGES.format(folder=folder))
    host.follow("# nginx -t && systemctl reload nginx", host.root)
    soon(lambda: reachable(host.port))
    host.run("bantin verify https://bantin.example/", host.root)
    source = json.loads((folder / "provenance.json").read_text())["source"]
    assert source["commit"] == host.run("git rev-parse HEAD", host.home / "bulletin").strip()


def is_on_a_branch_and_can_be_taken_back(host: Machine, deploy: str, rollback: str) -> None:
    bulletin = host.home / "bulletin"
    host.run(f"bantin build -q; {deploy}", bulletin)
    first = checked_out(host, "first", "-b gh-pages")
    is_served(host, first)
    page = bulletin / "content/pages/gioi-thieu.md"
    page.write_text(page.read_text(encoding="utf-8").replace("title: ", "title: Về "), encoding="utf-8")
    host.run(f"bantin build -q; {deploy}", bulletin)
    assert files(checked_out(host, "second", "-b gh-pages")) != files(first)
    host.run(rollback, bulletin)
    assert files(checked_out(host, "third", "-b gh-pages")) == files(first)


def files(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file() and ".git" not in path.parts)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}
