"""The editors' desk in a browser, on a repository that is in the browser only: how tests open it and write in it."""

import contextlib
import shutil
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page, ViewportSize, expect
from playwright.sync_api import TimeoutError as Late

from bantin.domain.model import Cms, CmsBackend
from bantin.site.cms import BUNDLES, desk_policy
from tests.bulletins import build_site, write
from tests.conftest import REPOSITORY, missing
from tests.outputs.conftest import serving

PACKAGES = REPOSITORY / "tests/node_modules"
WRITE = """async (files) => {
  let top = await navigator.storage.getDirectory();
  await top.removeEntry("sveltia-cms-test", { recursive: true }).catch(() => {});
  top = await top.getDirectoryHandle("sveltia-cms-test", { create: true });
  for (const [path, text] of Object.entries(files)) {
    const parts = path.split("/");
    const name = parts.pop();
    let folder = top;
    for (const part of parts) folder = await folder.getDirectoryHandle(part, { create: true });
    const file = await (await folder.getFileHandle(name, { create: true })).createWritable();
    await file.write(text);
    await file.close();
  }
}"""
READ = """async () => {
  const found = {};
  const walk = async (folder, path) => {
    for await (const [name, one] of folder)
      if (one.kind === "directory") await walk(one, `${path}${name}/`);
      else found[path + name] = await (await one.getFile()).text();
  };
  await walk(await (await navigator.storage.getDirectory()).getDirectoryHandle("sveltia-cms-test"), "");
  return found;
}"""
SIZES = READ.replace("await (await one.getFile()).text()", "(await one.getFile()).size")
_ATTEMPTS = 10
LONG = 30_000
"""A busy machine takes this long, in milliseconds, to open a form."""
# The form creates fields only when they are scrolled near.
TALL: ViewportSize = {"width": 1400, "height": 6000}


def built_with_desk(root: Path, *files: Mapping[str, str | bytes]) -> Path:
    """Writes a bulletin and the programs of its desk to ``root``, and builds it into the folder ``site`` there."""
    write(root, *files)
    for bundle in BUNDLES:
        found = PACKAGES / bundle.package / bundle.path
        if not found.exists():
            missing(f"{bundle.package} (npm ci --prefix tests)")
        target = root / "themes/default/static" / bundle.name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(found, target)
    build_site(root)
    return root


def content_of(root: Path) -> dict[str, str]:
    """The files of a bulletin, by their paths."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes().decode()
        for path in (root / "content").rglob("*")
        if path.is_file()
    }


@contextlib.contextmanager
def opened_desk(browser: Browser, site: Path) -> Iterator[Page]:
    """The desk, signed in, under the policy that the server sends; it sends no requests to other hosts."""
    with serving(site / "site") as server, browser.new_context(locale="vi-VN", viewport=TALL) as opened:
        opened.set_default_timeout(LONG)
        policy = {"content-security-policy": desk_policy(Cms(CmsBackend.TEST))}
        asked: list[str] = []
        opened.on("requestfinished", lambda request: asked.append(request.url))
        opened.route(
            "**/quan-tri/",
            lambda route: route.fulfill(response=(found := route.fetch()), headers={**found.headers, **policy}),
        )
        page = opened.new_page()
        page.goto(f"{server}du-lieu/")
        page.evaluate(WRITE, content_of(site))
        page.goto(f"{server}quan-tri/")
        page.get_by_role("button", name="Làm việc với kho mã nguồn thử nghiệm").click()
        expect(page.get_by_role("button", name="Tạo bài viết mới").first).to_be_visible(timeout=LONG)
        yield page
        assert [url for url in asked if not url.startswith((server, "blob:", "data:"))] == []


def part(page: Page, path: str) -> Locator:
    """The field of the form at a path of keys."""
    return page.locator(f'section.field[data-key-path="{path}"]')


def begin(page: Page) -> None:
    """A new article. The form is ready when its last field, which takes longest to load, can be written in."""
    page.get_by_role("button", name="Tạo bài viết mới").first.click()
    expect(part(page, "body").get_by_role("textbox")).to_be_visible(timeout=LONG)


def open_entry(page: Page, collection: str, title: str) -> None:
    """Opens a file in the form. A list that is still loading may lose a click."""
    page.goto(f"{page.url.partition('#')[0]}#/collections/{collection}")
    row, form = page.get_by_role("row").filter(has_text=title), part(page, "title")
    for _ in range(_ATTEMPTS):
        with contextlib.suppress(Late):
            if not form.is_visible():
                row.click(timeout=5_000)
            form.wait_for(timeout=5_000)
            return
    raise AssertionError(f"{title} does not open")


def until_shown(page: Page, path: str, text: str, change: Callable[[Locator], None]) -> None:
    """Changes a field until the preview beside the form shows it: a form that is still loading may lose a change."""
    shown = page.locator(f'section:not(.field)[data-key-path="{path}"]').get_by_text(text).first
    for _ in range(_ATTEMPTS):
        change(part(page, path))
        with contextlib.suppress(Late):
            shown.wait_for(timeout=500)
            return
    raise AssertionError(f"{path} does not take {text}")


def fill(page: Page, **texts: str) -> None:
    for name, text in texts.items():
        fits = partial(_fill, text=text)
        until_shown(page, name.replace("__", "."), text.partition("\n")[0], fits)


def _fill(field: Locator, text: str) -> None:
    field.locator("input, textarea").first.fill(text)


def choose(page: Page, path: str, label: str) -> None:
    """Chooses one of a few that are all shown."""
    until_shown(page, path, label, lambda field: _choose(field, label))


def _choose(field: Locator, label: str) -> None:
    field.get_by_role("radio", name=label).or_(field.get_by_role("checkbox", name=label)).first.click()


def add(page: Page, path: str) -> None:
    part(page, path).get_by_role("button", name="Thêm").last.click()


def publish(page: Page) -> None:
    """Turns off the mark of a draft, which everything new has."""
    switch = part(page, "draft").get_by_role("switch")
    expect(switch).to_be_checked(timeout=LONG)
    switch.click()
    expect(switch).not_to_be_checked(timeout=LONG)


def save(page: Page) -> Mapping[str, str]:
    """Saves, and gives back every file as it is then."""
    page.get_by_role("button", name="Lưu", exact=True).click()
    expect(page.get_by_role("button", name="Tạo bài viết mới").first).to_be_visible(timeout=LONG)
    found: dict[str, str] = page.evaluate(READ)
    return found
