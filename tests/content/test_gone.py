"""Files whose pages are not there any more: what is read of them, and what is reported."""

from datetime import date
from pathlib import Path

import pytest

from bantin.build.build import build
from bantin.content.agency import read_agencies
from bantin.content.discover import Role
from bantin.content.gone import with_known_ids
from bantin.content.markdown_file import DraftReader
from bantin.content.record import read_records
from bantin.domain.model import AddressKind, Gone, GoneKind, PublicAddress, ReferenceTarget
from bantin.domain.problems import Problem
from tests.bulletins import ARTICLE, COMPLETE, UNSEARCHED, codes_of, request, texts_of, tools, write
from tests.content.readings import ZONE, file_of, opened, read_article, read_page, source, told

WHY = "gone: {on: 2021-02, reason: Đăng nhầm.}\n"
RECORD = "content/agreements/quy-che.md"
OLD = "content/articles/2020/cu.md"


def record(front_matter: str, text: str = "") -> tuple[Gone | None, tuple[Problem, ...]]:
    found = read_records(DraftReader("vi", ZONE), [opened(file_of(front_matter, text), source(RECORD, Role.RECORD))])[0]
    assert found.value is None
    return found.gone, found.problems


def test_a_title_is_all_that_is_needed_besides() -> None:
    for read in (read_article, read_page):
        found = read(file_of(f"title: Bài\n{WHY}", ""))
        assert (found.value, found.body, found.problems) == (None, None, ())
        assert found.gone
        assert (found.gone.title, str(found.gone.on), found.gone.reason) == ("Bài", "2021-02", "Đăng nhầm.")
    gone, problems = record(f"title: Quy chế\n{WHY}")
    assert problems == ()
    assert gone
    assert (gone.kind, gone.id, gone.slug, gone.year) == (GoneKind.RECORD, "quy-che", "quy-che", None)


def test_what_its_address_is_made_of_is_kept() -> None:
    kept = "slug: ten-khac\naliases: [cu.html]\npublished: 2020-01-02\n"
    article = read_article(file_of(f"title: Bài\n{kept}{WHY}")).gone
    assert article
    assert (article.year, article.slug, article.aliases) == (2020, "ten-khac", ("cu.html",))
    assert str(article.published) == "2020-01-02"
    gone, _ = record(f"title: Quy chế\nsigned_on: 2015-03-04\nnumber: 01/QC\n{WHY}")
    assert gone
    assert (gone.year, gone.number) == (2015, "01/QC")


def test_what_else_stands_in_the_file_is_checked_as_before() -> None:
    broken = read_article(file_of(f"title: Bài\npublished: 30/02/2020\nagreement: {{clauses: nhiều}}\n{WHY}"))
    assert broken.gone is None
    assert told(broken.problems) == ["3:12+10 impossible-date", "4:22+5 bad-number"]
    assert read_article(file_of(f"title: Bài\nagreement: {{clauses: 3, fields: unknown}}\n{WHY}")).problems == ()
    _, problems = record(f"title: Quy chế\nparties: [mot]\n{WHY}")
    assert [one.code for one in problems] == ["too-few"]


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("gone: {reason: Đăng nhầm.}", "missing-key"),
        ("gone: {on: 2021}", "missing-key"),
        ("gone: 2021", "expected-mapping"),
        ("gone: {on: 2021, reason: …}", "no-words"),
        ("gone: {on: hôm qua, reason: Đăng nhầm.}", "bad-date"),
        ("gone: {on: 2021, reason: Đăng nhầm., replaced_by: 'ftp://a.example/'}", "bad-url"),
        ("gone: {on: 2021, reason: Đăng nhầm., vì: sao}", "unknown-key"),
    ],
)
def test_the_key_itself_is_checked(written: str, code: str) -> None:
    found = read_article(file_of(f"title: Bài\n{written}\n", ""))
    assert (found.gone, found.value) == (None, None)
    assert [one.code for one in found.problems] == [code]


def test_an_empty_key_says_nothing() -> None:
    assert read_article(file_of("title: Bài\ngone:\n")).value


def test_a_title_is_missed() -> None:
    assert [one.code for one in record(WHY)[1]] == ["missing-key"]


def test_an_agency_keeps_its_names() -> None:
    data = f"name: {{vi: Cơ quan, en: Agency}}\n{WHY}"
    (found,) = read_agencies([opened(data, source("content/agencies/co-quan.yml", Role.AGENCY))], "en")
    assert found.gone
    assert (found.gone.title, found.gone.slug, found.gone.kind) == ("Agency", "co-quan", GoneKind.AGENCY)


def test_a_replacement_is_a_path_an_id_a_name_or_an_address() -> None:
    def replaced_by(text: str) -> str:
        found = read_article(file_of(f"title: Bài\ngone: {{on: 2021, reason: Cũ., replaced_by: '{text}'}}\n")).gone
        assert found
        return found.replaced_by

    assert replaced_by("moi.md") == "content/articles/2020/moi.md"
    assert replaced_by("/pages/moi.md") == "content/pages/moi.md"
    assert replaced_by("https://moi.example/a.md") == "https://moi.example/a.md"
    assert replaced_by("01/QC-A") == "01/QC-A"


