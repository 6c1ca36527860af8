"""The agencies that sign with each other: numbers as in the register, legible with ten agencies and two hundred."""

from functools import cache
from itertools import combinations
from math import dist

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from bantin.index import Bulletin, Pair
from bantin.site.addresses import WORDS, home
from bantin.site.charts import cooperation_page
from bantin.site.views import CooperationView
from tests.conftest import examples
from tests.index.contents import agency, agreement, article, bulletin, quick
from tests.site.charts.corpora import busy, corpus, registers, signed
from tests.site.charts.drawings import Drawn

SMALL, LARGE = (10, 25), (200, 1_000)


def view_of(made: Bulletin) -> CooperationView:
    (page,) = cooperation_page(made)
    view = page.blank(made.directory)
    assert isinstance(view, CooperationView)
    return view


def drawn(made: Bulletin) -> Drawn:
    (page,) = cooperation_page(made)
    return Drawn(page, made)


@cache
def example(agencies: int, agreements: int) -> tuple[Bulletin, CooperationView]:
    made = busy(agencies, agreements)
    return made, view_of(made)


def mark_of(pair: Pair, made: Bulletin) -> tuple[str, int]:
    """The address of what a pair has signed, which is the agreement if it is one, and the number of agreements."""
    records = made.register.by_pair[pair]
    one, other = pair
    only = home(WORDS["vi"], records[0].home)
    return (only, 1) if len(records) == 1 else (f"co-quan/{one}/voi/{other}/", len(records))


def check_numbers(made: Bulletin, view: CooperationView) -> None:
    known = {mark_of(pair, made) for pair in made.register.by_pair}
    assert view.pairs == len(made.register.by_pair)
    assert view.signing == len({one for pair in made.register.by_pair for one in pair})
    # Each square and each line tells what the register holds, and so does each entry of the tables.
    for found in (view.matrix.cells, view.network.edges):
        assert {(mark.url, mark.count) for mark in found} <= known
    for rows, marks in ((view.rows, view.matrix.cells), (view.nodes, view.network.edges * 2)):
        listed = [(one.link.url, one.count) for row in rows for one in row.partners]
        assert sorted(listed) == sorted((mark.url, mark.count) for mark in marks)
    # No pair of agencies that are shown is missing.
    for places, marks in ((view.matrix.agencies, view.matrix.cells), (view.network.agencies, view.network.edges)):
        shown = [place.url for place in places]
        between = {
            mark_of(pair, made) for pair in made.register.by_pair if all(f"co-quan/{one}/" in shown for one in pair)
        }
        assert {(mark.url, mark.count) for mark in marks} == between
    assert {bar.url: bar.count for bar in view.gaps.bars} == {row.link.url: len(row.others) for row in view.rows}


@quick
@given(registers())
def test_every_number_is_that_of_the_register_and_of_the_table(made: Bulletin) -> None:
    check_numbers(made, view_of(made))


@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_with_many_agencies_too(size: tuple[int, int]) -> None:
    check_numbers(*example(*size))


@settings(quick, max_examples=examples(25))
@given(registers())
def test_the_drawings_and_the_tables_say_and_lead_to_the_same(made: Bulletin) -> None:
    page, view = drawn(made), view_of(made)
    if not view.signing:
        return
    agencies = [row.link.url for row in view.rows]
    in_table = [url for url in page.links("matrix", "tbody") if url not in agencies]
    in_drawing = [url for url in page.links("matrix", "svg") if url not in agencies]
    assert sorted(in_table) == sorted(in_drawing)
    assert page.texts("//svg[@class='matrix']/a[@class]/text") == [str(cell.count) for cell in view.matrix.cells]
    assert [row[:2] for row in page.rows("network")] == [[str(row.number), row.link.label] for row in view.nodes]
    assert [(row[0], row[1]) for row in page.rows("gaps")] == [
        (row.link.label, str(len(row.others))) for row in view.rows
    ]
    assert len(page.find("//svg[@class='network']//line")) == len(view.network.edges)


