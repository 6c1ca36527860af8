"""The index: what is shown, in which order, and that everything is found by everything that it is looked for by."""

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import fields, replace

from bantin.domain.model import Article, Change, ChangeKind
from bantin.domain.rules.showing import next_turn
from bantin.domain.text.same_name import same_name
from bantin.index import Bulletin, Directory, index, periods_of
from tests.index.contents import (
    NOW,
    SITE,
    ZONE,
    agency,
    agreement,
    article,
    articles,
    bulletin,
    content,
    on,
    page,
    quick,
    record,
    when,
)


def names(found: Iterable[Article]) -> list[str]:
    return [one.slug for one in found]


def everything(made: Bulletin | Directory) -> list[object]:
    """All that a bulletin holds, the order of its mappings included."""
    return [told(getattr(made, field.name)) for field in fields(made)]


def told(value: object) -> object:
    if isinstance(value, Directory):
        return everything(value)
    return list(value.items()) if isinstance(value, Mapping) else value


@quick
@given(st.data())
def test_the_index_never_depends_on_the_order_of_the_files(data: st.DataObject) -> None:
    made: list[Any] = [*data.draw(articles()), page("mot"), page("hai"), *(agency(one) for one in "abcd")]
    shuffled = data.draw(st.permutations(made))
    assert everything(index(content(*made), NOW)) == everything(index(content(*shuffled), NOW))


@quick
@given(articles(), st.booleans())
def test_every_article_is_either_shown_or_hidden(made: list[Article], drafts: bool) -> None:
    found = bulletin(*made, drafts=drafts)
    shown = {one.path for one in found.articles}
    assert shown | found.hidden == {one.path for one in made}
    assert not shown & found.hidden


KEYS: dict[str, Callable[[Article], Iterable[object]]] = {
    "by_agency": lambda one: [party.agency for party in one.agreement.parties] if one.agreement else [],
    "by_type": lambda one: [one.agreement.type] if one.agreement else [],
    "by_field": lambda one: one.agreement.fields if one.agreement else [],
    "by_section": lambda one: [one.section] if one.section else [],
    "by_period": periods_of,
}


@quick
@given(articles())
def test_every_article_is_found_by_all_that_it_says_and_by_nothing_else(made: list[Article]) -> None:
    found = bulletin(*made)
    for name, keys_of in KEYS.items():
        by_key: Mapping[object, tuple[Article, ...]] = getattr(found, name)
        for one in found.articles:
            assert {key for key, group in by_key.items() if one in group} == set(keys_of(one)), name


@quick
@given(articles())
def test_every_list_is_in_the_order_of_the_whole_and_has_nothing_twice(made: list[Article]) -> None:
    found = bulletin(*made)
    position = {one.path: at for at, one in enumerate(found.articles)}
    for group in [found.undated, *(group for name in KEYS for group in getattr(found, name).values())]:
        places = [position[one.path] for one in group]
        assert places == sorted(set(places))


@quick
@given(articles())
def test_every_article_lies_in_a_period_or_is_undated_but_not_both(made: list[Article]) -> None:
    found = bulletin(*made)
    dated = {one.path for group in found.by_period.values() for one in group}
    undated = {one.path for one in found.undated}
    assert dated | undated == {one.path for one in found.articles}
    assert not dated & undated


@quick
@given(articles())
def test_every_agreement_is_found_by_its_record_id(made: list[Article]) -> None:
    found = bulletin(*made)
    expected = {one.agreement.id: one for one in found.articles if one.agreement}
    assert {one: record.article for one, record in found.register.by_id.items()} == expected


