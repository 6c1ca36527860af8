"""Comments in a real Isso behind real servers, set up as docs/comments.md says: readers write, editors publish."""

import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog, Page, expect

from tests.bulletins import COMPLETE, SITE, build_site, write
from tests.conftest import REPOSITORY, missing
from tests.deploy.servers import free_port, running, wait_for
from tests.output.serving.test_servers import SERVERS

GUIDE = (REPOSITORY / "docs/comments.md").read_text()
ARTICLE = "bai-viet/2020/bai/"
WORDS = "Rất mong văn bản này sớm được thực hiện."


def documented(language: str) -> str:
    """The example in this language that the guide has."""
    found = re.search(rf"^```{language}\n(.*?)^```", GUIDE, re.MULTILINE | re.DOTALL)
    assert found
    return found[1]


@dataclass(frozen=True)
class Discussed:
    """A site that is served with its comments, and what Isso has told the editors."""

    address: str
    isso: "subprocess.Popen[bytes]"
    log: Path

    def link(self, action: str) -> str:
        """The last link of this kind that the editors were sent."""
        found: list[str] = re.findall(rf"https?://\S+/id/\d+/{action}/\S+", self.log.read_text())
        return found[-1]


@pytest.fixture(scope="module", params=["nginx", "caddy"])
def discussed(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Discussed]:
    program = REPOSITORY / "tests/.isso/bin/isso"
    if not program.exists():
        missing("Isso (make tests/.isso/.ready)")
    folder = tmp_path_factory.mktemp("discussed")
    folder.chmod(0o755)
    port, behind = free_port(), free_port()
    settings = {"content/site.yml": f"{SITE}comments: {{isso: /_comments}}\ncontact: {{email: a@b.example}}\n"}
    build_site(write(folder / "bulletin", COMPLETE, settings), folder / "www")
    config = (
        documented("ini").replace("https://bulletin.example", f"http://127.0.0.1:{port}").replace("8090", f"{behind}")
    )
    config = config.replace("/srv/isso", str(folder)).replace("notify = smtp", "notify = stdout")
    (folder / "isso.cfg").write_text(config)
    recipe = documented(request.param).replace("8090", str(behind))
    command = SERVERS[request.param](folder, folder / "www", folder / "www", port, recipe)
    log = folder / "isso.log"
    with (
        running(command, port, XDG_DATA_HOME=str(folder), HOME=str(folder)),
        log.open("wb") as told,
        subprocess.Popen([program, "-c", folder / "isso.cfg", "run"], stdout=told, stderr=told) as isso,
    ):
        wait_for(behind, isso)
        yield Discussed(f"http://127.0.0.1:{port}/", isso, log)
        isso.kill()


def opened(browser: Browser, site: Discussed, said: list[str] | None = None) -> Page:
    """The article, in a fresh browser."""
    page = browser.new_context().new_page()
    if said is not None:
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(site.address + ARTICLE, wait_until="networkidle")
    return page


def test_a_comment_is_written_read_by_the_editors_and_shown(browser: Browser, discussed: Discussed, axe: Path) -> None:
    asked: list[str] = []
    said: list[str] = []
    page = opened(browser, discussed, said)
    page.on("request", lambda request: asked.append(request.url))
    page.reload(wait_until="networkidle")
    # Only the number is requested until a reader opens the comments, and there is no cookie.
    assert [url for url in asked if "_comments" in url] == [f"{discussed.address}_comments/count"]
    assert page.context.cookies() == []
    expect(page.locator(".comments .count")).to_be_hidden()

    page.get_by_role("button", name="Xem và viết bình luận").click()
    page.locator(".isso-textarea").fill(WORDS)
    page.get_by_label("Tên").fill("Người đọc")
    page.locator(".isso-auth-section input[type=submit]").click()
    expect(page.locator("#isso-1 .isso-text")).to_contain_text(WORDS)
    # The policy of the site stops nothing of it.
    assert [one for one in said if "Content Security Policy" in one] == []
    page.context.close()

    other = opened(browser, discussed)
    other.get_by_role("button", name="Xem và viết bình luận").click()
    expect(other.locator(".isso-textarea")).to_be_visible()
    expect(other.locator("#isso-root")).not_to_contain_text(WORDS)
    other.context.close()

    editor = browser.new_context().new_page()
    questions: list[str] = []

    def agree(dialog: Dialog) -> None:
        questions.append(dialog.message)
        dialog.accept()

    editor.on("dialog", agree)
    with editor.expect_response(lambda answer: answer.request.method == "POST") as answer:
        editor.goto(discussed.link("activate"))
    assert (answer.value.status, len(questions)) == (200, 1)
    editor.context.close()

    last = opened(browser, discussed)
    expect(last.locator(".comments .count")).to_have_text("1")
    last.get_by_role("button", name="Xem và viết bình luận").click()
    expect(last.locator("#isso-root .isso-text")).to_contain_text(WORDS)
    expect(last.locator("#isso-root .isso-author")).to_have_text("Người đọc")
    # The policy lets no script into the page, but the browser's own tools.
    last.evaluate(axe.read_text())
    violations = last.evaluate("axe.run('.comments').then(found => found.violations.map(one => one.nodes[0].html))")
    assert violations == []
    last.context.close()


def test_without_scripts_the_page_says_whom_to_write_to(browser: Browser, discussed: Discussed) -> None:
    with browser.new_context(java_script_enabled=False) as plain:
        page = plain.new_page()
        page.goto(discussed.address + ARTICLE)
        expect(page.locator(".comments")).to_contain_text("a@b.example")
        expect(page.get_by_role("button", name="Xem và viết bình luận")).to_be_hidden()


def test_a_service_that_is_down_is_reported(browser: Browser, discussed: Discussed) -> None:
    discussed.isso.kill()
    discussed.isso.wait()
    page = opened(browser, discussed)
    expect(page.locator(".comments .count")).to_be_hidden()
    page.get_by_role("button", name="Xem và viết bình luận").click()
    expect(page.locator(".comments [role=status]")).to_have_text("Chưa tải được bình luận, vui lòng thử lại sau.")
    expect(page.get_by_role("button", name="Xem và viết bình luận")).to_be_visible()
    page.context.close()
