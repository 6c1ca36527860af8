"""The kinds of value that front matter and settings are made of, each read from the text that the editor typed.

A value that is not of its kind raises ``Invalid``, which pydantic collects with its place.
"""

import re
from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar, TypeVar
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from msgspec import Struct
from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, PlainValidator, ValidationInfo

from generator.content.problems import values as problems
from generator.errors import Kind
from generator.model import Label
from generator.text.dates import Edtf, ImpossibleDate, Moment, NaiveTime
from generator.text.durations import Duration
from generator.text.slugs import is_slug, slugify
from generator.text.urls import SCHEMES, scheme_of

# Those without an underscore are what the editors' form asks for, too: JavaScript reads them alike.
ALIAS = re.compile(r"/?(?!/)[A-Za-z0-9_~-][A-Za-z0-9._~-]*(?:/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*/?")
LANG = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
# No page has an address that begins so.
_COUNTER_BASE = re.compile(r"(?:/[A-Za-z0-9~-][A-Za-z0-9._~-]*)*/_[A-Za-z0-9-]+")
SHA256 = re.compile(r"[0-9a-f]{64}")
_HOST = re.compile(r"\[?\w(?:[\w.:-]*\w)?\]?")
_NOT_IN_URL = re.compile(r"[\s<>\"\\]")
# Such a text says nothing.
_NO_WORDS = " .…-–—_?*/\\|=+,;:!'\"()[]"
_YES, _NO = ("true", "yes"), ("false", "no")


T = TypeVar("T")


class Invalid(ValueError):
    """A value that its kind refuses: the rule it breaks, and what fills the rule's wording."""

    def __init__(self, kind: Kind, **values: object) -> None:
        self.kind = kind
        self.values = values
        super().__init__(kind.code)


class Suggested:
    """Marks a field whose absence is worth a warning."""


SUGGESTED = Suggested()


class Fields(BaseModel):
    """A mapping as an editor writes it: every key known, every value of its kind.

    Keys that are ``of_original`` are known as well, but have their place in the file that this one translates. Those
    that are ``facts`` may be said to be unknown, as those that are suggested.
    """

    of_original: ClassVar[frozenset[str]] = frozenset()
    facts: ClassVar[frozenset[str]] = frozenset()

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True, defer_build=True)


def text_of(value: object) -> str:
    """The text that a scalar holds; refuses lists, mappings and, in lists, items that were left empty."""
    if not isinstance(value, str) or not value:
        raise Invalid(problems.EXPECTED_TEXT)
    return value


def words_of(value: object) -> str:
    """The text that a scalar holds, if it says anything at all."""
    # Nearly every text begins with a letter; this is asked of all of them.
    if isinstance(value, str) and value and value[0] not in _NO_WORDS:
        return value
    text = text_of(value)
    if not text.strip(_NO_WORDS):
        raise Invalid(problems.NO_WORDS, value=text)
    return text


def edtf_of(value: object) -> Edtf:
    """The date that a scalar holds."""
    text = text_of(value)
    try:
        return Edtf.parse(text)
    except ImpossibleDate as error:
        raise Invalid(problems.IMPOSSIBLE_DATE, value=text) from error
    except ValueError as error:
        raise Invalid(problems.BAD_DATE, value=text) from error


def _moment(value: object, info: ValidationInfo) -> Moment:
    text = text_of(value)
    try:
        return Moment.parse(text, (info.context or {}).get("zone"))
    except NaiveTime as error:
        raise Invalid(problems.NAIVE_TIME, value=text) from error
    except ImpossibleDate as error:
        raise Invalid(problems.IMPOSSIBLE_DATE, value=text) from error
    except ValueError as error:
        raise Invalid(problems.BAD_DATE, value=text) from error


def _instant(value: object, info: ValidationInfo) -> Moment:
    moment = _moment(value, info)
    if moment.instant is None:
        raise Invalid(problems.BAD_TIME, value=value)
    return moment


