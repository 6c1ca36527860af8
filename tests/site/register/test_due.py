"""Deadlines and overdue reviews."""

from datetime import date
from typing import Any

import pytest

from bantin.domain.model import Event, EventKind, Review
from bantin.domain.text.durations import Duration
from bantin.site.register.due import band_of
from bantin.site.views import NotesView
from tests.index.contents import TODAY, bulletin, on
from tests.site.plans import view_at
from tests.site.register.records import record

FORCE: dict[str, Any] = {"signed": "2020-01-10", "effective_on": on("2020-01-10")}


@pytest.mark.parametrize(
    ("day", "band"),
    [
        ("2025-12-31", 0),
        ("2026-01-01", 1),
        ("2026-04-30", 1),
        ("2026-05-01", 2),
        ("2026-07-31", 2),
        ("2026-08-01", 3),
        ("2027-01-31", 3),
        ("2027-02-01", 4),
        ("2025-12", 0),
        ("2026-01", 1),
        ("2026", 1),
        ("2025", 0),
        ("2026-08", 3),
        ("XXXX-02-01", None),
    ],
)
def test_how_near_a_day_is(day: str, band: int | None) -> None:
    """Of a month or a year, the first day counts; only what has wholly passed is overdue."""
    assert band_of(on(day), TODAY) == band


@pytest.mark.parametrize(
    ("day", "bands"), [("2026-01-31", [1, 2, 3]), ("2026-02-01", [1, 1, 3]), ("9999-12-31", [0, 0, 0])]
)
def test_the_bands_move_with_the_month_and_not_with_the_day(day: str, bands: list[int]) -> None:
    ends = ("2026-04-30", "2026-05-01", "2027-01-31")
    assert [band_of(on(end), date.fromisoformat(day)) for end in ends] == bands


def told(view: NotesView) -> list[tuple[str, list[tuple[str, str, str]]]]:
    return [
        (label, [(note.row.url.split("/")[-2], note.label, note.on.iso if note.on else "") for note in notes])
        for label, _, notes in view.groups
    ]


def test_deadlines_are_grouped_by_how_near_they_are() -> None:
    over = (Event(EventKind.TERMINATED, on("2025-01-01")),)
    made = bulletin(
        record("gan", expires_on=on("2026-02-01"), **FORCE),
        record("gan-hon", expires_on=on("2026-01-15"), **FORCE),
        record("ca-hai", expires_on=on("2026-12-01"), review=Review(next=on("2026-05-01")), **FORCE),
        record("dinh-ky", review=Review(every=Duration(years=1)), **FORCE | {"effective_on": on("2020-12-20")}),
        record("xa", expires_on=on("2028-01-01"), **FORCE),
        record("tre", review=Review(next=on("2025-06-01")), **FORCE),
        record("khong-han", **FORCE),
        record("da-het", expires_on=on("2025-06-01"), **FORCE),
        record("da-dung", expires_on=on("2026-02-01"), events=over, **FORCE),
    )
    view = view_at(made, "van-ban/sap-den-han/", NotesView)
    assert told(view) == [
        ("Đã quá hạn", [("tre", "Sơ kết, tổng kết", "2025-06-01")]),
        ("Đến hết ngày 30/04/2026", [("gan-hon", "Hết thời hạn", "2026-01-15"), ("gan", "Hết thời hạn", "2026-02-01")]),
        ("Từ ngày 01/05/2026 đến hết ngày 31/07/2026", [("ca-hai", "Sơ kết, tổng kết", "2026-05-01")]),
        (
            "Từ ngày 01/08/2026 đến hết ngày 31/01/2027",
            [("ca-hai", "Hết thời hạn", "2026-12-01"), ("dinh-ky", "Sơ kết, tổng kết", "2026-12-20")],
        ),
    ]
    assert view.total == 6


def test_a_review_whose_day_is_only_computed_says_so() -> None:
    made = bulletin(record("bai", review=Review(every=Duration(years=1)), **FORCE))
    ((_, _, (note,)),) = view_at(made, "van-ban/sap-den-han/", NotesView).groups
    assert (note.on.iso if note.on else "", note.note) == (
        "2026-01-10",
        "Ngày tính theo chu kỳ, các bên chưa ấn định.",
    )
