"""Sources are read in a process apart, with limits."""

import pytest

from bantin.importing.material import Paragraph, Refusal
from bantin.importing.readers.kinds import SourceKind, kind_of
from bantin.importing.readers.messages import Source
from bantin.importing.readers.reader import SourceReader
from bantin.importing.readers.sandbox import read
from bantin.runtime.confined.process import Limits
from tests.importing.readers.word.files import p, r, word_file

PAGE = b"<!doctype html><meta charset=utf-8><article><p>L\xe1\xbb\x85 k\xc3\xbd k\xe1\xba\xbft</p></article>"


def texts(reader: SourceReader, data: bytes, name: str) -> list[str]:
    (material,) = reader.read(data, name).materials
    return [block.text for block in material.blocks if isinstance(block, Paragraph)]


def test_sources_of_several_kinds_are_read_one_after_another() -> None:
    with SourceReader() as reader:
        assert texts(reader, "Lễ ký".encode(), "a.txt") == ["Lễ ký"]
        assert texts(reader, PAGE, "a.html") == ["Lễ ký kết"]
        assert texts(reader, word_file(p(r("Lễ ký"))), "a.docx") == ["Lễ ký"]
        assert reader.read(b"so,ngay ky\n01,1/2/2020\n", "a.csv").sheets[0].rows[0].number == 1


def test_a_recipe_says_where_things_are() -> None:
    page = PAGE.replace(b"<article>", b"<div class=odd>").replace(b"</article>", b"</div><p>Kh\xc3\xa1c</p>")
    with SourceReader(b"content: .odd\n") as reader:
        assert texts(reader, page, "a.html") == ["Lễ ký kết"]


def test_a_source_that_ends_the_process_does_not_stop_the_others() -> None:
    with SourceReader() as reader:
        assert reader.read(PAGE, "a.html").refusal is None
        assert reader._process
        reader._process._popen.kill()
        assert reader.read(PAGE, "a.html").refusal is Refusal.TOO_COSTLY
        assert reader.read(PAGE, "a.html").refusal is None


def test_a_source_that_takes_too_long_is_told() -> None:
    with SourceReader(limits=Limits(patience=1e-9)) as reader:
        assert reader.read(PAGE, "a.html").refusal is Refusal.TOO_COSTLY


def test_an_error_of_a_library_is_a_damaged_file(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_data: bytes, _name: str) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("bantin.importing.readers.plain_text.read_text", broken)
    assert read(Source(SourceKind.TEXT, "a.txt", b"a"), None).refusal is Refusal.DAMAGED


def test_a_source_that_is_too_large_is_not_even_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bantin.importing.readers.reader.LARGEST_SOURCE", 3)
    with SourceReader() as reader:
        assert reader.read(b"abcd", "a.txt").refusal is Refusal.TOO_LARGE
        assert reader._process is None


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (b"%PDF-1.7\n", "a", SourceKind.PDF),
        (b"{\\rtf1 a}", "a.doc", SourceKind.OFFICE),
        (b"\n<!DOCTYPE html><html>", "tin.aspx", SourceKind.PAGE),
        (b"<?xml version='1.0'?><rss version='2.0'>", "a", SourceKind.FEED),
        (b"<?xml version='1.0'?>\n<feed xmlns='http://www.w3.org/2005/Atom'>", "a.xml", SourceKind.FEED),
        (b"<rss xmlns:wp='http://wordpress.org/export/1.2/'>", "a.xml", SourceKind.WORDPRESS),
        (b"a,b\n1,2\n", "a.csv", SourceKind.SHEET),
        (b"a\tb\tc\n1\t2\t3\n4\t5\t6\n", "a.txt", SourceKind.SHEET),
        ("Lễ ký; hai bên\nthống nhất\n".encode(), "a.txt", SourceKind.TEXT),
        ("Lễ ký".encode("utf-16"), "a.txt", SourceKind.TEXT),
    ],
)
def test_a_file_tells_its_kind(data: bytes, name: str, kind: SourceKind) -> None:
    assert kind_of(data, name) is kind


def test_a_word_file_tells_its_kind_whatever_its_name() -> None:
    assert kind_of(word_file(p(r("a"))), "a.pdf") is SourceKind.WORD
