"""Cached results of reading a file: encoding and decoding."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from msgspec.structs import replace

from bantin.content.problems import files
from bantin.content.record_cache import Codec, DecodedRecords, FileRecord, decode_text, encode_text
from bantin.domain.model import Article, Change, ChangeKind, Heading, Outline
from bantin.domain.problems import Location
from bantin.domain.text.dates import Edtf, Moment

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
OUTLINE = Outline((), (Heading(2, "muc", "Mục"),), frozenset({"muc"}))
INSTANT = datetime(2020, 5, 6, 1, 30, tzinfo=HANOI)
ARTICLE = Article(
    path="content/articles/2020/bai.md",
    slug="bai",
    year=2020,
    title="Bài",
    outline=OUTLINE,
    published=Moment(Edtf.parse("2020-05-06"), INSTANT),
    updated=INSTANT,
)
RECORD = FileRecord(ARTICLE, None, (files.NO_SLUG.at(Location(ARTICLE.path, 1, 1), name="lead"),))
BROKEN: FileRecord[Article] = FileRecord(None, OUTLINE, ())


@pytest.mark.parametrize("record", [RECORD, BROKEN])
def test_a_record_comes_back_as_it_was(record: FileRecord[Article]) -> None:
    codec = Codec(Article, HANOI)
    assert codec.decode(codec.encode(record)) == record


def test_times_come_back_in_the_zone_of_the_site() -> None:
    codec = Codec(Article, HANOI)
    back = codec.decode(codec.encode(RECORD)).value
    assert back is not None
    assert back.updated is not None
    assert back.updated.tzinfo is HANOI
    assert back.published is not None
    assert back.published.instant is not None
    assert back.published.instant.tzinfo is HANOI


def test_bytes_that_hold_no_record_are_refused() -> None:
    for data in (b"", b"\xc1", b"\x80", Codec(Article, HANOI).encode(RECORD)[:-1]):
        with pytest.raises(ValueError):  # noqa: PT011 - whatever the library says
            Codec(Article, HANOI).decode(data)


def test_a_text_comes_back_as_it_was() -> None:
    assert decode_text(encode_text(("<p>", "</p>"))) == ("<p>", "</p>")


def test_what_was_decoded_once_is_not_decoded_again() -> None:
    codec, recollection = Codec(Article, HANOI), DecodedRecords()
    data = codec.encode(RECORD)
    first = recollection.record(codec, data)
    recollection.begin()
    assert first == RECORD
    assert recollection.record(Codec(Article, HANOI), bytes(data)) is first


def test_what_is_not_asked_for_any_more_is_forgotten() -> None:
    codec, recollection = Codec(Article, HANOI), DecodedRecords()
    data = codec.encode(RECORD)
    first = recollection.record(codec, data)
    recollection.begin()
    recollection.begin()
    assert recollection.record(codec, data) is not first


def test_another_zone_makes_another_record() -> None:
    recollection = DecodedRecords()
    data = Codec(Article, HANOI).encode(RECORD)
    recollection.record(Codec(Article, HANOI), data)
    berlin = ZoneInfo("Europe/Berlin")
    value = recollection.record(Codec(Article, berlin), data).value
    assert value is not None
    assert value.updated is not None
    assert value.updated.tzinfo is berlin


def test_moments_of_changes_come_back_in_the_zone_of_the_site() -> None:
    codec = Codec(Article, HANOI)
    on = Moment(Edtf.parse("2020-05-06"), INSTANT)
    changed = replace(ARTICLE, changes=(Change(ChangeKind.MINOR, on), Change(ChangeKind.MINOR, Moment(on.day))))
    back = codec.decode(codec.encode(FileRecord(changed, None, ()))).value
    assert back is not None
    assert [str(change.on) for change in back.changes] == ["2020-05-06T01:30:00+07:00", "2020-05-06"]