@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_it_stays_legible(size: tuple[int, int]) -> None:
    _, view = example(*size)
    assert len(view.matrix.agencies) == min(24, view.signing)
    assert len(view.network.edges) <= 120
    assert len(view.network.agencies) <= 60
    for one, other in combinations(view.network.agencies, 2):
        assert dist((one.x, one.y), (other.x, other.y)) > one.radius + other.radius
    named = [place for place in view.network.agencies if place.plate]
    assert len(named) >= len(view.network.agencies) / 2


def test_of_few_agencies_all_are_shown_and_named() -> None:
    made, view = example(*SMALL)
    assert len(view.network.agencies) == len(view.matrix.agencies) == view.signing
    assert view.rest == ()
    assert "Hình chỉ gồm" not in drawn(made).data.decode()


def test_of_many_agencies_the_busiest_are_shown_and_the_page_says_so_and_names_the_rest() -> None:
    made, view = example(*LARGE)
    page = drawn(made)
    many = len(view.network.agencies)
    notes = page.texts("//figcaption/p")
    assert f"Hình chỉ gồm 24/{view.signing} cơ quan có nhiều văn bản nhất." in notes
    assert f"Hình chỉ gồm {many}/{view.signing} cơ quan có nhiều văn bản nhất." in notes
    busy_of = {f"co-quan/{one}/": len(records) for one, records in made.register.by_agency.items()}
    shown = {place.url for place in (*view.matrix.agencies, *view.network.agencies)}
    rest = {link.url for link in view.rest}
    assert shown.isdisjoint(rest)
    assert len(shown) + len(rest) == view.signing
    assert min(busy_of[url] for url in shown) >= max(busy_of[url] for url in rest)


def test_as_many_lines_are_drawn_as_there_is_room_for() -> None:
    """Between 17 agencies that have all signed with each other there are 136 pairs, between 16 of them 120."""
    everyone = [signed(*pair, number=number) for number, pair in enumerate(combinations(range(17), 2))]
    view = view_of(corpus(17, *everyone))
    assert (len(view.network.agencies), len(view.network.edges), len(view.matrix.agencies)) == (16, 120, 17)
    view = view_of(corpus(122, *(signed(0, other, number=other) for other in range(1, 122))))
    assert (len(view.network.agencies), len(view.network.edges)) == (60, 59)


@quick
@given(registers(), st.data())
def test_the_order_of_the_articles_changes_nothing(made: Bulletin, data: st.DataObject) -> None:
    shuffled = data.draw(st.permutations(made.articles))
    assert view_of(bulletin(*made.directory.agencies, *shuffled)) == view_of(made)


def test_an_agency_that_has_not_signed_is_not_shown() -> None:
    view = view_of(corpus(3, signed(0, 1)))
    assert [row.link.url for row in view.rows] == ["co-quan/cq-000/", "co-quan/cq-001/"]


def test_where_nobody_has_signed_the_page_says_so() -> None:
    page = drawn(corpus(3))
    assert page.find("//svg") == []
    assert page.texts("//main/p") == ["Chưa có nội dung."]


def test_names_are_escaped() -> None:
    made = bulletin(agency("a", "<b>&amp;"), agency("b"), article(agreement=agreement("a", "b")))
    text = drawn(made).data.decode()
    assert "<b>" not in text
    assert "&lt;b&gt;&amp;amp;" in text


def test_in_english_the_page_is_in_english() -> None:
    made = corpus(3, signed(0, 1))
    english = replace(made, directory=replace(made.directory, site=replace(made.directory.site, language="en")))
    page = drawn(english)
    assert page.texts("//h1") == ["Agencies that sign with each other"]
    assert "1 agreement" in page.texts("//svg[@class='matrix']/a/title")[-1]


def test_the_keyboard_goes_through_the_tables_and_the_boxes_that_scroll() -> None:
    page = drawn(corpus(3, signed(0, 1)))
    assert set(page.find("//svg[@class='matrix' or @class='network']//a/@tabindex")) == {"-1"}
    boxes = page.find("//div[@class='chart-scroll']")
    assert len(boxes) == 2
    assert all(box.get("tabindex") == "0" and box.get("role") == "region" and box.get("aria-label") for box in boxes)