def _duration(value: object) -> Duration:
    text = text_of(value)
    try:
        return Duration.parse(text)
    except ValueError as error:
        raise Invalid(problems.BAD_DURATION, value=text) from error


def _slug(value: object) -> str:
    text = text_of(value)
    if not is_slug(text):
        raise Invalid(problems.BAD_SLUG, value=text, near=slugify(text) or "a-z")
    return text


def _tag(value: object) -> str:
    text = text_of(value)
    if not slugify(text):
        raise Invalid(problems.BAD_TAG, value=text)
    return text


def _url(value: object) -> str:
    text = text_of(value)
    try:
        parts = urlsplit(text)
        host = parts.hostname if parts.port is None or parts.port else None
    except ValueError:
        host = None
    if not host or not _HOST.fullmatch(host) or parts.scheme not in ("http", "https") or _NOT_IN_URL.search(text):
        raise Invalid(problems.BAD_URL, value=text)
    return text


def base_url_of(value: object) -> str:
    """The address of a site, with a slash at its end."""
    text = text_of(value)
    try:
        url = _url(text)
    except Invalid as error:
        raise Invalid(problems.BAD_BASE_URL, value=text) from error
    if urlsplit(url).query or urlsplit(url).fragment or not url.isascii():
        raise Invalid(problems.BAD_BASE_URL, value=text)
    return url if url.endswith("/") else url + "/"


def _repository(value: object) -> str:
    """The address of a file in a repository, with its commit and its path left open."""
    text = text_of(value)
    filled = text.replace("{commit}", "0").replace("{path}", "0")
    try:
        _url(filled)
    except Invalid as error:
        raise Invalid(problems.BAD_REPOSITORY, value=text) from error
    if "{commit}" not in text or "{" in filled or "}" in filled:
        raise Invalid(problems.BAD_REPOSITORY, value=text)
    return text


def _destination(value: object) -> str:
    text = text_of(value)
    scheme = scheme_of(text)
    if scheme and scheme not in SCHEMES:
        raise Invalid(problems.BAD_URL, value=text)
    return text


def _alias(value: object) -> str:
    text = text_of(value)
    if ALIAS.fullmatch(text) is None:
        raise Invalid(problems.BAD_ALIAS, value=text)
    return text.removeprefix("/")


def _day(value: object) -> date:
    text = text_of(value)
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise Invalid(problems.BAD_DAY, value=text) from error


def _counter_base(value: object) -> str:
    text = text_of(value)
    if _COUNTER_BASE.fullmatch(text) is None:
        raise Invalid(problems.BAD_COUNTER_BASE, value=text)
    return text


def _service(value: object) -> str:
    """Where a service is found beside the site, or elsewhere; without a slash at its end."""
    text = text_of(value).removesuffix("/")
    if _COUNTER_BASE.fullmatch(text):
        return text
    try:
        url = _url(text)
    except Invalid as error:
        raise Invalid(problems.BAD_SERVICE, value=text) from error
    if not url.startswith("https://") or urlsplit(url).query or urlsplit(url).fragment:
        raise Invalid(problems.BAD_SERVICE, value=text)
    return url


def _lang(value: object) -> str:
    text = text_of(value)
    if LANG.fullmatch(text) is None:
        raise Invalid(problems.BAD_CHOICE, value=text, choices="vi, en, fr, …")
    return text


def _sha256(value: object) -> str:
    text = text_of(value).lower()
    if SHA256.fullmatch(text) is None:
        raise Invalid(problems.BAD_SHA256, value=text)
    return text


def _timezone(value: object) -> ZoneInfo:
    text = text_of(value)
    try:
        return ZoneInfo(text)
    except (ZoneInfoNotFoundError, ValueError, OSError, TypeError) as error:
        raise Invalid(problems.BAD_TIMEZONE, value=text) from error


def _yes_no(value: object) -> bool:
    text = text_of(value).lower()
    if text not in _YES + _NO:
        raise Invalid(problems.BAD_YES_NO, value=text)
    return text in _YES


def _one_or_more(value: object) -> object:
    """A list of one may be written without its dash."""
    return [value] if isinstance(value, str) else value


