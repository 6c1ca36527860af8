"""The search entry of each page: all terms by which readers search for it, and no unknown facts."""

from typing import Any

import pytest
from msgspec.structs import replace

from bantin.domain.model import Gone, GoneKind, Person, Signatory, SigningPlace
from bantin.render.search.document import EVERY, UNSEEN, document
from bantin.site.search_entry import SearchEntry, count_entries, entries
from tests.index.contents import agency, agreement, article, bulletin, on, page, record, when

SIGNED = agreement(
    "a",
    "b",
    title="Quy chế phối hợp",
    number="01/QCPH-A-B",
    signatories=(Signatory(Person("Tô Văn Đ", rank="Đại tá", position="Giám đốc"), "a"),),
    signed_on=on("2021-11-24"),
    signed_at=SigningPlace("Hà Nội"),
)


def told(*made: Any, full: bool = True) -> list[SearchEntry]:
    return list(entries(bulletin(*made), full=full))


def of_article(**changes: Any) -> SearchEntry:
    return told(article(**changes))[0]


def test_every_article_agency_and_page_is_reported_under_its_address() -> None:
    found = told(article(), page(), full=True)
    assert found[0].url == "bai-viet/2020/bai/"
    assert {"co-quan/a/", "gioi-thieu/"} <= {entry.url for entry in found}


@pytest.mark.parametrize(
    "words",
    ["01/QCPH-A-B", "01 QCPH A B", "Cơ quan A", "Đại tá Tô Văn Đ Giám đốc", "Quy chế", "An ninh", "Hà Nội"],
)
def test_an_article_is_found_by_the_facts_of_its_agreement(words: str) -> None:
    assert words in of_article(agreement=SIGNED).facts


def test_an_article_is_found_by_its_days_however_they_are_written() -> None:
    facts = of_article(agreement=SIGNED, published=when("2021-11-25")).facts
    assert "24/11/2021 24 11 2021 ngày 24 tháng 11 năm 2021" in facts
    assert "25/11/2021 25 11 2021 ngày 25 tháng 11 năm 2021" in facts


def test_an_item_is_found_by_all_the_groups_in_which_it_may_be_alone() -> None:
    """Such a group has no page: its signatory, topic, day or pair of agencies leads to the item."""
    words = {"Đại tá Tô Văn Đ Giám đốc", "Cơ quan A", "Cơ quan B", "24/11/2021 24 11 2021 ngày 24 tháng 11 năm 2021"}
    assert {*words, "Biển"} <= set(of_article(agreement=SIGNED, tags=("Biển",)).facts)
    (entry,) = (one for one in told(record("tep", agreement=SIGNED)) if one.url.startswith("van-ban/"))
    assert words <= set(entry.facts)


def test_agencies_are_found_by_what_they_are_called_for_short_and_were_called() -> None:
    called = agency("a", "Cơ quan A", abbreviations=("TT-TT",), aliases=("Cơ quan cũ",)), agency("b")
    (entry,) = (entry for entry in told(*called) if entry.url == "co-quan/a/")
    assert {"TT TT", "Cơ quan cũ"} <= set(entry.facts)
    assert {"TT TT", "Cơ quan cũ"} <= set(told(*called, article(agreement=SIGNED))[0].facts)


def test_results_are_narrowed_by_agency_year_type_field_and_status() -> None:
    facets = of_article(agreement=SIGNED).facets
    assert facets[:5] == (
        ("agency", "Cơ quan A"),
        ("agency", "Cơ quan B"),
        ("year", "2021"),
        ("type", "Quy chế"),
        ("field", "An ninh"),
    )
    assert facets[5][0] == "status"


@pytest.mark.parametrize(
    ("published", "signed", "day"),
    [
        ("2021-11-25", "2021-11-24", "2021-11-25"),
        (None, "2021-11-24", "2021-11-24"),
        (None, "2012", "2012"),
        (None, "XXXX-08-18", "0000"),
        (None, None, "0000"),
    ],
)
def test_results_are_sorted_by_the_day_that_is_known(published: str | None, signed: str | None, day: str) -> None:
    made = agreement(signed_on=on(signed) if signed else None)
    assert of_article(agreement=made, published=when(published) if published else None).day == day


def test_texts_are_searched_only_if_the_search_is_full() -> None:
    found = told(article(), page(), full=False)
    assert {entry.digest for entry in found} == {""}
    assert {entry.digest for entry in told(article(), page())} > {"content/pages/gioi-thieu.md"}


def test_a_document_says_everything_and_is_escaped() -> None:
    entry = SearchEntry(
        "x/", "A <b> & đ", lead="Dẫn", facts=("Số 1",), digest="d", shown=(("date", '"1"'),), day="2020"
    )
    text = document(entry, "vi", {"d": ("<p>Chữ ", "đỏ</p>")}, twice=False)
    assert '<h1 data-pagefind-weight="10">A &lt;b&gt; &amp; ḏ.</h1>' in text
    assert "<p>Chữ ḏỏ</p>" in text
    assert '<i data-pagefind-meta="title:A &lt;b&gt; &amp; đ"></i>' in text
    assert '<i data-pagefind-meta="date:&quot;1&quot;"></i>' in text
    assert '<i data-pagefind-sort="date:2020"></i>' in text
    # What finds every page is not shown.
    assert text.index(UNSEEN) < text.index(EVERY)


def test_an_older_engine_is_told_the_words_without_their_marks_too() -> None:
    entry = SearchEntry("x/", "Đất đai")
    assert "dat dai" in document(entry, "vi", {}, twice=True)
    assert "dat dai" not in document(entry, "vi", {}, twice=False)


def test_what_is_gone_is_found_by_its_title_and_number_and_said_to_be_gone() -> None:
    gone = Gone(
        "content/agreements/cu.md", GoneKind.RECORD, "cu", "Cũ", on("2021-02"), "Nhầm.", id="cu", number="01/QC-A"
    )
    made = replace(bulletin(), gone=(gone,))
    *others, entry = entries(made, full=True)
    assert (entry.url, entry.title, entry.facts) == ("van-ban/khong-ro-ngay/cu/", "Cũ", ("01/QC-A", "01 QC A"))
    assert entry.shown == (("gone", "Đã gỡ: 02/2021"),)
    assert count_entries(made, full=True) == len(others) + 1
