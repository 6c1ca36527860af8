"""Types of values in front matter and settings. Each is parsed from the text that the editor typed.

An invalid value raises ``Invalid``, which pydantic collects together with its place.
"""

import re
from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from msgspec import Struct
from pydantic import BaseModel, BeforeValidator, ConfigDict, PlainValidator, ValidationInfo

from bantin.content.problems import dates, settings
from bantin.content.problems import values as problems
from bantin.content.schema import refusals
from bantin.content.schema.addresses import is_site, is_url
from bantin.content.schema.aliases import alias_of
from bantin.content.schema.invalid import Invalid
from bantin.content.schema.texts import said_text_of, text_of
from bantin.content.schema.words import YES, YES_NO, ChoiceWords, words_of
from bantin.domain.model import Label
from bantin.domain.text.dates import Edtf, ImpossibleDate, Moment, NaiveTime
from bantin.domain.text.durations import Duration
from bantin.domain.text.same_name import fits_address
from bantin.domain.text.slugs import fits, is_slug, slugify
from bantin.domain.text.time_zones import time_zones
from bantin.domain.text.urls import SCHEMES, scheme_of

# Public patterns are used for the editors' form too. JavaScript reads them in the same way.
LANG = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
# No page has an address that begins like this.
_COUNTER_BASE = re.compile(r"(?:/[A-Za-z0-9~-][A-Za-z0-9._~-]*)*/_[A-Za-z0-9-]+")
SHA256 = re.compile(r"[0-9a-f]{64}")


class Fields(BaseModel):
    """A mapping with fixed keys; any other key is a problem.

    Keys in ``of_original`` have a message of their own: they belong in the file that this one translates.
    """

    of_original: ClassVar[frozenset[str]] = frozenset()

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True, defer_build=True)


def edtf_of(value: object) -> Edtf:
    """The date in a scalar, which may be known in part (EDTF). Raises ``Invalid`` if it is not a date."""
    text = text_of(value)
    try:
        return Edtf.parse(text)
    except ImpossibleDate as error:
        raise Invalid(dates.IMPOSSIBLE_DATE, value=text) from error
    except ValueError as error:
        raise refusals.date_refusal(text) from error


def _moment(value: object, info: ValidationInfo, *, needs_time: bool = False) -> Moment:
    text, zone = text_of(value), (info.context or {}).get("zone")
    try:
        return Moment.parse(text, zone)
    except NaiveTime as error:
        raise refusals.naive_refusal(text, zone) from error
    except ImpossibleDate as error:
        raise Invalid(dates.IMPOSSIBLE_DATE, value=text) from error
    except ValueError as error:
        raise refusals.moment_refusal(text, zone, needs_time=needs_time) from error


def _instant(value: object, info: ValidationInfo) -> Moment:
    moment = _moment(value, info, needs_time=True)
    if moment.instant is None:
        raise refusals.moment_refusal(str(value), (info.context or {}).get("zone"), needs_time=True)
    return moment


def _exact_moment(value: object, info: ValidationInfo) -> Moment:
    moment = _moment(value, info)
    if moment.day.certain is None:
        raise refusals.day_refusal(text_of(value))
    return moment


def _duration(value: object) -> Duration:
    text = text_of(value)
    try:
        return Duration.parse(text)
    except ValueError as error:
        said = Duration.parse_words(text)
        if said is None:
            raise refusals.duration_refusal(text) from error
        return said


def _slug(value: object) -> str:
    text = text_of(value)
    if not is_slug(text):
        raise refusals.slug_refusal(text)
    if not fits(text):
        raise Invalid(problems.LONG_FOR_ADDRESS, value=text)
    return text


def _ref(value: object) -> str:
    """An id or a name; RESOLVE finds out which, once all files are read."""
    return text_of(value)


def _tag(value: object) -> str:
    text = text_of(value)
    if not slugify(text):
        raise Invalid(problems.BAD_TAG, value=text)
    if not fits_address(text):
        raise Invalid(problems.LONG_FOR_ADDRESS, value=text)
    return text


