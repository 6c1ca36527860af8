"""Files that are no Word files, or hostile ones: they are refused before they cost anything."""

import contextlib
import zipfile
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.importing.material import Notice, NoticeKind, Place, PlaceKind, Refusal, Unreadable
from bantin.importing.readers.word.reading import read_word
from tests.importing.readers.word.files import member, p, with_members, word_file

GOOD = word_file(p("Quy chế phối hợp"))
MAIN = "word/document.xml"
LAUGHS = '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><w:document xmlns:w="w">&b;</w:document>'
NO_ENTITIES = '<!DOCTYPE w:document SYSTEM "http://127.0.0.1/a.dtd"><w:document xmlns:w="w"/>'
DEEP = "<a>" * 400 + "</a>" * 400


def zipped(*members: tuple[str, bytes]) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return stream.getvalue()


def encrypted(data: bytes) -> bytes:
    """``data`` with the flag of encryption at every member."""
    whole = bytearray(data)
    for signature, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = whole.find(signature)
        while at >= 0:
            whole[at + place] |= 1
            at = whole.find(signature, at + 4)
    return bytes(whole)


HOSTILE = {
    "text": (b"Quy ch\xe1\xba\xbf", Refusal.UNKNOWN_KIND),
    "nothing": (b"", Refusal.UNKNOWN_KIND),
    "PDF": (b"%PDF-1.7\n", Refusal.UNKNOWN_KIND),
    "other archive": (zipped(("a.txt", b"a")), Refusal.UNKNOWN_KIND),
    "spreadsheet": (zipped(("[Content_Types].xml", b""), ("xl/workbook.xml", b"")), Refusal.UNKNOWN_KIND),
    "presentation within": (with_members(GOOD, {MAIN: b"<p:presentation xmlns:p='p'/>"}), Refusal.UNKNOWN_KIND),
    "old Word": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), Refusal.UNKNOWN_KIND),
    "with a password": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        Refusal.ENCRYPTED,
    ),
    "encrypted members": (encrypted(GOOD), Refusal.ENCRYPTED),
    "cut off": (GOOD[:-200], Refusal.DAMAGED),
    "no document": (zipped(("[Content_Types].xml", b""), ("word/a.xml", b"")), Refusal.DAMAGED),
    "no XML": (with_members(GOOD, {MAIN: b"<w:document"}), Refusal.DAMAGED),
    "entities": (with_members(GOOD, {MAIN: LAUGHS.encode()}), Refusal.TOO_COSTLY),
    "entities in UTF-16": (with_members(GOOD, {MAIN: LAUGHS.encode("utf-16")}), Refusal.TOO_COSTLY),
    "document type": (with_members(GOOD, {MAIN: NO_ENTITIES.encode()}), Refusal.TOO_COSTLY),
    "deep": (with_members(GOOD, {MAIN: DEEP.encode()}), Refusal.DAMAGED),
    "many members": (with_members(GOOD, {f"word/{n}": b"" for n in range(4_001)}), Refusal.TOO_LARGE),
    "swelling markup": (with_members(GOOD, {"word/styles.xml": bytes(70 << 20)}), Refusal.TOO_LARGE),
    "swelling pictures": (
        with_members(GOOD, {f"word/media/{n}": bytes(60 << 20) for n in range(5)}),
        Refusal.TOO_LARGE,
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_no_word_file_is_refused(name: str) -> None:
    data, refusal = HOSTILE[name]
    with pytest.raises(Unreadable) as refused:
        read_word(data, "a.docx")
    assert refused.value.refusal is refusal


def test_macros_are_told() -> None:
    types = member(GOOD, "[Content_Types].xml").replace(
        b"vnd.openxmlformats-officedocument.wordprocessingml.document.main", b"vnd.ms-word.document.macroEnabled.main"
    )
    material = read_word(with_members(GOOD, {"[Content_Types].xml": types, "word/vbaProject.bin": b"x"}), "a.docm")
    place = Place(PlaceKind.ELEMENT, name="vbaProject.bin")
    assert material.notices == (Notice(NoticeKind.MACRO, "vbaProject.bin", place),)
    assert len(material.blocks) == 1


def test_a_file_without_styles_and_lists_is_read() -> None:
    relations = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        b'<Relationship Id="a" Type="http://x/styles" Target="NULL"/>'
        b'<Relationship Id="b" Type="http://x/theme" Target="../../../etc/passwd"/></Relationships>'
    )
    material = read_word(with_members(GOOD, {"word/_rels/document.xml.rels": relations}), "a.docx")
    assert len(material.blocks) == 1


@given(st.integers(0, len(GOOD) - 1), st.binary(min_size=1, max_size=40))
def test_a_damaged_file_is_read_or_refused(at: int, noise: bytes) -> None:
    with contextlib.suppress(Unreadable):
        read_word(GOOD[:at] + noise + GOOD[at + len(noise) :], "a.docx")
