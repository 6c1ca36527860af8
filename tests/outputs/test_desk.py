"""The editors' desk in a real browser: everything that is saved in its form builds."""

import contextlib
import shutil
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, ViewportSize, expect
from playwright.sync_api import TimeoutError as Late

from bantin.domain.model import Cms, CmsBackend
from bantin.domain.problems import Severity
from bantin.site.cms import BUNDLES, desk_policy
from tests.bulletins import MINIMAL, SITE, build_site, problems_of, texts_of, write
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
SETTINGS = {
    "content/site.yml": f"{SITE}languages: [vi, en]\neditors: {{backend: test-repo}}\nsections: {{tin: Tin}}\n",
    "content/agencies/co-quan-b.yml": "name: {vi: Cơ quan B, en: Agency B}\nlevel: Central\naliases: CQB\n",
}
# All short forms are used.
BY_HAND = """\
---
title: 'Bài cũ: viết tay'
published: 2020-05-06T08:30+07:00
lead: >-
  Sa-pô dài
  hai dòng.
authors: Người viết
source: Báo A
tags: Biển
draft: no
comments: no
agreement:
  type: quy-che
  title: Quy chế
  number: 012
  parties: [co-quan-a, {agency: co-quan-b, lead: yes}]
  signatories: [Nguyễn Văn A, {name: Trần B, also: Ủy viên, on_behalf: kt}]
  presided_by: [Lê C]
  signed_on: 2020-05
  signed_at: Hà Nội
  fields: an-ninh
  scope: CENTRAL
  expires_on: indefinite
  review: {every: P1Y, chair: rotating}
  clauses: 12
  legal_basis: Luật
  events: [{kind: amended, on: 2021, parties: co-quan-a}]
  relations: [{kind: based_on, external: Luật An ninh}]
  text_public: {no: 'chưa được phép'}
---

Đoạn **đậm**.

## Đề mục

- một
- hai
"""
# Everything that a Markdown editor would change: false lists, special characters, blanks, a missing last line end.
TEXT = """\

  CƠ QUAN A * CƠ QUAN B_\r
Điều 1.  Phạm vi

1. Một;
1. Hai;


* a) Ba\\
\tcòn nữa  \u00a0
<b>Số</b>: ……/QC &amp;

---
Ký: A\t
 """