def url_of(value: object) -> str:
    """An address on the web. Raises ``Invalid`` if it is not one."""
    text = text_of(value)
    if not is_url(text):
        raise refusals.url_refusal(text, is_url)
    return text


def base_url_of(value: object) -> str:
    """The address of a site, with a slash at its end. Raises ``Invalid`` if it is not one."""
    text = text_of(value)
    if not is_site(text):
        raise refusals.base_url_refusal(text, is_site)
    return text if text.endswith("/") else text + "/"


def _repository(value: object) -> str:
    """The address of files in a repository, with ``{commit}`` and perhaps ``{path}`` to be filled in.

    Raises ``Invalid`` if it is not one.
    """
    text = text_of(value)
    filled = text.replace("{commit}", "0").replace("{path}", "0")
    try:
        url_of(filled)
    except Invalid as error:
        raise Invalid(settings.BAD_REPOSITORY, value=text) from error
    if "{commit}" not in text or "{" in filled or "}" in filled:
        raise Invalid(settings.BAD_REPOSITORY, value=text)
    return text


def _legal_documents(value: object) -> str:
    """The address of a legal document in a database, with its number left open."""
    text = text_of(value)
    filled = text.replace("{number}", "0").replace("{slug}", "0")
    try:
        url_of(filled)
    except Invalid as error:
        raise Invalid(settings.BAD_LEGAL_DOCUMENTS, value=text) from error
    if filled == text or "{" in filled or "}" in filled or not text.startswith("https://"):
        raise Invalid(settings.BAD_LEGAL_DOCUMENTS, value=text)
    return text


def _destination(value: object) -> str:
    text = text_of(value)
    scheme = scheme_of(text)
    if scheme and scheme not in SCHEMES:
        raise Invalid(problems.BAD_URL, value=text)
    refusal = None if scheme else refusals.destination_refusal(text)
    if refusal:
        raise refusal
    return text


def _day(value: object) -> date:
    text = text_of(value)
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise refusals.day_refusal(text) from error


def _counter_base(value: object) -> str:
    text = text_of(value)
    if _COUNTER_BASE.fullmatch(text) is None:
        raise Invalid(settings.BAD_COUNTER_BASE, value=text)
    return text


def _service(value: object) -> str:
    """The path of a service on the site's own host, or its ``https`` address, without a slash at the end.

    Raises ``Invalid`` if it is neither.
    """
    text = text_of(value).removesuffix("/")
    if _COUNTER_BASE.fullmatch(text):
        return text
    try:
        url = url_of(text)
    except Invalid as error:
        raise Invalid(settings.BAD_SERVICE, value=text) from error
    if not url.startswith("https://") or urlsplit(url).query or urlsplit(url).fragment:
        raise Invalid(settings.BAD_SERVICE, value=text)
    return url


def _lang(value: object) -> str:
    text = text_of(value)
    if LANG.fullmatch(text) is None:
        raise refusals.language_refusal(text, "vi, en, fr, …")
    return text


def _sha256(value: object) -> str:
    text = text_of(value).lower()
    if SHA256.fullmatch(text) is None:
        raise refusals.sha256_refusal(text_of(value))
    return text


def _timezone(value: object) -> ZoneInfo:
    text = text_of(value)
    if text not in time_zones():
        raise refusals.timezone_refusal(text)
    return ZoneInfo(text)


def _yes_no(value: object) -> bool:
    text = text_of(value)
    answer = YES_NO.read(text)
    if answer is None:
        raise refusals.yes_no_refusal(text, YES_NO.near(text))
    return answer == YES


def _one_or_more(value: object) -> object:
    """Wraps a single text in a list: a list of one item may be written without its dash."""
    return [value] if isinstance(value, str) else value


class WholeNumber(Struct, frozen=True):
    """Reads a whole number from ``least`` to ``most``."""

    least: int
    most: int

    def __call__(self, value: object) -> int:
        """The number."""
        text, most = text_of(value), self.most
        if not (text.isascii() and text.isdigit() and len(text) <= len(str(most)) and self.least <= int(text) <= most):
            raise refusals.number_refusal(text, self.least, most)
        return int(text)


