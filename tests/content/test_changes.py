"""VALIDATE: the changes of published files: their forms, their dates and their notes."""

import pytest

from bantin.content.changes import reference_to
from bantin.domain.model import Change, ChangeKind, StaticPage
from tests.content.readings import article, codes, file_of, read_article, read_page, read_translation, told
from tests.index.contents import when

PUBLISHED = "title: Bài\npublished: 2020-05-06T10:00+07:00\n"


def told_of(changes: str, more: str = PUBLISHED) -> list[str]:
    """The problems of an article with ``changes``, which are on the line below ``more``."""
    return told(read_article(file_of(f"{more}changes: [{changes}]\n")).problems)


@pytest.mark.parametrize(
    ("written", "change"),
    [
        ("{on: 2020-05-07, kind: correction, note: N.}", Change(ChangeKind.CORRECTION, when("2020-05-07"), "N.")),
        ("{on: 2020-05-07, kind: minor}", Change(ChangeKind.MINOR, when("2020-05-07"))),
        ("{on: 2020-05-06, kind: Đính chính, note: N.}", Change(ChangeKind.CORRECTION, when("2020-05-06"), "N.")),
        ("{on: 2020-05-07, kind: cập nhật, note: N.}", Change(ChangeKind.UPDATE, when("2020-05-07"), "N.")),
        ("{on: 2020-05-07, kind: chỉnh sửa nhỏ}", Change(ChangeKind.MINOR, when("2020-05-07"))),
        (
            "{on: 2020-05-06T03:00Z, kind: UPDATE, note: N.}",
            Change(ChangeKind.UPDATE, when("2020-05-06T10:00+07:00"), "N."),
        ),
    ],
)
def test_a_change_says_when_it_was_made_and_what_was_changed(written: str, change: Change) -> None:
    assert article(f"{PUBLISHED}changes: [{written}]\n").changes == (change,)


def test_the_order_of_changes_is_free_and_kept() -> None:
    made = article(f"{PUBLISHED}changes: [{{on: 2020-05-08, kind: minor}}, {{on: 2020-05-07, kind: minor}}]\n")
    assert [str(change.on) for change in made.changes] == ["2020-05-08", "2020-05-07"]


@pytest.mark.parametrize(
    ("on", "code"),
    [
        ("2020-05", "bad-day"),
        ("2020", "bad-day"),
        ("2020-05-07?", "bad-day"),
        ("XXXX-05-07", "bad-day"),
        ("2020-05-07T08:00", "naive-time"),
        ("2020-05-32", "impossible-date"),
        ("7/5/2020", "bad-date"),
        ("hôm qua", "bad-date"),
    ],
)
def test_a_change_needs_an_exact_day(on: str, code: str) -> None:
    assert told_of(f"{{on: {on}, kind: minor}}") == [f"4:16+{len(on)} {code}"]


@pytest.mark.parametrize("kind", ["correction", "update"])
def test_what_readers_are_told_of_needs_a_note(kind: str) -> None:
    assert told_of(f"{{on: 2020-05-07, kind: {kind}}}") == ["4:11+1 change-without-note"]


@pytest.mark.parametrize("on", ["2020-05-05", "2020-05-06T09:59+07:00", "2020-05-06T02:59Z"])
def test_nothing_changes_before_it_is_published(on: str) -> None:
    assert told_of(f"{{on: {on}, kind: minor}}") == [f"4:16+{len(on)} dates-out-of-order"]


@pytest.mark.parametrize("on", ["2020-05-06", "2020-05-06T10:00+07:00", "2020-05-06T03:00Z"])
def test_what_may_have_changed_after_publication_is_accepted(on: str) -> None:
    assert told_of(f"{{on: {on}, kind: minor}}") == []


def test_a_day_of_publication_known_to_the_month_contradicts_no_day_of_that_month() -> None:
    assert told_of("{on: 2020-05-01, kind: minor}", "title: Bài\npublished: 2020-05\n") == []
    assert told_of("{on: 2020-04-30, kind: minor}", "title: Bài\npublished: 2020-05\n") == [
        "4:16+10 dates-out-of-order"
    ]


def test_a_stated_update_is_not_older_than_the_newest_change() -> None:
    changes = "{on: 2020-05-08, kind: minor}, {on: 2020-05-07, kind: minor}"
    early, late = (f"{PUBLISHED}updated: {when}\n" for when in ("2020-05-07T08:00+07:00", "2020-05-08T00:00+07:00"))
    assert told_of(changes, early) == ["4:10+22 dates-out-of-order"]
    assert told_of(changes, late) == []


def test_two_equal_changes_are_reported_and_two_of_one_day_are_not() -> None:
    one = "{on: 2020-05-07, kind: update, note: N.}"
    assert told_of(f"{one}, {one}") == ["4:76+6 said-twice"]
    assert told_of(f"{one}, {one.replace('N.', 'M.')}") == []


def test_a_static_page_has_changes_too() -> None:
    reading = read_page(file_of("title: Trang\nchanges: [{on: 2020-05-07, kind: update, note: N.}]\n"))
    assert isinstance(reading.value, StaticPage)
    assert reading.value.changes == (Change(ChangeKind.UPDATE, when("2020-05-07"), "N."),)
    assert codes(reading.problems) == []
    twice = "changes: [{on: 2020-05-07, kind: update}, {on: 2020-05-07, kind: update}]\n"
    assert codes(read_page(file_of(f"title: Trang\n{twice}")).problems) == [
        "change-without-note",
        "change-without-note",
        "said-twice",
    ]


def test_a_translation_names_changes_by_their_time() -> None:
    path = "content/articles/2020/bai.en.md"
    written = "title: T\nchanges: [{on: 2020-05-06T03:00Z, note: N.}, {on: 2020-05-07, kind: update, note: M.}]\n"
    reading = read_translation(file_of(written, "Text.\n"), path)
    assert codes(reading.problems) == []
    assert reading.value is not None
    assert [one.note for one in reading.value.changes] == ["N.", "M."]
    named = [reference.id for reference in reading.value.references]
    assert named == [reference_to(when("2020-05-06T10:00+07:00")), reference_to(when("2020-05-07"), ChangeKind.UPDATE)]
    without = read_translation(file_of("title: T\nchanges: [{on: 2020-05-07}]\n", "Text.\n"), path)
    assert codes(without.problems) == ["missing-key"]
