"""The editors' desk in a real browser: everything that is saved in its form builds."""

import shutil
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, FilePayload, Page, expect

from bantin.domain.problems import Severity
from tests.bulletins import MINIMAL, SITE, problems_of, texts_of, write
from tests.outputs.desk import (
    LONG,
    READ,
    SIZES,
    add,
    begin,
    built_with_desk,
    choose,
    content_of,
    fill,
    open_entry,
    opened_desk,
    part,
    publish,
    save,
)

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
OLD = "content/articles/2020/cu.md"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bulletin with a desk, built into its folder ``site``."""
    news = "---\ntitle: Tin về quy chế\nabout: [quy-che-1, cu]\n---\n\nTin.\n"
    files: dict[str, str | bytes] = {OLD: BY_HAND, RECORD: (RECORD_FILE + TEXT).encode(), ABOUT: news}
    return built_with_desk(tmp_path_factory.mktemp("desk"), MINIMAL, SETTINGS, files)


@pytest.fixture
def desk(browser: Browser, site: Path) -> Iterator[Page]:
    """The desk, signed in."""
    with opened_desk(browser, site) as page:
        yield page


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
    fill(desk, body="Nội dung của bài.")
    publish(desk)
    files = save(desk)
    (path,) = files.keys() - content_of(site).keys()
    assert path.endswith("/dai-hoi-ky-quy-che-so-1-dep/index.md")
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


def test_what_contradicts_itself_is_not_saved(desk: Page, site: Path) -> None:
    open_entry(desk, "agreements", "Quy chế một")
    fill(desk, signed_on="2021", effective_on="2020-12")
    add(desk, "parties")
    choose(desk, "parties.2.agency", "Cơ quan A")
    desk.get_by_role("button", name="Lưu", exact=True).click()
    told = desk.get_by_role("alertdialog")
    expect(told).to_contain_text("“Ngày có hiệu lực” (2020-12) trước “Ngày ký” (2021).", timeout=LONG)
    expect(told).to_contain_text("Cơ quan “co-quan-a” được ghi hai lần")
    assert desk.evaluate(READ) == content_of(site)
    # The form is as it was, and what is known in part contradicts nothing.
    told.get_by_role("button").last.click()
    fill(desk, effective_on="2021-03")
    part(desk, "parties").get_by_role("button", name="Gỡ bỏ").last.click()
    assert "effective_on: 2021-03\n" in save(desk)[RECORD]


def test_a_day_is_picked_from_a_calendar_or_written_as_far_as_it_is_known(desk: Page) -> None:
    open_entry(desk, "agreements", "Quy chế một")
    calendar = part(desk, "signed_on").get_by_label("Chọn ngày trên lịch")
    calendar.fill("2020-05-07")
    expect(part(desk, "signed_on").locator("input[type=text]")).to_have_value("2020-05-07")
    fill(desk, effective_on="2020-06")
    saved = save(desk)[RECORD]
    assert "signed_on: 2020-05-07\n" in saved
    assert "effective_on: 2020-06\n" in saved


def test_photos_of_the_same_name_stay_with_their_articles(desk: Page, site: Path) -> None:
    for number in (1, 2):
        begin(desk)
        fill(desk, title=f"Bài {number}", published="2026-01-01", lead="L.")
        add(desk, "authors")
        fill(desk, authors__0="A")
        add(desk, "photos")
        photo = FilePayload(name="IMG_0001.JPG", mimeType="image/jpeg", buffer=jpeg(number))
        part(desk, "photos.0.src").locator("input[type=file]").first.set_input_files(photo)
        fill(desk, photos__0__alt="Lễ ký")
        save(desk)
    files = desk.evaluate(SIZES)
    new = {path: size for path, size in files.items() if path not in content_of(site)}
    year = next(iter(new)).split("/")[2]
    folder = f"content/articles/{year}"
    assert {path: size for path, size in new.items() if path.endswith(".jpg")} == {
        f"{folder}/bai-{number}/img_0001.jpg": len(jpeg(number)) for number in (1, 2)
    }
    assert "src: img_0001.jpg\n" in desk.evaluate(READ)[f"{folder}/bai-2/index.md"]


def jpeg(number: int) -> bytes:
    """A photo, different for each number."""
    written = BytesIO()
    Image.new("RGB", (500, 300 + number), (10 * number, 0, 0)).save(written, "JPEG")
    return written.getvalue()


def test_an_article_written_by_hand_keeps_what_it_says(desk: Page, site: Path, tmp_path: Path) -> None:
    open_entry(desk, "articles-2020", "Bài cũ: viết tay")
    expect(part(desk, "agreement").first).to_be_visible()
    fill(desk, title="Bài cũ: đã sửa")
    files = save(desk)
    assert files[OLD] == BY_HAND.replace("viết tay", "đã sửa")
    assert told(site, tmp_path, files) == []


def test_a_translation_lies_beside_its_original(desk: Page, site: Path, tmp_path: Path) -> None:
    open_entry(desk, "articles-2020", "Bài cũ: viết tay")
    expect(part(desk, "agreement").first).to_be_visible()
    desk.get_by_role("radio", name="Tiếng Anh").first.click()
    desk.get_by_role("button", name="Hiển thị tùy chọn nội dung").first.click()
    desk.get_by_role("menuitem", name="Bật").click()
    fill(desk, title="Old article", lead="Lead.")
    files = save(desk)
    assert files[OLD.replace(".md", ".en.md")] == "---\ntitle: Old article\nlead: Lead.\n---\n"
    assert told(site, tmp_path, files) == []


def test_the_text_of_a_record_is_never_reformatted(desk: Page) -> None:
    open_entry(desk, "agreements", "Quy chế một")
    fill(desk, title="Quy chế một: đã sửa")
    files = save(desk)
    # The CMS strips blank space at the end, terminates the last line, and normalises line ends.
    whole = f"{(RECORD_FILE + TEXT).strip()}\n".replace("\r\n", "\n")
    assert files[RECORD] == whole.replace("title: Quy chế một", "title: 'Quy chế một: đã sửa'")


def test_a_record_is_written_in_the_form(desk: Page, site: Path, tmp_path: Path) -> None:
    desk.goto(f"{desk.url.partition('#')[0]}#/collections/agreements/new")
    expect(part(desk, "body").locator("textarea")).to_be_visible()
    choose(desk, "type", "Quy chế")
    publish(desk)
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
    assert "about: [quy-che-1, cu]\n" in save(desk)[ABOUT]
