"""JSON Schemas (2020-12) of single values.

Text editors read YAML with types, where the program reads texts: ``2012`` is a number there, ``true`` a truth value.
Whatever the program accepts is valid here; some of what it refuses is valid too.
"""

from collections.abc import Iterable, Mapping, Sequence
from zoneinfo import ZoneInfo

from bantin.content.schema import agreement_values, article, values
from bantin.content.schema.values import WholeNumber
from bantin.content.schema.words import INDEFINITE, NO, OPEN, YES, YES_NO, ChoiceWords, single
from bantin.content.yaml.keys import UNKNOWN
from bantin.domain.model import Term
from bantin.domain.problems import Language
from bantin.domain.text.slugs import SLUG

Json = str | int | bool | None | Sequence["Json"] | Mapping[str, "Json"]
Schema = Mapping[str, Json]

NOTHING: Schema = {"type": "null"}
TEXT: Schema = {"type": ["string", "number", "boolean"]}

# A vowel with any marks, composed or not; đ and the letters that are typed for it; any dash; any space.
_VOWEL, _D, _DASH, _SPACE = r"[aeiouyAEIOUY\u00c0-\u1ef9][\u0300-\u0331]*", "[dđðDĐÐ]", "[‐‑‒–—−-]", r"\s+"
_UNKNOWN = "unknown"
_END = r"[\s.,;:]*"
_DAY = "[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])"
_DATE = r"(?:[0-9]{4}|XXXX)(?:-(?:0[1-9]|1[0-2]|XX)(?:-(?:0[1-9]|[12][0-9]|3[01]|XX))?)?[?~%]?"
_INSTANT = rf"{_DAY}[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?(?:Z|[+-][0-9]{{2}}:?[0-9]{{2}})"


def any_of(*schemas: Schema) -> Schema:
    """A schema for values that one of ``schemas`` is for; those that are such a schema themselves are taken apart."""
    parts: list[Json] = []
    for one in schemas:
        inner = one.get("anyOf") if one.keys() == {"anyOf"} else None
        parts += inner if isinstance(inner, Sequence) and not isinstance(inner, str) else [one]
    unique = [one for number, one in enumerate(parts) if one not in parts[:number]]
    return schemas[0] if len(unique) == 1 else {"anyOf": unique}


def matching(*patterns: str, examples: str = "") -> Schema:
    """A schema for texts that one of ``patterns`` matches as a whole.

    VS Code shows the ``examples`` in place of the pattern, by a keyword that is not in the standard.
    """
    advice = {"patternErrorMessage": examples} if examples else {}
    return {"type": "string", "pattern": f"^(?:{'|'.join(patterns)})$", **advice}


def spelt(phrases: Iterable[str]) -> str:
    """A pattern for ``phrases`` in any spelling: capitals, spacing, dashes, position of the marks."""
    return f"{_END}(?:{'|'.join(sorted({''.join(map(_letter, one)) for one in phrases}))}){_END}"


def _letter(letter: str) -> str:
    if letter in "đĐ":
        return _D
    if letter.isspace():
        return _SPACE
    if not letter.isalpha():
        return _DASH if letter == "-" else f"\\{letter}" if letter in ".()+*?[]{}|^$/\\" else letter
    if letter.lower() in "aeiouy" or not letter.isascii():
        return _VOWEL
    return f"[{letter.lower()}{letter.upper()}]"


def one_of(words: ChoiceWords, language: Language) -> Schema:
    """A schema for the ``words`` of a choice, of which the values are offered; each is explained in Vietnamese."""
    offered = [constant(value, words.word(value) if language == "vi" else "") for value in words.values]
    truth: list[Schema] = [{"const": False}] if "false" in words.phrases else []
    return any_of(*offered, matching(spelt(words.phrases)), *truth)


def one_of_terms(terms: Iterable[Term], language: Language) -> Schema:
    """A schema for the ids of ``terms``, which are offered with their names, and for these names."""
    some = tuple(terms)
    names = [name for one in some for name in (one.id, one.label.vi, one.label.en) if name]
    return any_of(*offered_terms(some, language), matching(spelt(names)))


def offered_terms(terms: Iterable[Term], language: Language) -> list[Schema]:
    """A schema for the id of each of ``terms``, with its name."""
    return [constant(one.id, one.label.text(language)) for one in terms]