def integer(least: int, most: int) -> PlainValidator:
    """The kind of whole numbers from ``least`` to ``most``."""

    def read(value: object) -> int:
        text = text_of(value)
        if not (text.isascii() and text.isdigit() and len(text) <= len(str(most)) and least <= int(text) <= most):
            raise Invalid(problems.BAD_NUMBER, value=text, least=least, most=most)
        return int(text)

    return PlainValidator(read)


def choice(choices: type[StrEnum]) -> PlainValidator:
    """The kind of values that are one of ``choices``, capital letters or not."""
    by_name = {member.lower(): member for member in choices}

    def read(value: object) -> StrEnum:
        text = text_of(value)
        member = by_name.get(text.lower())
        if member is None:
            raise Invalid(problems.BAD_CHOICE, value=text, choices=", ".join(choices))
        return member

    return PlainValidator(read)


class Shorthand(Struct, frozen=True):
    """Lets a mapping be written as the value of its chief ``key`` alone."""

    key: str

    def __call__(self, value: object) -> object:
        """The mapping."""
        return {self.key: value} if isinstance(value, str) else value


def shorthand(key: str) -> BeforeValidator:
    """Lets a mapping be written as the value of its chief ``key`` alone."""
    return BeforeValidator(Shorthand(key))


class Fewest(Struct, frozen=True):
    """Asks for at least so many items of a list."""

    key: str
    least: int

    def __call__(self, items: tuple[T, ...]) -> tuple[T, ...]:
        """The items, if they are enough."""
        if len(items) < self.least:
            raise Invalid(problems.TOO_FEW, key=self.key, least=self.least)
        return items


def at_least(least: int, key: str) -> AfterValidator:
    """Asks for at least so many items of the list ``key``."""
    return AfterValidator(Fewest(key, least))


def _label(value: object) -> Label:
    """A name: one text, or one for each language."""
    if isinstance(value, str):
        return Label(vi=words_of(value))
    if not isinstance(value, dict) or not value:
        raise Invalid(problems.EXPECTED_TEXT)
    for language, name in value.items():
        if language not in ("vi", "en"):
            raise Invalid(problems.BAD_CHOICE, value=language, choices="vi, en")
        words_of(name)
    return Label(**value)


Text = Annotated[str, PlainValidator(words_of)]
Urls = Annotated[tuple[Annotated[str, PlainValidator(_url)], ...], BeforeValidator(_one_or_more)]
Texts = Annotated[tuple[Text, ...], BeforeValidator(_one_or_more)]
Tags = Annotated[tuple[Annotated[str, PlainValidator(_tag)], ...], BeforeValidator(_one_or_more)]
EdtfDate = Annotated[Edtf, PlainValidator(edtf_of)]
PublicationMoment = Annotated[Moment, PlainValidator(_moment)]
Instant = Annotated[Moment, PlainValidator(_instant)]
Length = Annotated[Duration, PlainValidator(_duration)]
Slug = Annotated[str, PlainValidator(_slug)]
Slugs = Annotated[tuple[Slug, ...], BeforeValidator(_one_or_more)]
Url = Annotated[str, PlainValidator(_url)]
Destination = Annotated[str, PlainValidator(_destination)]
BaseUrl = Annotated[str, PlainValidator(base_url_of)]
Repository = Annotated[str, PlainValidator(_repository)]
Aliases = Annotated[tuple[Annotated[str, PlainValidator(_alias)], ...], BeforeValidator(_one_or_more)]
Day = Annotated[date, PlainValidator(_day)]
CounterBase = Annotated[str, PlainValidator(_counter_base)]
Service = Annotated[str, PlainValidator(_service)]
Lang = Annotated[str, PlainValidator(_lang)]
Sha256 = Annotated[str, PlainValidator(_sha256)]
TimeZone = Annotated[ZoneInfo, PlainValidator(_timezone)]
YesNo = Annotated[bool, PlainValidator(_yes_no)]
Name = Annotated[Label, PlainValidator(_label)]