@pytest.mark.parametrize(
    ("changes", "shown", "shown_with_drafts"),
    [
        ({}, True, True),
        ({"draft": True}, False, True),
        ({"published": when("2026-01-01")}, True, True),
        ({"published": when("2026-01-02")}, False, True),
        ({"published": when("2026-01")}, True, True),
        ({"published": when("2026-02")}, False, True),
        ({"published": when("2026")}, True, True),
        ({"published": when("2027")}, False, True),
        ({"published": when("XXXX-08-18")}, True, True),
        ({"published": when("2026-01-01T23:59+07:00")}, True, True),
        ({"published": when("2026-01-01T23:59+00:00")}, False, True),
        ({"published": when("2026-01-02T00:00+07:00")}, False, True),
        ({"expires": when("2025-12-31")}, False, False),
        ({"expires": when("2026-01-01")}, True, True),
        ({"expires": when("2025-12")}, False, False),
        ({"expires": when("2026")}, True, True),
        ({"expires": when("XXXX-08-18")}, True, True),
        ({"expires": when("2026-01-01T23:59+07:00")}, False, False),
        ({"expires": when("2026-01-01T17:00+00:00")}, True, True),
        ({"expires": when("2025"), "draft": True}, False, False),
        ({"embargo": when("2026-01-01T23:59+07:00")}, True, True),
        ({"embargo": when("2026-01-02")}, False, True),
        ({"embargo": when("2026-01-02"), "published": when("2025-01-01")}, False, True),
        ({"embargo": when("2025-01-01"), "published": when("2026-01-02")}, False, True),
        ({"published": when("2026-01-02"), "draft": True}, False, True),
    ],
)
def test_what_is_shown_on_a_day(changes: dict[str, Any], shown: bool, shown_with_drafts: bool) -> None:
    made = article(**changes)
    assert bool(bulletin(made).articles) is shown
    assert bool(bulletin(made, drafts=True).articles) is shown_with_drafts


def test_a_scheduled_article_shows_from_its_day_on_and_an_expired_one_no_longer() -> None:
    made = content(article(published=when("2026-02-01"), expires=when("2026-02-03")))
    shown = [bool(index(made, datetime(2026, 2, day, tzinfo=ZONE)).articles) for day in (1, 2, 3, 4)]
    assert shown == [True, True, True, False]
    assert not index(made, datetime(2026, 1, 31, 23, 59, 59, tzinfo=ZONE)).articles


@pytest.mark.parametrize(
    ("changes", "kept"),
    [
        ({"expires": when("2025-12-31")}, True),
        ({"expires": when("2025-12-31"), "draft": True}, False),
        ({"expires": when("2025-12-31"), "agreement": None}, False),
        ({"expires": when("2026-01-01")}, False),
    ],
)
def test_the_record_in_an_article_that_has_expired_stays_without_its_text(changes: dict[str, Any], kept: bool) -> None:
    made = bulletin(article(**{"agreement": agreement(), "has_text": True, **changes}))
    found = [(one.path, one.agreement.id, one.has_text) for one in made.record_files]
    assert found == ([("content/articles/2020/bai.md", "ban-ghi", False)] if kept else [])
    assert ("content/articles/2020/bai.md" in made.hidden) == (not kept and not made.articles)


def test_a_change_that_is_ahead_turns_the_record_of_an_expired_article() -> None:
    told = article(
        expires=when("2025-12-31"),
        agreement=agreement(),
        changes=(Change(ChangeKind.CORRECTION, when("2026-02-01"), "Sai."),),
    )
    found = next_turn(told, NOW, SITE.timezone, drafts=False)
    assert found == datetime(2026, 1, 31, 17, tzinfo=UTC)
    assert next_turn(replace(told, agreement=None), NOW, SITE.timezone, drafts=False) is None


@pytest.mark.parametrize(("drafts", "shown"), [(False, []), (True, ["nhap"])])
def test_a_draft_page_shows_only_with_drafts(drafts: bool, shown: list[str]) -> None:
    made = bulletin(page("nhap", draft=True), drafts=drafts)
    assert [one.slug for one in made.pages] == shown
    assert made.hidden == (frozenset() if drafts else {"content/pages/nhap.md"})


