"""PLAN: the pages of records with files of their own, and of their texts."""

from typing import Any

from msgspec.structs import replace

from bantin.domain.model import Amendment, AmendmentKind, Feature, RecordFile, Relation, RelationKind
from bantin.domain.provisions.reading import read_text
from bantin.index import Bulletin
from bantin.site.views import ArticleView, RecordTextView, RecordView
from tests.index.contents import SITE, agreement, article, bulletin, on, record
from tests.site.plans import pages_of, view_at, views_of

HERE = "van-ban/2015/mot/"
TEXT = """\
QUY CHẾ PHỐI HỢP

Căn cứ Quy chế số 05/QCPH-A-B ngày 01 tháng 02 năm 2014;

Điều 1. Phạm vi
Quy chế này quy định việc phối hợp, trừ trường hợp tại khoản 2 Điều 2 Quy chế này.

Điều 2. Trách nhiệm
1. Bên A báo trước.
2. Bên B:
a) báo lại;
đ) cho mượn.

Điều 3. Hiệu lực
Quy chế này có hiệu lực từ ngày ký.
"""


def amending(record_id: str, effective: str, *amendments: Amendment, **changes: Any) -> RecordFile:
    facts = agreement(
        id=record_id,
        title=f"Bản {record_id}",
        signed_on=on("2016-01-01"),
        effective_on=on(effective),
        relations=(Relation(RelationKind.AMENDS, "mot"),),
        amends=amendments,
    )
    return record(record_id, agreement=replace(facts, **changes))


def to(at: str, text: str = "", do: AmendmentKind = AmendmentKind.REPLACE) -> Amendment:
    return Amendment("mot", at, do, text)


SIGNED = record("mot", text=read_text(TEXT))
FIRST = amending("hai", "2018-06-01", to("dieu-2-khoan-1", "1. Bên A báo trước 12 giờ."))
SECOND = amending("ba", "2020-01-01", to("dieu-2-khoan-2-diem-a", do=AmendmentKind.REPEAL))


def texts(found: Bulletin) -> dict[str, RecordTextView]:
    return {view.url: view for view in views_of(found, RecordTextView)}


def page(found: Bulletin, url: str = HERE) -> RecordView:
    return view_at(found, url, RecordView)


def test_a_record_has_a_page_with_its_facts_and_its_news() -> None:
    news = [article(f"tin-{number}", about=("mot",)) for number in range(10)]
    view = page(bulletin(record("mot"), *news))
    assert (view.title, view.agreement.title, view.text) == ("Bản mot", "Bản mot", None)
    assert [card.url for card in view.news] == [f"bai-viet/2020/tin-{number}/" for number in range(10)]
    assert [one.url for one in view.alternates] == [f"{HERE}index.json", f"{HERE}atom.xml"]


def test_an_article_tells_in_brief_what_it_is_about_and_leads_there() -> None:
    found = bulletin(record("mot"), record("hai"), article("bai", agreement=agreement(), about=("hai", "mot")))
    view = view_at(found, "bai-viet/2020/bai/", ArticleView)
    assert view.agreement
    assert [one.link.url for one in view.about] == ["van-ban/2015/hai/", HERE]
    assert view.about[0].parties == ("Cơ quan A", "Cơ quan B")


def test_a_record_of_no_known_year_has_an_address() -> None:
    found = bulletin(record("mot", agreement=agreement(id="mot", signed_on=on("XXXX-08-18"))))
    assert page(found, "van-ban/khong-ro-ngay/mot/").agreement.id == "mot"


def test_records_are_content_and_stay_where_the_lists_of_them_are_turned_off() -> None:
    site = replace(SITE, off=frozenset({Feature.REGISTER}))
    found = bulletin(SIGNED, article("bai", about=("mot",)), site=site)
    assert [url for url in pages_of(found) if url.startswith("van-ban/") and url.endswith("/")] == [HERE]
    assert [crumb.label for crumb in page(found).crumbs] == ["Trang chủ"]
    view = view_at(found, "bai-viet/2020/bai/", ArticleView)
    assert [(one.link.url, one.type.linked) for one in view.about] == [(HERE, False)]


def test_a_text_that_was_never_amended_has_no_other_pages() -> None:
    found = bulletin(SIGNED)
    view = page(found)
    assert view.text
    assert (view.text.number, view.text.versions, view.text.signed, texts(found)) == (1, (), None, {})
    assert view.agreement.text_at == "page"
    assert [one.url for one in view.text.files] == [f"{HERE}toan-van.xml", f"{HERE}toan-van.json"]


def test_each_provision_has_its_number_its_name_and_its_anchor() -> None:
    view = page(bulletin(SIGNED))
    assert view.text
    second = view.text.provisions[1]
    assert (second.label, second.name, second.anchor, second.level) == ("Điều 2.", "Điều 2", "dieu-2", 3)
    point = second.children[1].children[1]
    assert (point.label, point.name, point.anchor, point.level) == (
        "đ)",
        "Điểm đ khoản 2 Điều 2",
        "dieu-2-khoan-2-diem-dd",
        0,
    )
    assert view.text.preamble == ("QUY CHẾ PHỐI HỢP",)