def integer(least: int, most: int) -> PlainValidator:
    """The kind of whole numbers from ``least`` to ``most``."""
    return PlainValidator(WholeNumber(least, most))


def choice(choices: type[StrEnum]) -> PlainValidator:
    """A validator for members of ``choices``, in English or Vietnamese, whatever the case."""
    by_name = {member.lower(): member for member in choices}
    words = words_of(choices.__name__, choices)

    def read(value: object) -> StrEnum:
        text = text_of(value)
        return by_name.get(text.lower()) or choices(word_of(text, words))

    return PlainValidator(read)


def word_of(value: object, words: ChoiceWords) -> str:
    """The value of the schema that one of ``words`` stands for. Raises ``Invalid`` if ``value`` is none of them."""
    text = text_of(value)
    found = words.read(text)
    if found is None:
        raise refusals.choice_refusal(text, words)
    return found


class Shorthand(Struct, frozen=True):
    """Expands a text into a mapping that has it as the value of its main ``key``; leaves mappings unchanged."""

    key: str

    def __call__(self, value: object) -> object:
        """The mapping."""
        return {self.key: value} if isinstance(value, str) else value


def shorthand(key: str) -> BeforeValidator:
    """A validator that lets a text stand for a mapping with only the main ``key``."""
    return BeforeValidator(Shorthand(key))


def _label(value: object) -> Label:
    """A name: one text, or one for each language. Raises ``Invalid`` if it is empty or in another language."""
    if isinstance(value, str):
        return Label(vi=said_text_of(value))
    if not isinstance(value, dict) or not value:
        raise Invalid(problems.EXPECTED_TEXT)
    for language, name in value.items():
        if language not in ("vi", "en"):
            raise Invalid(problems.BAD_CHOICE, value=language, choices="vi, en")
        said_text_of(name)
    return Label(**value)


Text = Annotated[str, PlainValidator(said_text_of)]
Urls = Annotated[tuple[Annotated[str, PlainValidator(url_of)], ...], BeforeValidator(_one_or_more)]
Texts = Annotated[tuple[Text, ...], BeforeValidator(_one_or_more)]
Tags = Annotated[tuple[Annotated[str, PlainValidator(_tag)], ...], BeforeValidator(_one_or_more)]
EdtfDate = Annotated[Edtf, PlainValidator(edtf_of)]
PublicationMoment = Annotated[Moment, PlainValidator(_moment)]
Instant = Annotated[Moment, PlainValidator(_instant)]
ExactMoment = Annotated[Moment, PlainValidator(_exact_moment)]
Length = Annotated[Duration, PlainValidator(_duration)]
Slug = Annotated[str, PlainValidator(_slug)]
Ref = Annotated[str, PlainValidator(_ref)]
Refs = Annotated[tuple[Ref, ...], BeforeValidator(_one_or_more)]
Url = Annotated[str, PlainValidator(url_of)]
Destination = Annotated[str, PlainValidator(_destination)]
BaseUrl = Annotated[str, PlainValidator(base_url_of)]
LegalDocuments = Annotated[str, PlainValidator(_legal_documents)]
Repository = Annotated[str, PlainValidator(_repository)]
Aliases = Annotated[tuple[Annotated[str, PlainValidator(alias_of)], ...], BeforeValidator(_one_or_more)]
Day = Annotated[date, PlainValidator(_day)]
CounterBase = Annotated[str, PlainValidator(_counter_base)]
Service = Annotated[str, PlainValidator(_service)]
Lang = Annotated[str, PlainValidator(_lang)]
Sha256 = Annotated[str, PlainValidator(_sha256)]
TimeZone = Annotated[ZoneInfo, PlainValidator(_timezone)]
YesNo = Annotated[bool, PlainValidator(_yes_no)]
Name = Annotated[Label, PlainValidator(_label)]