def page_of(root: Path, written: str) -> str:
    """The page of an article that is gone, with ``written`` for what is in its place."""
    old = file_of(f"title: Bài cũ\npublished: 2020-01-02\ngone: {{on: 2021, reason: Cũ., replaced_by: {written}}}\n")
    made = texts_of(write(root, COMPLETE, UNSEARCHED, {OLD: old}))
    return made["bai-viet/2020/cu/index.html"]


@pytest.mark.parametrize(
    "written", ["bai", "bai.md", "Quy chế phối hợp", "/articles/2020/bai.md", "/bai-viet/2020/bai/"]
)
def test_the_page_leads_to_what_is_in_its_place(tmp_path: Path, written: str) -> None:
    assert '<a href="https://bantin.example/bai-viet/2020/bai/">' in page_of(tmp_path, written)


def test_nothing_else_of_what_stood_there_is_on_the_site(tmp_path: Path) -> None:
    old = ARTICLE.replace("agreement:", "agreement:\n  id: cu").replace("lead: Sa-pô.", f"lead: Sa-pô mật thất.\n{WHY}")
    old = old.replace("Nội dung.", "Nội dung mật thất.").replace("Nguyễn Văn A", "Nguyễn Văn Mật Thất")
    made = texts_of(write(tmp_path, COMPLETE, UNSEARCHED, {OLD: old}))
    assert not [path for path, text in made.items() if "mật thất" in text.lower()]
    assert "cu" not in made["du-lieu/agreements.csv"]
    naming = {path for path, text in made.items() if "2020/cu/" in text}
    assert not naming & {"sitemap.xml", "atom.xml", "index.html", "bai-viet/index.html", "van-ban/index.html"}


def test_it_comes_back_when_the_key_is_removed(tmp_path: Path) -> None:
    write(tmp_path, COMPLETE, UNSEARCHED)
    first = texts_of(tmp_path)
    write(tmp_path, {"content/articles/2020/bai.md": file_of(f"title: Bài\n{WHY}", "")})
    assert texts_of(tmp_path) != first
    write(tmp_path, COMPLETE, UNSEARCHED)
    assert texts_of(tmp_path) == first


def line(address: str, kind: AddressKind, own_id: str, now: str = "") -> tuple[str, PublicAddress]:
    return address, PublicAddress(address, kind, own_id, date(2020, 5, 6), None, "", now)


@pytest.mark.parametrize(
    ("lines", "known"),
    [
        ([line("bai-viet/2020/bai/", AddressKind.RECORD, "quy-che")], "quy-che"),
        ([line("bai-viet/2020/bai/", AddressKind.RECORD, "cu", now="quy-che")], "quy-che"),
        ([line("bai-viet/2020/bai/", AddressKind.ARTICLE, "2020/bai")], ""),
        ([line("bai-viet/2019/bai/", AddressKind.RECORD, "quy-che")], ""),
        ([line("bai-viet/khong-ro-ngay/bai/", AddressKind.RECORD, "quy-che")], ""),
        ([line("bai-viet/2020/bai/", AddressKind.RECORD, "da-chuyen")], ""),
        ([], ""),
    ],
)
def test_an_article_that_says_no_more_than_its_title_keeps_the_id_of_its_record(
    lines: list[tuple[str, PublicAddress]], known: str
) -> None:
    read = read_article(file_of(f"title: Bài\n{WHY}", ""))
    assert read.gone
    (found,) = with_known_ids([read.gone], dict(lines), {"da-chuyen"})
    assert found.id == known
    own = [one.id for one in found.references if one.target is ReferenceTarget.OWN_RECORD]
    assert own == ([known] if known else [])


def test_what_refers_to_its_record_still_does(tmp_path: Path) -> None:
    about = "title: Nói về văn bản\npublished: 2020-06-01\nlead: Sa-pô.\nauthors: [An]\nabout: [quy-che]\n"
    old = ARTICLE.replace("agreement:", "agreement:\n  id: quy-che")
    write(tmp_path, COMPLETE, UNSEARCHED, {OLD: old, "content/articles/2020/ve.md": file_of(about)})
    write(tmp_path, {"content/articles/2020/bai.md": file_of("title: Bài khác\npublished: 2020-01-02\n")})
    build(request(tmp_path, keeps_ledger=True), tmp_path / "site", tools())
    write(tmp_path, {OLD: file_of(f"title: Bài\n{WHY}", "")})
    assert "unknown-record" not in codes_of(tmp_path)
    (tmp_path / "content/.ledger").unlink()
    assert "unknown-record" in codes_of(tmp_path)


def test_an_agency_that_is_named_cannot_go(tmp_path: Path) -> None:
    gone = {"content/agencies/co-quan-b.yml": f"name: Cơ quan B\n{WHY}"}
    assert set(codes_of(write(tmp_path, COMPLETE, UNSEARCHED, gone))) == {"agency-gone"}


