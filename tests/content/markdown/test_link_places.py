"""The places of addresses: of equal ones, each link has its own, and what only looks like a link has none."""

from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.content.markdown.link_places import LinkPlaces, TagPlaces
from bantin.content.markdown.source import MarkdownSource
from tests.content.readings import ARTICLE, MARK
from tests.content.strategies import bounded
from tests.searches import SearchedText


def places_of(text: str, *addresses: str) -> list[tuple[int, int, int]]:
    sites = LinkPlaces(MarkdownSource(text, ARTICLE, 1, MARK))
    places = [sites.next(address) for address in addresses]
    return [(place.line, place.column, place.width) for place in places]


@pytest.mark.parametrize(
    ("text", "addresses", "places"),
    [
        ("b.md [a](b.md)\n[c](b.md)", ["b.md", "b.md"], [(1, 10, 4), (2, 5, 4)]),
        ("`[a](b.md)` [a](b.md)", ["b.md"], [(1, 17, 4)]),
        ("```\n[a](b.md)\n```\n[a](b.md)", ["b.md"], [(4, 5, 4)]),
        ("\\[a](b.md) b.md\n\n[a](<b.md>)", ["b.md"], [(3, 6, 4)]),
        ("<!-- [a](b.md) --> [a](b.md)", ["b.md"], [(1, 24, 4)]),
        ("b_c.md [a](b\\_c.md)", ["b_c.md"], [(1, 12, 7)]),
        ("x&y [a](x&amp;y)", ["x&y"], [(1, 9, 7)]),
        ("[a](b.md 't') ![c](b.md)", ["b.md", "b.md"], [(1, 5, 4), (1, 20, 4)]),
        ('b.md <a href="b.md">x</a> <img alt=x src=b.md>', ["b.md", "b.md"], [(1, 15, 4), (1, 42, 4)]),
        ("b.md [a][r] [c](b.md)\n\n[r]: b.md", ["b.md", "b.md"], [(3, 6, 4), (1, 17, 4)]),
        ("b.md [r]\n\n[R]: <b.md> 't'", ["b.md"], [(3, 7, 4)]),
        ("a[^1] [b](c.md)\n\n[^1]: [d](c.md)\n\ne [f](c.md)", ["c.md"] * 3, [(1, 11, 4), (5, 7, 4), (3, 11, 4)]),
        ("a[^2] b[^1]\n\n[^1]: [d](c.md)\n[^2]: [e](c.md)", ["c.md"] * 2, [(4, 11, 4), (3, 11, 4)]),
        ("<https://a.vn> https://a.vn.", ["https://a.vn", "https://a.vn"], [(1, 2, 12), (1, 16, 12)]),
        ("Xem www.a.vn, www.a.vn", ["http://www.a.vn", "http://www.a.vn"], [(1, 5, 8), (1, 15, 8)]),
        ("Gửi a@b.vn hay <a@b.vn>", ["mailto:a@b.vn", "mailto:a@b.vn"], [(1, 5, 6), (1, 17, 6)]),
        ("Gửi mailto:a@b.vn hay <mailto:a@b.vn>", ["mailto:a@b.vn"] * 2, [(1, 5, 13), (1, 24, 13)]),
        ("[a](b.md)", ["c.md"], [(1, 1, 1)]),
        ("[a](b.md)", ["b.md", "b.md"], [(1, 5, 4), (1, 5, 4)]),
    ],
)
def test_each_link_has_a_place(text: str, addresses: list[str], places: list[tuple[int, int, int]]) -> None:
    assert places_of(text, *addresses) == places


def test_a_text_of_many_addresses_is_not_searched_for_each(monkeypatch: pytest.MonkeyPatch) -> None:
    searched: list[str] = []

    def search(_places: LinkPlaces, address: str) -> bool:
        searched.append(address)
        return False

    monkeypatch.setattr(LinkPlaces, "_is_in_brackets", search)
    many = [f"b{number}.md" for number in range(1_000, 1_900)]
    places = places_of("\n".join(f"[a]({address})" for address in many), *many)
    assert places == [(line, 5, 8) for line in range(1, 901)]
    assert len(searched) < 100


def test_few_addresses_and_many_have_the_same_places() -> None:
    many = [f"b{number}.md" for number in range(1_000, 1_100)]
    text = "\n".join(
        f"[a]({address}) {address}" if number % 2 else f"[a]({address})" for number, address in enumerate(many)
    )
    assert places_of(text, *many) == [places_of(text, address)[0] for address in many]


@pytest.mark.parametrize(
    ("text", "column"),
    [("# Một\n\nmot <p id=mot>", 11), ("mot {#mot}", 7), ("mot\n{: #mot}", 5), ("mot #x", 1)],
)
def test_an_anchor_has_the_place_where_it_is_given(text: str, column: int) -> None:
    assert LinkPlaces(MarkdownSource(text, ARTICLE, 1, MARK)).anchor("mot").column == column


def test_a_tag_that_breaks_off_is_found_in_a_longer_one() -> None:
    assert TagPlaces(MarkdownSource("<u a><u>", ARTICLE, 1, MARK)).next("<u") == 0


def test_equal_tags_are_distinguished_and_code_is_not_taken_for_one() -> None:
    tags = TagPlaces(MarkdownSource("`<u>` <u> <u>", ARTICLE, 1, MARK))
    assert [tags.next("<u>"), tags.next("<u>")] == [6, 10]


@bounded
@given(st.lists(st.sampled_from(["<", ">", "<u>", "<u a>", "a", "`", "\n"]), max_size=30), st.data())
def test_a_piece_of_html_has_the_place_of_a_plain_search(parts: list[str], data: st.DataObject) -> None:
    text = "".join(parts)
    begin = data.draw(st.integers(0, len(text)))
    piece = text[begin : data.draw(st.integers(begin, len(text)))]
    source = MarkdownSource(text, ARTICLE, 1, MARK)
    plain = source.shown.find(piece)
    assert TagPlaces(source).next(piece) == (plain if plain >= 0 else text.find(piece))


def test_the_text_is_not_searched_from_its_beginning_for_each_tag() -> None:
    tags = [f"<b a{number}>" for number in range(500)]
    source = MarkdownSource("".join(f"một hai {tag}" for tag in tags), ARTICLE, 1, MARK)
    shown = SearchedText(source.shown)
    with patch.object(source, "shown", shown):
        places = TagPlaces(source)
        assert [places.next(tag) for tag in tags] == [shown.index(tag) for tag in tags]
    assert shown.searched == sum(map(len, tags))
