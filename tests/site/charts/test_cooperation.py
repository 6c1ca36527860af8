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
from bantin.site.views import CooperationView, LinkView
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
    others = {one.link.url: one.others for one in view.agencies}
    assert {bar.url: bar.count for bar in view.gaps.bars} == {row.link.url: others[row.link.url] for row in view.rows}
    check_pairs(made, view)


def check_pairs(made: Bulletin, view: CooperationView) -> None:
    pairs = made.register.by_pair
    assert view.unsigned == view.signing * (view.signing - 1) // 2 - len(pairs)
    assert [one.count for one in view.top_pairs] == sorted((len(one) for one in pairs.values()), reverse=True)[:10]
    links = {pair: tuple(f"co-quan/{one}/" for one in pair) for pair in pairs}
    assert {frozenset(link.url for link in pair) for pair in view.unsigned_pairs}.isdisjoint(
        frozenset(pair) for pair in links.values()
    )
    # Each agency with all that it has signed with, the most first.
    for one in view.agencies:
        expected = [mark_of(pair, made) for pair, urls in links.items() if one.link.url in urls]
        assert one.total == len(expected) == view.signing - 1 - one.others
        shown = [(partner.link.url, partner.count) for partner in one.partners]
        assert set(shown) <= set(expected)
        assert [count for _, count in shown] == sorted((count for _, count in expected), reverse=True)[:12]
        assert (one.every is not None) is (len(expected) > 12)


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
    assert sorted(in_table) == sorted(cell.url for cell in view.matrix.cells)
    assert page.rows("matrix") == [
        [row.link.label, *(str(cell.count) if cell else "" for cell in row.cells)] for row in view.matrix.rows
    ]
    assert [row[0] for row in page.rows("network")] == [row.link.label for row in view.nodes]
    counted = [[one.link.label, str(one.total), str(one.others)] for one in view.agencies]
    assert page.rows("gaps") == (counted if view.unsigned else [])
    assert len(page.find("//svg[@class='network']//line")) == len(view.network.edges)


@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_it_stays_legible(size: tuple[int, int]) -> None:
    _, view = example(*size)
    assert len(view.matrix.agencies) == min(24, view.signing)
    assert len(view.network.edges) <= 120
    assert len(view.network.agencies) <= 60
    for one, other in combinations(view.network.agencies, 2):
        assert dist((one.x, one.y), (other.x, other.y)) > one.radius + other.radius
    assert all(place.plate for place in view.network.agencies)


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
    assert "1 agreement" in page.texts("//svg[@class='network']/a/title")[0]


def test_the_keyboard_goes_through_the_tables_and_the_boxes_that_scroll() -> None:
    page = drawn(corpus(3, signed(0, 1)))
    assert set(page.find("//svg[@class='network']//a/@tabindex")) == {"-1"}
    boxes = page.find("//div[@class='chart-scroll' or @class='matrix']")
    assert len(boxes) == 2
    assert all(box.get("tabindex") == "0" and box.get("role") == "region" for box in boxes)


def test_of_very_many_agencies_the_least_busy_have_only_a_link() -> None:
    view = view_of(corpus(203, *(signed(0, other, number=other) for other in range(1, 203))))
    hub, *others = sorted(view.agencies, key=lambda one: -one.total)
    assert hub.every == LinkView("Tất cả 202 cơ quan", "co-quan/cq-000/voi/")
    assert sum(not one.partners for one in others) == 3
    assert all(one.total == 1 for one in others)


def test_busy_agencies_that_have_signed_nothing_with_each_other_come_first() -> None:
    """Each of the three has signed with the fourth: 0 most, 2 least."""
    made = corpus(4, *(signed(one, 3, number=10 * one + n) for one in range(3) for n in range(3 - one)))
    pairs = [tuple(link.url for link in pair) for pair in view_of(made).unsigned_pairs]
    urls = [f"co-quan/cq-00{one}/" for one in range(3)]
    assert pairs == [(urls[0], urls[1]), (urls[0], urls[2]), (urls[1], urls[2])]


def test_an_agency_that_has_ended_is_no_gap() -> None:
    """What it has not signed, it never will; the others still could."""
    news = [signed(one, 3, number=10 * one + n) for one in range(3) for n in range(3 - one)]
    view = view_of(corpus(4, *news, successors={0: 3}))
    assert [tuple(link.url for link in pair) for pair in view.unsigned_pairs] == [
        ("co-quan/cq-001/", "co-quan/cq-002/")
    ]
