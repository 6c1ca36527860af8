"""Builds the errors of invalid values, with the correct value where it can be guessed.

Slow paths are fine here: nothing of this runs for valid values.
"""

import re
from collections.abc import Callable
from datetime import tzinfo
from urllib.parse import urlsplit

from bantin.content.problems import dates, settings, values
from bantin.content.schema.invalid import Invalid
from bantin.content.schema.words import ChoiceWords
from bantin.domain.problems import Kind
from bantin.domain.text.dates import ImpossibleDate
from bantin.domain.text.durations import Duration
from bantin.domain.text.folding import fold
from bantin.domain.text.name_keys import name_key
from bantin.domain.text.slugs import LONGEST_NAME, shorten, slugify
from bantin.domain.text.suggestions import nearest
from bantin.domain.text.time_zones import time_zones
from bantin.domain.text.typed_dates import Ambiguity, TypedDate, parse_typed_date
from bantin.domain.text.written_numbers import number_of

_EXAMPLE = "2021-11-24T22:26+07:00"
_HOST = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}(?::\d+)?(?:[/?#].*)?", re.IGNORECASE)
_WEB = re.compile(r"(?:www\.[\w.-]+|[\w-]+(?:\.[\w-]+)*\.(?:vn|com|org|net|gov|edu|info|asia))(?:/\S*)?", re.IGNORECASE)
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_TELEPHONE = re.compile(r"\+?[0-9(][0-9 ().-]{7,18}[0-9]")
_SCHEME = re.compile(r"h?t+p?(s?):?[/\\]{1,3}(?=[^/\\])|h?ttp(s?)[:;/\\]+", re.IGNORECASE)
_HEXADECIMAL = re.compile(r"[0-9a-f]{64}")
_UTC_7 = re.compile(r"(?:(?:utc|gmt) ?)?\+ ?0?7(?::?00)?")
_UNITS = {
    **dict.fromkeys(("year", "years", "yearly", "annual", "annually", "nam", "y"), "năm"),
    **dict.fromkeys(("month", "months", "monthly", "thang", "m"), "tháng"),
    **dict.fromkeys(("week", "weeks", "weekly", "tuan", "w"), "tuần"),
    **dict.fromkeys(("day", "days", "ngay", "d"), "ngày"),
    **dict.fromkeys(("quarter", "quarterly", "quy"), "quý"),
}
_LANGUAGES = {
    **dict.fromkeys(("vi", "vn", "vie", "viet", "viet nam", "tieng viet", "vietnamese"), "vi"),
    **dict.fromkeys(("en", "eng", "anh", "tieng anh", "english"), "en"),
    **dict.fromkeys(("fr", "phap", "tieng phap", "french"), "fr"),
    **dict.fromkeys(("lo", "lao", "tieng lao"), "lo"),
    **dict.fromkeys(("km", "khmer", "tieng khmer", "campuchia", "tieng campuchia"), "km"),
    **dict.fromkeys(("zh", "trung", "tieng trung", "chinese"), "zh"),
    **dict.fromkeys(("ja", "nhat", "tieng nhat", "japanese"), "ja"),
    **dict.fromkeys(("ko", "han", "tieng han", "korean"), "ko"),
    **dict.fromkeys(("ru", "nga", "tieng nga", "russian"), "ru"),
}
_ZONES = frozenset(
    {"viet nam", "vietnam", "ha noi", "hanoi", "asia/hanoi", "asia/ha_noi", "sai gon", "ict", "gio viet nam"}
)
_LONGEST_ZONE = 40
_SAID_YES, _SAID_NO = frozenset({"1", "y", "on", "x", "v", "ok"}), frozenset({"0", "n", "off"})


def refused(kind: Kind, kind_meant: Kind, text: str, mended: str | None, **more: object) -> Invalid:
    """The error for an invalid ``text``: of ``kind_meant`` if ``mended`` is what was meant, else of ``kind``.

    ``more`` fills the message.
    """
    if mended and mended != text:
        return Invalid(kind_meant, value=text, mended=mended, **more)
    return Invalid(kind, value=text, **more)


def date_refusal(text: str) -> Invalid:
    """The error for a ``text`` that is not a date."""
    try:
        meant = parse_typed_date(text)
    except ImpossibleDate:
        return Invalid(dates.IMPOSSIBLE_DATE, value=text)
    return _told(text, meant, meant.day if meant else "")


def moment_refusal(text: str, zone: tzinfo | None, *, needs_time: bool) -> Invalid:
    """The error for a ``text`` that is not a date with a time, on a site in ``zone``.

    A date alone is enough unless ``needs_time``.
    """
    try:
        meant = parse_typed_date(text)
    except ImpossibleDate:
        return Invalid(dates.IMPOSSIBLE_DATE, value=text)
    if meant is None:
        return Invalid(dates.BAD_MOMENT, value=text)
    moment = meant.moment(zone)
    if needs_time and not meant.time:
        example = TypedDate(meant.day, "22:26").moment(zone)
        return Invalid(dates.BAD_TIME, value=text, example=example or _EXAMPLE)
    return _told(text, meant, moment or ("" if needs_time else meant.day))


def naive_refusal(text: str, zone: tzinfo | None) -> Invalid:
    """The error for a ``text`` with a time but without its offset from UTC."""
    meant = parse_typed_date(text)
    return refused(dates.NAIVE_TIME, dates.NAIVE_TIME_MEANT, text, meant.moment(zone) if meant else "")


def _told(text: str, meant: TypedDate | None, mended: str) -> Invalid:
    if meant is None or not mended:
        return Invalid(dates.BAD_DATE, value=text)
    other = mended.replace(meant.day, meant.other, 1) if meant.other else ""
    match meant.doubt:
        case Ambiguity.CENTURY:
            return Invalid(dates.WHICH_CENTURY, value=text, mended=mended, other=other)
        case Ambiguity.ORDER if other:
            return Invalid(dates.DAY_FIRST, value=text, mended=mended, other=other)
        case Ambiguity.ORDER:
            return Invalid(dates.MONTH_FIRST, value=text, mended=mended)
    return refused(dates.BAD_DATE, dates.BAD_DATE_MEANT, text, mended)


def day_refusal(text: str) -> Invalid:
    """The error for a ``text`` that is not an exact day."""
    invalid = date_refusal(text)
    mended = str(invalid.values.get("mended", ""))
    is_day = len(mended) == len("2012-11-20") and "X" not in mended
    return Invalid(invalid.kind, **invalid.values) if is_day else Invalid(dates.BAD_DAY, value=text)


def duration_refusal(text: str) -> Invalid:
    """The error for a ``text`` that is not a duration."""
    parted = re.sub(r"(?<=\d)(?=[^\W\d])", " ", fold(text).removeprefix("p"))
    said = Duration.parse_words(" ".join(_UNITS.get(word, word) for word in parted.split()))
    return refused(dates.BAD_DURATION, dates.BAD_DURATION_MEANT, text, str(said) if said else None)


def number_refusal(text: str, least: int, most: int) -> Invalid:
    """The error for a ``text`` that is not a whole number from ``least`` to ``most``."""
    found = re.search(r"(?<![\d.,])\d{1,9}(?![\d.,]*\d)", text)
    number = number_of(text)
    if number is None and found and len(re.findall(r"\d+", text)) == 1 and not re.match(r"\s*[-−]", text):
        number = int(found[0])
    if number is None:
        # For 'Mười hai điều', twelve articles: the number may be followed by the word for what is counted.
        number = number_of(name_key(text).rpartition(" ")[0])
    mended = str(number) if number is not None and least <= number <= most else None
    return refused(values.BAD_NUMBER, values.BAD_NUMBER_MEANT, text, mended, least=least, most=most)


def yes_no_refusal(text: str, near: str | None) -> Invalid:
    """The error for a ``text`` that is neither yes nor no; ``near`` is the answer that was probably meant."""
    said = fold(text)
    answer = "true" if said in _SAID_YES else "false" if said in _SAID_NO else near
    return refused(values.BAD_YES_NO, values.BAD_YES_NO_MEANT, text, answer)


def slug_refusal(text: str) -> Invalid:
    """The error for a ``text`` that is not a slug."""
    return refused(values.BAD_SLUG, values.BAD_SLUG_MEANT, text, shorten(slugify(text), LONGEST_NAME))


def url_refusal(text: str, is_sound: Callable[[str], bool]) -> Invalid:
    """The error for a ``text`` that is not a web address; ``is_sound`` checks one."""
    return refused(values.BAD_URL, values.BAD_URL_MEANT, text, _address(text, is_sound))


def base_url_refusal(text: str, is_sound: Callable[[str], bool]) -> Invalid:
    """The error for a ``text`` that is not the address of a site; ``is_sound`` checks one."""
    bare = re.split(r"[?#]", text)[0]
    mended = _address(bare, is_sound) if bare.isascii() else None
    kinds = settings.BAD_BASE_URL, settings.BAD_BASE_URL_MEANT
    return refused(*kinds, text, f"{mended.rstrip('/')}/" if mended else None)


def _address(text: str, is_sound: Callable[[str], bool]) -> str | None:
    """The address that ``text`` was probably meant for: its scheme is missing or mistyped."""
    bare = text.strip(" <>,;").replace("\\", "/")
    scheme = _SCHEME.match(bare)
    if scheme:
        rest = bare[scheme.end() :].strip()
        found = f"http{'s' if 's' in scheme[0].lower() else ''}://{rest}"
    else:
        found = f"https://{bare.lstrip('/')}" if _HOST.fullmatch(bare.lstrip("/")) else bare
    if not _HOST.fullmatch(found.partition("://")[2]):
        return None
    return next(filter(is_sound, (found, found.replace(" ", "%20"))), None)


def destination_refusal(text: str) -> Invalid | None:
    """The error for a ``text`` that is a mail address, phone number or web address without its scheme.

    ``None`` if it may be the path of a file.
    """
    if _MAIL.fullmatch(text):
        return refused(values.BAD_URL, values.BAD_URL_MEANT, text, f"mailto:{text}")
    if _TELEPHONE.fullmatch(text):
        return refused(values.BAD_URL, values.BAD_URL_MEANT, text, f"tel:{re.sub(r'[^0-9+]', '', text)}")
    if _WEB.fullmatch(text):
        return refused(values.BAD_URL, values.BAD_URL_MEANT, text, f"https://{text}")
    return None


def alias_refusal(text: str, is_sound: Callable[[str], bool]) -> Invalid:
    """The error for a ``text`` that is not a former address on the site; ``is_sound`` checks one."""
    mended = _former_address(text)
    kind = values.BAD_ALIAS_QUERY if "?" in text else values.BAD_ALIAS
    return refused(kind, values.BAD_ALIAS_MEANT, text, mended if mended and is_sound(mended) else None)


def _former_address(text: str) -> str:
    """The path of a full address, with the parameters of its query that have values; empty if there are none."""
    try:
        parts = urlsplit(text.replace("\\", "/"))
    except ValueError:
        return ""
    if parts.scheme not in ("", "http", "https"):
        return ""
    named = [part for part in parts.query.split("&") if all(part.partition("="))]
    if parts.query and not named:
        return ""
    return "?".join(filter(None, (parts.path or "/", "&".join(named).replace(" ", "%20"))))


def sha256_refusal(text: str) -> Invalid:
    """The error for a ``text`` that is not a SHA-256 checksum."""
    bare = re.sub(r"^sha-?256\s*[:=]?|[\s:.\-]", "", text.lower())
    mended = bare if _HEXADECIMAL.fullmatch(bare) else None
    return refused(values.BAD_SHA256, values.BAD_SHA256_MEANT, text, mended)


def timezone_refusal(text: str) -> Invalid:
    """The error for a ``text`` that is not the name of a time zone."""
    said = fold(" ".join(text.split()))[:_LONGEST_ZONE]
    mended = "Asia/Ho_Chi_Minh" if said in _ZONES or _UTC_7.fullmatch(said) else nearest(said, time_zones())
    return refused(settings.BAD_TIMEZONE, settings.BAD_TIMEZONE_MEANT, text, mended)


def choice_refusal(text: str, words: ChoiceWords) -> Invalid:
    """The error for a ``text`` that is none of ``words``."""
    unclear = words.unclear(text)
    if len(unclear) == 1:
        return Invalid(values.INVERSE_RELATION, value=text, relation=unclear[0])
    if unclear:
        return Invalid(values.TWO_CHOICES, value=text, choices=", ".join(unclear))
    return refused(values.BAD_CHOICE, values.BAD_CHOICE_MEANT, text, words.near(text), choices=words.told)


def language_refusal(text: str, choices: str) -> Invalid:
    """The error for a ``text`` that is not the code of a language; ``choices`` are the codes."""
    mended = _LANGUAGES.get(fold(" ".join(text.split())))
    return refused(values.BAD_CHOICE, values.BAD_CHOICE_MEANT, text, mended, choices=choices)
