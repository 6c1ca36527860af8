"""Whatever fits a pattern of the form is accepted by the schema."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from bantin.content.schema import agreement_values, values
from bantin.content.schema.agreement import AgreementFields
from bantin.site.cms import patterns
from bantin.site.cms.patterns import Pattern

KINDS: dict[str, tuple[Pattern, Any]] = {
    "date": (patterns.DATE, values.EdtfDate),
    "expiry": (patterns.EXPIRY, agreement_values.Expiry),
    "moment": (patterns.MOMENT, values.PublicationMoment),
    "exact moment": (patterns.DAY_OR_INSTANT, values.ExactMoment),
    "instant": (patterns.INSTANT, values.Instant),
    "duration": (patterns.DURATION, values.Length),
    "slug": (patterns.SLUG, values.Slug),
    "url": (patterns.URL, values.Url),
    "language": (patterns.LANGUAGE, values.Lang),
    "sha256": (patterns.SHA256, values.Sha256),
    "alias": (patterns.ALIAS, values.Aliases),
    "tag": (patterns.WORD, values.Tags),
    "count": (patterns.whole_number(1, 9999), AgreementFields.__annotations__["clauses"]),
}


def reader(kind: Any) -> Callable[[object], object]:
    adapter: TypeAdapter[object] = TypeAdapter(kind)
    return lambda text: adapter.validate_python(text, context={"zone": None})


READERS = {name: reader(kind) for name, (_, kind) in KINDS.items()}


@pytest.mark.parametrize("name", KINDS)
@given(data=st.data())
def test_what_fits_is_accepted(name: str, data: st.DataObject) -> None:
    READERS[name](data.draw(st.from_regex(KINDS[name][0].regex, fullmatch=True)))


@pytest.mark.parametrize(
    ("name", "fits", "refused"),
    [
        ("date", ["2012-11-20", "2012-11", "2012", "XXXX-08-18", "2012-02-29", "2012~", "0001", "XXXX-02-29"],
         ["2012-02-30", "2011-02-29", "1900-02-29", "0000", "2012-13", "20-11-2012", "20121120", "2012-11-20 "]),
        ("expiry", ["indefinite", "2030-01-01"], ["never", "2030-1-1"]),
        ("moment", ["2021-11-24T22:26+07:00", "2021-11-24"], ["2021-11-24T22:26", "2021-11-24T25:00+07:00"]),
        ("instant", ["2021-11-24T22:26:01Z"], ["2021-11-24"]),
        ("duration", ["P1Y", "P6M", "P1Y6M"], ["P", "P0Y", "1 year", "PT1H"]),
        ("slug", ["bo-cong-an"], ["Bộ", "a--b", "-a", "a b"]),
        ("url", ["https://x.example/a?b#c"], ["x.example", "ftp://x.example", "https://"]),
        ("count", ["1", "9999"], ["0", "10000", "-1", "x"]),
        ("tag", ["an ninh"], ["…", ""]),
        ("alias", ["tin/17.html", "/cu/", "/tin.aspx?id=17", "?p=1", "a?b=1&c=2,3"],
         ["../x", "a//b", "//x.example", "a?b", "a?b=", "a?b=1&b=2", "a?b=1#c", "../a?b=1", f"a?b={'1' * 300}"]),
    ],
)  # fmt: skip
def test_a_pattern_knows_what_an_editor_means(name: str, fits: list[str], refused: list[str]) -> None:
    pattern = re.compile(f"^{KINDS[name][0].regex}$")
    assert [text for text in fits if not pattern.search(text)] == []
    assert [text for text in refused if pattern.search(text)] == []
    for text in fits:
        READERS[name](text)


@given(st.from_regex(patterns.PUBLIC.regex, fullmatch=True))
def test_a_reason_is_never_empty(text: str) -> None:
    """The form writes ``no: reason`` as a mapping."""
    value: object = text if text == "yes" else {"no": text.removeprefix("no: ").strip()}
    reader(agreement_values.TextPublic)(value)


def test_the_schema_refuses_what_it_should() -> None:
    with pytest.raises(ValidationError):
        READERS["date"]("2012-02-30")
