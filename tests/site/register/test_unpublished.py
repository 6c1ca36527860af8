"""Agreements whose full text is not available."""

import pytest

from bantin.domain.model import AgreementText, Document, FullText
from bantin.site.register import notes
from bantin.site.views import NotesView
from tests.index.contents import bulletin
from tests.index.contents import record as record_file
from tests.site.plans import view_at
from tests.site.register.records import record

URL = "van-ban/chua-cong-bo-toan-van/"
MADE = bulletin(
    record("a", signed="2010", full_text=FullText(False, "Tài liệu nội bộ")),
    record("b", signed="2011", full_text=FullText(True)),
    record("c", signed="2012"),
    record("d", signed="2013", full_text=FullText(False, "Chưa được phép")),
)


def told(url: str = URL) -> list[tuple[str, list[tuple[str, str]]]]:
    return [
        (label, [(note.row.url.split("/")[-2], note.note) for note in notes])
        for label, _, notes in view_at(MADE, url, NotesView).groups
    ]


def test_what_is_withheld_is_reported_with_the_reason_and_what_is_not_said_apart() -> None:
    assert told() == [
        ("Không công bố toàn văn", [("d", "Chưa được phép"), ("a", "Tài liệu nội bộ")]),
        ("Công khai nhưng chưa đăng toàn văn ở đây", [("b", "")]),
        ("Chưa rõ có công bố toàn văn hay không", [("c", "")]),
    ]
    assert view_at(MADE, URL, NotesView).total == 4


def test_a_text_that_can_be_read_here_is_not_reported() -> None:
    signed = (Document("content/documents/a.pdf", "signed"),)
    found = bulletin(
        record("a", signed="2010", documents=signed),
        record("b", signed="2011", full_text=FullText(False, "Nội bộ"), documents=signed),
        record_file("c", text=AgreementText()),
    )
    (notes,) = view_at(found, URL, NotesView, "content/documents/a.pdf").groups
    assert [note.note for note in notes[2]] == ["Nội bộ"]


def test_a_long_list_has_pages_and_each_tells_its_groups(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(notes, "PAGE_SIZE", 1)
    assert told(f"{URL}trang/2/") == [("Không công bố toàn văn", [("a", "Tài liệu nội bộ")])]
    assert told(f"{URL}trang/3/") == [("Công khai nhưng chưa đăng toàn văn ở đây", [("b", "")])]