def test_a_reference_to_a_provision_of_the_text_leads_there() -> None:
    view = page(bulletin(SIGNED))
    assert view.text
    (words,) = view.text.provisions[0].paragraphs
    assert [(one.label, one.url) for one in words if one.linked] == [("khoản 2 Điều 2", "#dieu-2-khoan-2")]
    assert "".join(one.label for one in words) == SIGNED.text.provisions[0].paragraphs[0] if SIGNED.text else ""


def test_a_document_in_its_basis_leads_to_the_record_of_that_number() -> None:
    cited = record("cu", agreement=agreement(id="cu", number="05/QCPH-A-B", signed_on=on("2014-02-01")))
    view = page(bulletin(SIGNED, cited))
    assert view.text
    (words,) = view.text.bases
    assert [one.url for one in words if one.linked] == ["van-ban/2014/cu/"]
    assert [one.title for one in page(bulletin(SIGNED, cited), "van-ban/2014/cu/").agreement.cited_by] == ["Bản mot"]


def test_each_version_has_a_page_and_the_record_shows_that_of_today() -> None:
    found = bulletin(SIGNED, FIRST, SECOND)
    base = f"{HERE}toan-van/"
    assert list(texts(found)) == [f"{base}ban-ky/", f"{base}2018-06-01/", f"{base}2020-01-01/"]
    view = page(found)
    assert view.text
    assert view.text.number == 3
    assert view.text.signed
    assert view.text.signed.url == f"{base}ban-ky/"
    told = [(one.link and one.link.url, one.today, [by.label for by in one.by]) for one in view.text.versions]
    assert told == [
        (f"{base}2020-01-01/", True, ["Bản ba"]),
        (f"{base}2018-06-01/", False, ["Bản hai"]),
        (f"{base}ban-ky/", False, []),
    ]
    assert [one.until.iso if one.until else "" for one in view.text.versions] == ["", "2019-12-31", "2018-05-31"]


def test_the_signed_text_stays_as_it_was() -> None:
    alone, amended = page(bulletin(SIGNED)), texts(bulletin(SIGNED, FIRST, SECOND))[f"{HERE}toan-van/ban-ky/"]
    assert alone.text
    assert [one.paragraphs for one in alone.text.provisions] == [one.paragraphs for one in amended.text.provisions]
    assert amended.text.signed is None


def test_a_provision_tells_what_changed_word_by_word_and_by_what() -> None:
    view = texts(bulletin(SIGNED, FIRST, SECOND))[f"{HERE}toan-van/2020-01-01/"]
    first, second = view.text.provisions[1].children
    (change,) = first.history
    assert (change.kind, change.since and change.since.iso) == ("replaced", "2018-06-01")
    assert [one.label for one in change.by] == ["Bản hai"]
    assert [(one.kind, one.text) for one in change.paragraphs[0]] == [
        ("same", "Bên A báo "),
        ("deleted", "trước."),
        ("inserted", "trước 12 giờ."),
    ]
    assert second.children[0].repealed
    assert [one.kind for one in second.children[0].history] == ["repealed"]


def test_what_is_not_known_is_said_and_not_guessed() -> None:
    part_known = amending("hai", "2018-06", to("dieu-2-khoan-1", "1. Bên A báo trước 12 giờ."))
    found = bulletin(SIGNED, part_known)
    view = page(found)
    assert view.text
    later, unknown, signed = view.text.versions
    assert (unknown.link, unknown.since and unknown.since.iso, unknown.until and unknown.until.iso) == (
        None,
        "2018-06-01",
        "2018-06-29",
    )
    assert later.link
    assert later.link.label == "Văn bản hợp nhất (chậm nhất từ ngày 30 tháng 6 năm 2018)"
    assert (later.since, signed.signed) == (None, True)


def test_a_page_changes_when_an_amendment_does() -> None:
    other = amending("hai", "2018-06-01", to("dieu-2-khoan-1", "1. Bên A không báo."), title="Bản hai")
    before, after = (bulletin(SIGNED, one).texts["mot"].digest for one in (FIRST, replace(other, meta_digest="khác")))
    assert before != after
    assert bulletin(SIGNED, FIRST).texts["mot"].digest == before


def test_the_text_of_a_day_on_which_nothing_is_known_is_the_signed_one() -> None:
    undated = amending("hai", "2026", to("dieu-2-khoan-1", "1. Bên A không báo."))
    view = page(bulletin(SIGNED, undated))
    assert view.text
    assert view.text.number == 1
    assert [one.today for one in view.text.versions] == [False, True, False]


def test_a_text_of_which_no_version_is_known_is_shown_as_it_was_signed() -> None:
    undated = record("hai", agreement=agreement(id="hai", amends=FIRST.agreement.amends))
    found, signed = page(bulletin(SIGNED, undated)).text, page(bulletin(SIGNED)).text
    assert found
    assert signed
    assert found.provisions == signed.provisions
    assert {(one.signed, one.today) for one in found.versions} == {(True, False), (False, True)}


def test_a_summary_is_shown_and_describes_the_record() -> None:
    view = view_at(bulletin(record("mot", summary="Chia việc.")), HERE, RecordView)
    assert (view.summary, view.description) == ("Chia việc.", "Chia việc.")