def test_an_agency_that_nothing_names_can_go(tmp_path: Path) -> None:
    gone = {
        "content/agencies/co-quan-c.yml": "name: Cơ quan C\ngone: {on: 2021, reason: Trùng., replaced_by: co-quan-b}\n"
    }
    made = texts_of(write(tmp_path, COMPLETE, UNSEARCHED, gone))
    assert '<a href="https://bantin.example/co-quan/co-quan-b/">Cơ quan B</a>' in made["co-quan/co-quan-c/index.html"]
    assert "Cơ quan C" not in made["co-quan/index.html"]


def test_its_id_stays_taken(tmp_path: Path) -> None:
    gone = {"content/agreements/bai.md": file_of(f"title: Quy chế\n{WHY}", "")}
    assert codes_of(write(tmp_path, COMPLETE, UNSEARCHED, gone)) == ["duplicate-record"]


def test_a_relation_to_it_is_a_fact_and_an_article_about_it_is_none(tmp_path: Path) -> None:
    gone = {"content/agreements/cu.md": file_of("title: Cũ\ngone: {on: 2021, reason: Cũ., replaced_by: bai}\n", "")}
    related = ARTICLE.replace("  scope", "  relations: [{kind: replaces, to: cu}]\n  scope")
    write(tmp_path, COMPLETE, UNSEARCHED, gone, {"content/articles/2020/bai.md": related})
    assert codes_of(tmp_path) == []
    about = file_of("title: Tin\npublished: 2020-01-01\nlead: Sa-pô.\nauthors: [A]\nabout: cu\n")
    write(tmp_path, {"content/articles/2020/tin.md": about})
    assert codes_of(tmp_path) == ["reference-to-replaced"]


def test_what_is_not_published_yet_is_not_linked(tmp_path: Path) -> None:
    draft = ARTICLE.replace("title: Hai", "draft: true\ntitle: Hai")
    write(tmp_path, {"content/articles/2020/bai.md": draft})
    old = {OLD: file_of("title: Bài cũ\ngone: {on: 2021, reason: Cũ., replaced_by: bai.md}\n")}
    made = texts_of(write(tmp_path, COMPLETE, UNSEARCHED, old, {"content/articles/2020/bai.md": draft}))
    assert "2020/bai" not in made["bai-viet/2020/cu/index.html"]


def test_a_day_ahead_is_a_warning(tmp_path: Path) -> None:
    old = {OLD: file_of("title: Bài cũ\ngone: {on: 2999-01-01, reason: Cũ.}\n")}
    root = write(tmp_path, COMPLETE, UNSEARCHED, old)
    assert codes_of(root) == ["date-in-the-future"]


def test_a_relation_and_an_article_lead_to_the_page_that_says_so(tmp_path: Path) -> None:
    gone = {"content/agreements/cu.md": file_of("title: Cũ\nnumber: 01/QC\ngone: {on: 2021, reason: Cũ.}\n", "")}
    more = "  relations: [{kind: replaces, to: 01/QC}]\n  amends: [{to: cu, at: dieu-1, do: repeal}]\n  scope"
    related = {"content/articles/2020/bai.md": ARTICLE.replace("  scope", more)}
    about = {"content/articles/2020/tin.md": file_of("title: Tin\npublished: 2020-01-01\nabout: [Cũ]\n")}
    made = texts_of(write(tmp_path, COMPLETE, UNSEARCHED, gone, related, about))
    for page in ("bai-viet/2020/bai/index.html", "bai-viet/2020/tin/index.html"):
        assert '<a href="../../../van-ban/khong-ro-ngay/cu/">Cũ (đã gỡ)</a>' in made[page]
    assert "replaces,false,,Cũ,01/QC,,https://bantin.example/van-ban/khong-ro-ngay/cu/" in made["du-lieu/relations.csv"]


@pytest.mark.parametrize("written", ["quy-che", "Quy chế"])
def test_the_page_says_what_it_was(tmp_path: Path, written: str) -> None:
    old = ARTICLE.replace("type: quy-che", f"type: {written}\n  id: cu\n  number: 01/QC")
    assert old != ARTICLE
    files = {OLD: old.replace("lead: Sa-pô.", f"lead: Sa-pô.\n{WHY}")}
    page = texts_of(write(tmp_path, COMPLETE, UNSEARCHED, files))["bai-viet/2020/cu/index.html"]
    assert ">Quy chế số 01/QC<" in page
    assert "Bài viết số" not in page


def test_a_type_that_is_not_known_any_more_is_an_agreement(tmp_path: Path) -> None:
    gone = {"content/agreements/cu.md": file_of(f"title: Cũ\ntype: loai-cu\nnumber: 01/QC\n{WHY}", "")}
    root = write(tmp_path, COMPLETE, UNSEARCHED, gone)
    assert codes_of(root) == []
    assert ">Văn bản số 01/QC<" in texts_of(root)["van-ban/khong-ro-ngay/cu/index.html"]