def constant(value: str, title: str = "") -> Schema:
    """A schema for one text, which text editors offer."""
    return {"const": value, **({"title": title} if title and title != value else {})}


def whole_number(rule: WholeNumber) -> Schema:
    """A schema for whole numbers in a range."""
    return {"type": ["integer", "string"], "minimum": rule.least, "maximum": rule.most, "pattern": "^[0-9]+$"}


def unknown(language: Language) -> tuple[Schema, ...]:
    """The schemas of the words for what is not known, alone and as the only item of a list."""
    words = any_of(constant(_UNKNOWN, "chưa rõ" if language == "vi" else ""), matching(*sorted(UNKNOWN)))
    return words, {"type": "array", "items": words, "minItems": 1, "maxItems": 1}


_WORDS_NO = spelt(word for word in YES_NO.phrases if YES_NO.read(word) == NO)
_WORDS_YES = spelt(word for word in YES_NO.phrases if YES_NO.read(word) == YES)
_YEAR: Schema = {"type": "integer", "minimum": 1, "maximum": 9999}
_YES_NO: Schema = any_of({"type": "boolean"}, constant("yes"), constant("no"), matching(_WORDS_YES, _WORDS_NO))
_NAME: Schema = any_of(
    TEXT,
    {
        "type": "object",
        "properties": {"vi": any_of(TEXT, NOTHING), "en": any_of(TEXT, NOTHING)},
        "additionalProperties": False,
        "minProperties": 1,
    },
)
_PUBLIC: Schema = any_of(
    constant("yes"),
    {"const": True},
    matching(_WORDS_YES, spelt(single(OPEN).phrases), rf"{_WORDS_NO}\s*:.*\S.*"),
    {
        "type": "object",
        "propertyNames": {"pattern": f"^{_WORDS_NO}$"},
        "additionalProperties": TEXT,
        "minProperties": 1,
        "maxProperties": 1,
    },
)
_SITE_ADDRESS = matching("[Hh][Tt][Tt][Pp][Ss]?://.*", examples="https://…")
_SOME_DAY, _SOME_MOMENT = "2012-11-20", "2012-11-20T09:30+07:00"
_DATES = f"{_SOME_DAY}, 2012-11, 2012, XXXX-08-18"
PLAIN: tuple[tuple[object, Schema], ...] = (
    (values.Text, TEXT),
    (values.Name, _NAME),
    (values.YesNo, _YES_NO),
    (values.EdtfDate, any_of(matching(_DATE, examples=_DATES), _YEAR)),
    (values.PublicationMoment, any_of(matching(_DATE, _INSTANT, examples=f"{_SOME_DAY}, {_SOME_MOMENT}"), _YEAR)),
    (values.ExactMoment, matching(_DAY, _INSTANT, examples=f"{_SOME_DAY}, {_SOME_MOMENT}")),
    (values.Instant, matching(_INSTANT, examples=_SOME_MOMENT)),
    (values.Day, matching(_DAY, examples=_SOME_DAY)),
    (values.Length, {"type": "string", "pattern": "^(?:P(?:[0-9]+[YMWD])+|[^P].*)$"}),
    (values.Slug, any_of(matching(SLUG.pattern, examples="bo-cong-an"), {"type": "integer", "minimum": 0})),
    (values.Sha256, any_of(matching("[0-9a-fA-F]{64}"), {"type": "number"})),
    (values.Lang, matching(values.LANG.pattern)),
    (values.Url, _SITE_ADDRESS),
    (values.BaseUrl, _SITE_ADDRESS),
    (values.Repository, _SITE_ADDRESS),
    (values.LegalDocuments, _SITE_ADDRESS),
    (agreement_values.Expiry, any_of(constant(INDEFINITE), matching(_DATE, spelt(single(INDEFINITE).phrases)), _YEAR)),
    (agreement_values.TextPublic, _PUBLIC),
    (article.Clearance, any_of(constant(OPEN), matching(spelt(single(OPEN).phrases)))),
    (ZoneInfo, TEXT),
    # Texts that only the program can tell from others, such as ids and names.
    (str, TEXT),
)
"""The schemas of types of values that have the same one everywhere."""