def test_articles_stand_by_publication_or_else_by_signing_newest_first() -> None:
    made = bulletin(
        article("nam", published=when("2020")),
        article("ngay", published=when("2020-05-06")),
        article("gio", published=when("2020-05-06T08:00+07:00")),
        article("sang", published=when("2020-05-06T07:00+07:00")),
        article("ky", None, agreement=agreement(signed_on=on("2020-05-07"))),
        article("khong", None),
        article("thang", published=when("2020-05")),
        article("ky-khong-nam", None, agreement=agreement(signed_on=on("XXXX-08-18"))),
    )
    order = ["ky", "gio", "sang", "ngay", "thang", "nam", "ky-khong-nam", "khong"]
    assert names(made.articles) == order


def test_an_article_is_placed_by_its_publication_even_where_it_was_signed_later_in_another() -> None:
    made = bulletin(
        article("cu", published=when("2020-01-02"), agreement=agreement(signed_on=on("2020-01-01"))),
        article("moi", published=when("2020-01-03"), agreement=agreement(signed_on=on("2012-11-20"))),
    )
    assert names(made.articles) == ["moi", "cu"]


def test_articles_of_one_day_stand_in_vietnamese_order_of_their_titles() -> None:
    titles = ["Đồng", "Ăn", "Ân", "An", "Dân", "Ấn"]
    made = bulletin(*(article(f"b{at}", title=title) for at, title in enumerate(titles)))
    assert [one.title for one in made.articles] == ["An", "Ăn", "Ân", "Ấn", "Dân", "Đồng"]


def test_articles_with_one_title_stand_by_their_paths() -> None:
    made = bulletin(article("b", title="Bài"), article("a", title="Bài"))
    assert names(made.articles) == ["a", "b"]


def test_two_spellings_of_a_topic_put_an_article_into_one_list_once() -> None:
    made = bulletin(article(tags=("Biển", "biển", "biển ")))
    assert {slug: names(group) for slug, group in made.by_tag.items()} == {"bien": ["bai"]}


def test_topics_that_differ_in_their_marks_are_two() -> None:
    made = bulletin(article("mot", tags=("công chứng",)), article("hai", tags=("công chúng", "Công chứng")))
    assert {tag: names(group) for tag, group in made.by_tag.items()} == {
        "cong-chung--coong-chuwsng": ["hai", "mot"],
        "cong-chung--coong-chusng": ["hai"],
    }


@quick
@given(articles())
def test_every_article_stands_under_each_of_its_topics(made: list[Article]) -> None:
    found = bulletin(*made)
    topics = {one.path: {same_name(tag) for tag in one.tags} for one in found.articles}
    for one in found.articles:
        under = [group for group in found.by_tag.values() if one in group]
        assert len(under) == len(topics[one.path])
    assert len(found.by_tag) == len({topic for some in topics.values() for topic in some})


def test_nothing_that_the_index_holds_can_be_changed() -> None:
    made = bulletin(article())
    with pytest.raises(TypeError):
        made.by_agency["a"] = ()  # type: ignore[index]


def test_drafts_of_agencies_are_shown_only_in_a_preview() -> None:
    made = content(agency("a"), agency("b", draft=True))
    public, preview = index(made, NOW), index(made, NOW, drafts=True)
    assert [one.id for one in public.directory.agencies] == ["a"]
    assert public.hidden == {"content/agencies/b.yml"}
    assert [one.id for one in preview.directory.agencies] == ["a", "b"]
    assert not preview.hidden


def test_changes_that_have_not_been_made_yet_wait_for_their_day() -> None:
    made, ahead = (Change(ChangeKind.UPDATE, when(day), "N.") for day in ("2026-01-01", "2026-01-02"))
    items = (article(changes=(made, ahead)), record("x", changes=(ahead,)), page(changes=(ahead, made)))
    now = bulletin(*items)
    assert (now.articles[0].changes, now.record_files[0].changes, now.pages[0].changes) == ((made,), (), (made,))
    later = index(content(*items), datetime(2026, 1, 2, tzinfo=ZONE))
    assert later.articles[0].changes == (made, ahead)
    assert later.articles[0].meta_digest != now.articles[0].meta_digest
    assert later.record_files[0].meta_digest != now.record_files[0].meta_digest
