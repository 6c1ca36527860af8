"""What is to be done in a bulletin."""

from typing import Any

import pytest
from msgspec.structs import replace

from bantin.domain.model import Document, DocumentFacts, Event, EventKind, FullText, Review, Succession
from bantin.domain.text.durations import Duration
from bantin.index import Bulletin, index
from bantin.todo.tasks import Task, TaskKind, Window, concerning, find_tasks, in_order
from tests.index.contents import NOW, Item, agency, agreement, article, content, on, page, record, when

FACTS = DocumentFacts("content/documents/ban-ky.pdf", 3, "ab" * 32)
USUAL = Window()
SIGNED_COPY = Document(FACTS.path, "signed")


def indexed(*items: Item, documents: tuple[DocumentFacts, ...] = ()) -> Bulletin:
    """The bulletin of ``items`` with its drafts."""
    found = replace(content(*items), documents={one.path: one for one in documents})
    return index(found, NOW, drafts=True)


def told(bulletin: Bulletin, window: Window = USUAL) -> list[tuple[str, str | None, tuple[str, ...]]]:
    """The kind, the day and the turn of each task."""
    return [
        (str(one.kind), str(one.on) if one.on else None, one.turn) for one in in_order(find_tasks(bulletin, window))
    ]


def with_facts(**changes: Any) -> Bulletin:
    return indexed(article(agreement=agreement(signed_on=on("2020-05-06"), effective_on=on("2020-05-06"), **changes)))


def test_nothing_is_to_be_done_where_nothing_waits() -> None:
    assert told(with_facts()) == []


@pytest.mark.parametrize(("ends", "expected"), [("2026-04-01", True), ("2026-04-02", False), ("2026-01-01", True)])
def test_a_term_is_told_as_many_days_ahead_as_wanted(ends: str, *, expected: bool) -> None:
    assert told(with_facts(expires_on=on(ends))) == ([("term_ends", ends, ())] if expected else [])


def test_a_term_that_is_over_is_not_to_be_prolonged() -> None:
    assert told(with_facts(expires_on=on("2025-12-31"))) == []


def test_the_agency_whose_turn_it_is_chairs_the_next_review() -> None:
    review = Review(every=Duration.parse("P1Y"), rotating=True)
    bulletin = indexed(
        article(agreement=agreement(signed_on=on("2024-02-03"), effective_on=on("2024-02-03"), review=review))
    )
    assert told(bulletin) == [("review_due", "2026-02-03", ("Cơ quan B",))]


def test_a_review_that_was_planned_and_not_held_is_overdue() -> None:
    review = Review(next=on("2025-06-07"), chair="a")
    assert told(with_facts(review=review)) == [("overdue_review", "2025-06-07", ("Cơ quan A",))]
    held = Event(EventKind.REVIEWED, on("2025-06-08"))
    assert told(with_facts(review=review, events=(held,))) == []


def test_who_holds_the_duties_of_an_agency_now_is_told_too() -> None:
    heirs = (agency("a", successors=(Succession("c", on("2025-03-01")),)), agency("b"), agency("c"))
    review = Review(next=on("2025-06-07"), chair="a")
    bulletin = indexed(
        article(agreement=agreement(signed_on=on("2020-05-06"), effective_on=on("2020-05-06"), review=review)),
        *heirs,
    )
    (task,) = find_tasks(bulletin, USUAL)
    assert task.turn == ("Cơ quan A", "Cơ quan C")
    assert concerning([task], "c") == [task]
    assert concerning([task], "d") == []


def test_a_text_that_is_public_and_not_here_is_missing() -> None:
    assert told(with_facts(full_text=FullText(public=True))) == [("text_missing", None, ())]
    assert told(with_facts(full_text=FullText(public=False, reason="Nội bộ"))) == []


def test_the_checksum_of_a_signed_copy_is_ready_to_be_written() -> None:
    facts = agreement(signed_on=on("2020-05-06"), effective_on=on("2020-05-06"), documents=(SIGNED_COPY,))
    (task,) = find_tasks(indexed(article(agreement=facts), documents=(FACTS,)), USUAL)
    assert task.kind is TaskKind.CHECKSUM
    assert task.detail == f"{{file: {FACTS.path}, sha256: {FACTS.sha256}}}"


def test_drafts_wait_and_those_of_what_was_signed_long_ago_are_late() -> None:
    late = article("ky", draft=True, agreement=agreement(id="ky", signed_on=on("2025-12-20")))
    fresh = article("moi", draft=True, agreement=agreement(id="moi", signed_on=on("2025-12-30")))
    bulletin = indexed(late, fresh, article("tin", draft=True), page(draft=True), record("ban", draft=True))
    assert [(str(one.kind), one.path.rpartition("/")[2]) for one in in_order(find_tasks(bulletin, USUAL))] == [
        ("signed_not_published", "ban.md"),
        ("signed_not_published", "ky.md"),
        ("draft", "moi.md"),
        ("draft", "tin.md"),
        ("draft", "gioi-thieu.md"),
    ]


def test_what_is_to_be_published_later_is_late_if_it_was_signed_long_ago() -> None:
    one = article(published=when("2026-01-02"), agreement=agreement(signed_on=on("2025-12-20")))
    assert [kind for kind, _, _ in told(indexed(one))] == ["signed_not_published"]
    assert told(indexed(one), Window(waiting=30)) == []


def test_the_most_pressing_comes_first_and_what_has_no_day_last() -> None:
    kinds = [TaskKind.LINK, TaskKind.TERM, TaskKind.OVERDUE]
    tasks = [Task(kind, "b", "", day) for kind in kinds for day in (None, on("2026"), on("2025-03"))]
    assert [(one.kind, one.on and str(one.on)) for one in in_order(tasks)][:4] == [
        (TaskKind.OVERDUE, "2025-03"),
        (TaskKind.OVERDUE, "2026"),
        (TaskKind.OVERDUE, None),
        (TaskKind.TERM, "2025-03"),
    ]
