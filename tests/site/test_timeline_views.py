"""The timeline of an agreement in words: what each document has to do with it, as in a scheme of documents."""

from typing import Any

import pytest
from msgspec.structs import replace

from bantin.domain.model import Article, Event, EventKind, Relation, RelationKind, Review
from bantin.domain.problems import Language
from bantin.domain.text.durations import Duration
from bantin.index import lineage
from bantin.site.timeline_views import timeline_views
from bantin.site.views import LinkView, TimelineEntryView
from tests.index.contents import SITE, agreement, article, bulletin, on


def entries(*others: Article, language: Language = "vi", **changes: Any) -> tuple[TimelineEntryView, ...]:
    made = bulletin(article(agreement=agreement(**changes)), *others, site=replace(SITE, language=language))
    register = made.register
    return timeline_views(register.by_id["ban-ghi"], lineage("ban-ghi", register.ties), made.directory)


def other(*kinds: RelationKind, **changes: Any) -> Article:
    """A record that has relations of ``kinds`` to the other one."""
    relations = tuple(Relation(kind, "ban-ghi") for kind in kinds)
    return article("sau", 2021, agreement=agreement(id="sau", relations=relations, **changes))


def test_of_an_agreement_of_which_only_the_signing_is_known_there_is_no_timeline() -> None:
    assert entries() == ()
    assert entries(signed_on=on("2020-05-05")) == ()
    assert len(entries(signed_on=on("2020-05-05"), effective_on=on("2020-06-01"))) == 2
    assert len(entries(other(RelationKind.AMENDS), signed_on=on("2020-05-05"))) == 2


@pytest.mark.parametrize(
    ("kinds", "language", "relation"),
    [
        ([RelationKind.AMENDS], "vi", "Văn bản sửa đổi"),
        ([RelationKind.AMENDS, RelationKind.SUPPLEMENTS], "vi", "Văn bản sửa đổi, văn bản bổ sung"),
        ([RelationKind.REPLACES], "vi", "Văn bản thay thế"),
        ([RelationKind.TERMINATES], "vi", "Văn bản chấm dứt"),
        ([RelationKind.REVIEWS], "vi", "Biên bản sơ kết, tổng kết"),
        ([RelationKind.RELATED], "vi", "Văn bản liên quan"),
        ([RelationKind.AMENDS, RelationKind.REVIEWS], "en", "Amended by, reviewed by"),
    ],
)
def test_a_document_says_what_it_has_to_do_with_the_agreement(
    kinds: list[RelationKind], language: Language, relation: str
) -> None:
    (entry,) = entries(other(*kinds), language=language)
    assert (entry.relation, entry.event) == (relation, None)
    assert entry.document
    assert entry.document.link == LinkView("Bài sau", entry.document.link.url if entry.document.link else "")


@pytest.mark.parametrize(
    ("kind", "relation"),
    [
        (RelationKind.REPLACES, "Văn bản bị thay thế"),
        (RelationKind.BASED_ON, "Văn bản căn cứ"),
        (RelationKind.RELATED, "Văn bản liên quan"),
    ],
)
def test_a_document_that_the_agreement_acts_on_says_so(kind: RelationKind, relation: str) -> None:
    (entry,) = entries(other(), relations=(Relation(kind, "sau"),))
    assert entry.relation == relation


def test_a_document_that_cites_the_agreement_and_one_of_its_line_say_so() -> None:
    (cited,) = entries(other(legal_basis=("Quy chế số 01/QC-BCA",)), number="01/QC-BCA")
    assert cited.relation == "Văn bản dẫn chiếu"
    last = article("cuoi", agreement=agreement(id="cuoi", relations=(Relation(RelationKind.REPLACES, "sau"),)))
    relations = [one.relation for one in entries(other(RelationKind.AMENDS), last)]
    assert relations == ["Văn bản cùng chuỗi sửa đổi, thay thế", "Văn bản sửa đổi"]


def test_what_the_document_of_an_entry_says_the_event_does_not_say_again() -> None:
    def cause(by: str) -> str:
        event = Event(EventKind.AMENDED, on("2021-01-01"), by=by)
        amending = other(RelationKind.AMENDS, title="Phụ lục 1", number="2/PL-BCA", signed_on=on("2021-01-01"))
        (entry,) = entries(amending, events=(event,))
        assert entry.event
        assert entry.document
        return entry.event.by

    assert (cause("Phụ lục 1"), cause("2/PL-BCA"), cause("Bộ trưởng")) == ("", "", "Bộ trưởng")


def test_a_review_says_whether_its_day_is_computed_or_has_passed() -> None:
    def review(**changes: Any) -> list[tuple[str, str, bool, bool, bool]]:
        found = entries(signed_on=on("2020-05-05"), review=Review(**changes))
        return [
            (one.event.label, one.on.iso, one.event.upcoming, one.computed, one.overdue)
            for one in found[1:]
            if one.event and one.on
        ]

    assert review(every=Duration(years=1)) == [("Sơ kết, tổng kết", "2026-05-05", True, True, False)]
    assert review(next=on("2025-05-05")) == [("Sơ kết, tổng kết", "2025-05-05", False, False, True)]