RECORD = "content/agreements/quy-che-1.md"
RECORD_FILE = """\
---
type: quy-che
title: Quy chế một
number: 01/QC
parties: [co-quan-a, co-quan-b]
signed_on: 2020-05-06
fields: an-ninh
text_public: yes
---

"""
ABOUT = "content/articles/2020/tin.md"
_ATTEMPTS = 10
# The form creates fields only when they are scrolled near.
TALL: ViewportSize = {"width": 1400, "height": 6000}
OLD = "content/articles/2020/cu.md"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bulletin with a desk, built into its folder ``site``."""
    news = "---\ntitle: Tin về quy chế\nabout: [quy-che-1, cu]\n---\n\nTin.\n"
    files: dict[str, str | bytes] = {OLD: BY_HAND, RECORD: (RECORD_FILE + TEXT).encode(), ABOUT: news}
    root = write(tmp_path_factory.mktemp("desk"), MINIMAL, SETTINGS, files)
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
    return {
        path.relative_to(root).as_posix(): path.read_bytes().decode()
        for path in (root / "content").rglob("*")
        if path.is_file()
    }


@pytest.fixture
def desk(browser: Browser, site: Path) -> Iterator[Page]:
    """The desk, signed in, under the policy that the server sends; it sends no requests to other hosts."""
    with serving(site / "site") as server, browser.new_context(locale="vi-VN", viewport=TALL) as opened:
        opened.set_default_timeout(8_000)
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
        expect(page.get_by_role("button", name="Tạo bài viết mới").first).to_be_visible()
        yield page
        assert [url for url in asked if not url.startswith((server, "blob:", "data:"))] == []


def part(page: Page, path: str) -> Locator:
    """The field of the form at a path of keys."""
    return page.locator(f'section.field[data-key-path="{path}"]')


def begin(page: Page) -> None:
    """A new article. The form is ready when its last field, which takes longest to load, can be written in."""
    page.get_by_role("button", name="Tạo bài viết mới").first.click()
    expect(part(page, "body").get_by_role("textbox")).to_be_visible()


def open_entry(page: Page, collection: str, title: str) -> None:
    """Opens a file in the form. A list that is still loading may lose a click."""
    page.goto(f"{page.url.partition('#')[0]}#/collections/{collection}")
    row, form = page.get_by_role("row").filter(has_text=title), part(page, "title")
    for _ in range(_ATTEMPTS):
        with contextlib.suppress(Late):
            if not form.is_visible():
                row.click(timeout=2_000)
            form.wait_for(timeout=2_000)
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


def save(page: Page) -> Mapping[str, str]:
    """Saves, and gives back every file as it is then."""
    page.get_by_role("button", name="Lưu", exact=True).click()
    expect(page.get_by_role("button", name="Tạo bài viết mới").first).to_be_visible()
    found: dict[str, str] = page.evaluate(READ)
    return found


def told(site: Path, tmp_path: Path, files: Mapping[str, str]) -> list[str]:
    """The errors of the bulletin with these files instead of its own."""
    root = tmp_path / "told"
    shutil.copytree(site / "themes", root / "themes", dirs_exist_ok=True)
    return [problem.code for problem in problems_of(write(root, files)) if problem.severity is Severity.ERROR]


def test_a_new_article_builds(desk: Page, site: Path, tmp_path: Path) -> None:
    begin(desk)
    fill(desk, title="Đại hội: ký “Quy chế” số 1 #đẹp", published="2026-01-01", lead="Hôm nay: ký.\nDòng hai.")
    add(desk, "authors")
    fill(desk, authors__0="no")
    part(desk, "agreement").get_by_role("checkbox").first.click()
    choose(desk, "agreement.type", "Quy chế")
    for number, agency in enumerate(("Cơ quan A", "Cơ quan B")):
        add(desk, "agreement.parties")
        choose(desk, f"agreement.parties.{number}.agency", agency)
    choose(desk, "agreement.fields", "An ninh")
    fill(desk, agreement__title="Quy chế", agreement__number="01/QC", agreement__signed_on="2025-12-31")
    fill(desk, agreement__text_public="no: chưa được phép")
    part(desk, "body").get_by_role("textbox").click()
    desk.keyboard.type("Nội dung của bài.")
    files = save(desk)
    (path,) = files.keys() - content_of(site).keys()
    assert path.endswith("/dai-hoi-ky-quy-che-so-1-dep.md")
    assert "no: chưa được phép" in files[path]
    assert told(site, tmp_path, files) == []
    page = texts_of(write(tmp_path / "built", files, {"content/site.yml": SITE}))[
        f"bai-viet/{path.split('/')[2]}/dai-hoi-ky-quy-che-so-1-dep/index.html"
    ]
    assert "Cơ quan A" in page
    assert "Nội dung của bài." in page


def test_what_makes_no_sense_is_not_saved(desk: Page, site: Path) -> None:
    begin(desk)
    fill(desk, title="Bài", published="2026-02-30")
    part(desk, "agreement").get_by_role("checkbox").first.click()
    desk.get_by_role("button", name="Lưu", exact=True).click()
    expect(part(desk, "published")).to_contain_text("Ghi ngày như 2021-11-24")
    assert desk.evaluate(READ).keys() == content_of(site).keys()


def test_an_article_written_by_hand_keeps_what_it_says(desk: Page, site: Path, tmp_path: Path) -> None:
    open_entry(desk, "articles-2020", "Bài cũ: viết tay")
    expect(part(desk, "agreement").first).to_be_visible()
    fill(desk, title="Bài cũ: đã sửa")
    files = save(desk)
    assert files[OLD] != BY_HAND
    assert told(site, tmp_path, files) == []
    unsearched = {"content/site.yml": f"{SITE}search: off\n"}
    before, after = (
        texts_of(write(tmp_path / name, files, unsearched, {OLD: text}))["bai-viet/2020/cu/index.json"]
        for name, text in (("before", BY_HAND.replace("viết tay", "đã sửa")), ("after", files[OLD]))
    )
    assert after == before


def test_a_translation_lies_beside_its_original(desk: Page, site: Path, tmp_path: Path) -> None:
    open_entry(desk, "articles-2020", "Bài cũ: viết tay")
    expect(part(desk, "agreement").first).to_be_visible()
    desk.get_by_role("radio", name="Tiếng Anh").first.click()
    desk.get_by_role("button", name="Hiển thị tùy chọn nội dung").first.click()
    desk.get_by_role("menuitem", name="Bật").click()
    fill(desk, title="Old article", lead="Lead.")
    files = save(desk)
    assert "title: Old article" in files[OLD.replace(".md", ".en.md")]
    assert told(site, tmp_path, files) == []


def test_the_text_of_a_record_is_never_reformatted(desk: Page) -> None:
    open_entry(desk, "agreements", "Quy chế một")
    fill(desk, title="Quy chế một: đã sửa")
    files = save(desk)
    front, _, text = files[RECORD].partition("---\n\n")
    assert "title: 'Quy chế một: đã sửa'" in front
    # The CMS strips blank space around a text, terminates the last line, and normalises line ends.
    assert text.encode() == f"{TEXT.strip()}\n".replace("\r\n", "\n").encode()


def test_a_record_is_written_in_the_form(desk: Page, site: Path, tmp_path: Path) -> None:
    desk.goto(f"{desk.url.partition('#')[0]}#/collections/agreements/new")
    expect(part(desk, "body").locator("textarea")).to_be_visible()
    choose(desk, "type", "Quy chế")
    for number, agency in enumerate(("Cơ quan A", "Cơ quan B")):
        add(desk, "parties")
        choose(desk, f"parties.{number}.agency", agency)
    choose(desk, "fields", "An ninh")
    text = "Điều 1. Phạm vi\n\n1. Một.\n\na) Hai."
    fill(desk, title="Quy chế hai", number="02/QC", signed_on="2026-01-02", text_public="yes", body=text)
    files = save(desk)
    (path,) = files.keys() - content_of(site).keys()
    assert path == "content/agreements/quy-che-hai.md"
    assert files[path].endswith(f"---\n\n{text}\n")
    assert told(site, tmp_path, files) == []


def test_news_is_about_records_that_are_chosen_and_about_those_in_articles(desk: Page) -> None:
    open_entry(desk, "articles-2020", "Tin về quy chế")
    expect(part(desk, "about")).to_contain_text("Quy chế một")
    fill(desk, title="Tin đã sửa")
    assert "about:\n  - quy-che-1\n  - cu\n" in save(desk)[ABOUT]
