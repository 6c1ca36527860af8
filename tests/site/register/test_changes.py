"""Recent changes of agreements."""

import pytest

from bantin.domain.model import Event, EventKind
from bantin.site.register import changes as module
from bantin.site.views import NotesView
from tests.index.contents import bulletin, on
from tests.site.plans import view_at
from tests.site.register.records import record

URL = "van-ban/moi-thay-doi/"
MADE = bulletin(
    record(
        "bai",
        "a",
        "b",
        signed="2020-05-05",
        effective_on=on("2020-05-05"),
        expires_on=on("2030-01-01"),
        events=(
            Event(EventKind.AMENDED, on("2021-03"), "Bỏ Điều 3", "Biên bản số 2", part="Điều 3", parties=("a",)),
            Event(EventKind.REVIEWED),
            Event(EventKind.CORRECTED, on("2026-02-01")),
            Event(EventKind.EXTENDED, on("2026")),
        ),
    ),
    record("cu", signed="2010", effective_on=on("2011-01-01"), expires_on=on("2020-12-31")),
    record(
        "khong-ro", events=(Event(EventKind.REVIEWED, on("2026-01-01")), Event(EventKind.REVIEWED, on("2026-01-02")))
    ),
)


def told() -> list[tuple[str, str, str]]:
    view = view_at(MADE, URL, NotesView)
    ((label, _, notes),) = view.groups
    assert label == ""
    return [(note.row.url.split("/")[-2], note.label, note.on.iso if note.on else "") for note in notes]


def test_what_has_certainly_happened_is_told_the_latest_first() -> None:
    assert told() == [
        ("khong-ro", "Sơ kết, tổng kết", "2026-01-01"),
        ("bai", "Được sửa đổi", "2021-03"),
        ("cu", "Hết thời hạn", "2020-12-31"),
        ("bai", "Có hiệu lực", "2020-05-05"),
        ("bai", "Ký", "2020-05-05"),
        ("cu", "Có hiệu lực", "2011-01-01"),
        ("cu", "Ký", "2010"),
    ]


def test_a_change_says_whom_and_what_it_concerns_and_through_what() -> None:
    ((_, _, (_, note, *_)),) = view_at(MADE, URL, NotesView).groups
    assert note.note == "Cơ quan A – Điều 3 – Biên bản số 2 – Bỏ Điều 3"


def test_only_so_many_changes_are_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_MOST", 2)
    assert len(told()) == 2
    assert view_at(MADE, URL, NotesView).total == 2


def test_where_nothing_has_happened_nothing_is_shown() -> None:
    assert view_at(bulletin(record("bai")), URL, NotesView).groups == ()
