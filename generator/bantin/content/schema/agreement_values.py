"""Types of values that only agreements have: terms, publication of the text, chairs of reviews, kinds of documents."""

from typing import Annotated, Literal, get_args

from pydantic import PlainValidator

from bantin.content.problems import dates
from bantin.content.problems import values as problems
from bantin.content.schema.invalid import Invalid
from bantin.content.schema.texts import text_of
from bantin.content.schema.values import edtf_of, word_of
from bantin.content.schema.words import INDEFINITE, NO, OPEN, ROTATING, YES, YES_NO, DocumentKind, single, words_of
from bantin.domain.model import FullText
from bantin.domain.text.dates import Edtf


def expiry_of(value: object) -> Edtf | Literal["indefinite"]:
    """Reads the last day of a term, or ``indefinite`` in English or Vietnamese.

    Raises ``Invalid`` if it is neither.
    """
    text, words = text_of(value), single(INDEFINITE)
    if text[0].isdigit():
        return edtf_of(text)
    if words.read(text):
        return "indefinite"
    near = words.near(text)
    if near:
        raise Invalid(dates.BAD_DATE_MEANT, value=text, mended=near)
    return edtf_of(text)


Expiry = Annotated[Edtf | Literal["indefinite"], PlainValidator(expiry_of)]


def _full_text(value: object) -> FullText:
    if isinstance(value, dict) and len(value) == 1:
        ((answer, reason),) = value.items()
        if YES_NO.read(answer) == NO:
            return FullText(public=False, reason=text_of(reason))
    if isinstance(value, str):
        answer, _, reason = value.partition(":")
        said = YES_NO.read(answer) or single(OPEN).read(answer)
        if said == NO and reason.strip():
            return FullText(public=False, reason=reason.strip())
        if said in (YES, OPEN) and not reason:
            return FullText(public=True)
        if said is None and YES_NO.near(value) == YES:
            raise Invalid(problems.BAD_YES_NO_MEANT, value=value, mended="yes")
    raise Invalid(problems.NEEDS_REASON)


TextPublic = Annotated[FullText, PlainValidator(_full_text)]


def _chair(value: object) -> str:
    """Reads ``rotating``, in English or Vietnamese, or the id or name of an agency.

    Raises ``Invalid`` if it is a misspelt ``rotating``.
    """
    text, words = text_of(value), single(ROTATING)
    if not words.read(text) and words.near(text):
        raise Invalid(problems.BAD_CHOICE_MEANT, value=text, mended=ROTATING, choices=words.told)
    return words.read(text) or text


Chair = Annotated[str, PlainValidator(_chair)]
_DOCUMENT_KINDS = words_of("DocumentKind", get_args(DocumentKind))


def _document_kind(value: object) -> str:
    return word_of(value, _DOCUMENT_KINDS)


DocumentRole = Annotated[DocumentKind, PlainValidator(_document_kind)]
