"""The front matter of articles and static pages, as it is written: nothing resolved, nothing certain but its form."""

from typing import Annotated, Literal, get_args

from pydantic import BeforeValidator, PlainValidator

from bantin.content.problems import dates
from bantin.content.problems import values as problems
from bantin.content.schema.ids import ids_apart
from bantin.content.schema.invalid import Invalid
from bantin.content.schema.list_lengths import at_least, at_most
from bantin.content.schema.texts import text_of
from bantin.content.schema.values import (
    SUGGESTED,
    Aliases,
    EdtfDate,
    Fields,
    Instant,
    Lang,
    Length,
    PublicationMoment,
    Ref,
    Refs,
    Sha256,
    Slug,
    Tags,
    Text,
    Texts,
    Url,
    YesNo,
    choice,
    edtf_of,
    integer,
    shorthand,
    word_of,
)
from bantin.content.schema.words import INDEFINITE, NO, OPEN, ROTATING, YES, YES_NO, DocumentKind, single, words_of
from bantin.domain.model import EventKind, FullText, OnBehalf, RelationKind, Scope
from bantin.domain.text.dates import Edtf

_LEAST_PARTIES = 2
# Each pair of them has a page: far more than all ministries and provinces together.
_MOST_PARTIES = 200
_MOST_CLAUSES = 9999


def expiry_of(value: object) -> Edtf | Literal["indefinite"]:
    """The last day of a term, or that it has none."""
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


def _clearance(value: object) -> str:
    text, words = text_of(value), single(OPEN)
    if words.read(text):
        return OPEN
    if words.near(text):
        raise Invalid(problems.CLEARANCE_MEANT, value=text, mended=OPEN)
    raise Invalid(problems.CLEARANCE, value=text)


Clearance = Annotated[str, PlainValidator(_clearance)]


def _chair(value: object) -> str:
    """``rotating``, or an agency."""
    text, words = text_of(value), single(ROTATING)
    if not words.read(text) and words.near(text):
        raise Invalid(problems.BAD_CHOICE_MEANT, value=text, mended=ROTATING, choices=words.told)
    return words.read(text) or text


Chair = Annotated[str, PlainValidator(_chair)]
_DOCUMENT_KINDS = words_of("DocumentKind", get_args(DocumentKind))


def _document_kind(value: object) -> str:
    return word_of(value, _DOCUMENT_KINDS)


class SourceFields(Fields):
    """``source``: where a news item was taken from."""

    facts = frozenset({"code", "url"})

    name: Text
    code: Text = ""
    url: Url | None = None


class PhotoFields(Fields):
    """One of ``photos``."""

    facts = frozenset({"caption", "credit"})

    src: Text
    alt: Text
    caption: Text = ""
    credit: Text = ""


class PartyFields(Fields):
    """One of ``agreement.parties``; an agency alone is short for ``{agency: id}``."""

    facts = frozenset({"role", "signed_on", "effective_on"})

    agency: Ref
    role: Text = ""
    lead: YesNo = False
    signed_on: EdtfDate | None = None
    effective_on: EdtfDate | None = None


class PersonFields(Fields):
    """One of ``presided_by`` and ``attended_by``; a name alone is short for ``{name: …}``."""

    facts = frozenset({"rank", "position", "also", "role"})

    name: Text
    rank: Text = ""
    position: Text = ""
    also: Texts = ()
    role: Text = ""


class SignatoryFields(PersonFields):
    """One of ``agreement.signatories``."""

    facts = frozenset({"rank", "position", "also", "role", "party", "on_behalf"})

    party: Ref | None = None
    on_behalf: Annotated[OnBehalf, choice(OnBehalf)] | None = None


class PlaceFields(Fields):
    """``agreement.signed_at``; a place alone is short for ``{place: …}``."""

    facts = frozenset({"place", "venue"})

    place: Text = ""
    venue: Text = ""


class ReviewFields(Fields):
    """``agreement.review``. ``chair`` is ``rotating`` or an agency."""

    facts = frozenset({"every", "next", "chair"})

    every: Length | None = None
    next: EdtfDate | None = None
    chair: Chair | None = None


class EventFields(Fields):
    """One of ``agreement.events``."""

    facts = frozenset({"on", "note", "by", "part", "until"})

    kind: Annotated[EventKind, choice(EventKind)]
    on: EdtfDate | None = None
    note: Text = ""
    by: Text = ""
    part: Text = ""
    until: Expiry | None = None
    parties: Refs = ()


class ExternalFields(Fields):
    """The ``external`` document of a relation."""

    facts = frozenset({"number", "date", "url"})

    title: Text
    number: Text = ""
    date: EdtfDate | None = None
    url: Url | None = None


class RelationFields(Fields):
    """One of ``agreement.relations``: to a record of this bulletin or to an external document."""

    kind: Annotated[RelationKind, choice(RelationKind)]
    to: Ref | None = None
    external: Annotated[ExternalFields | None, shorthand("title")] = None


class DocumentFields(Fields):
    """One of ``agreement.documents``; a file name alone is short for ``{file: …}``, a signed copy."""

    file: Text
    kind: Annotated[DocumentKind, PlainValidator(_document_kind)] = "signed"
    sha256: Sha256 | None = None


class AgreementFields(Fields):
    """``agreement``: what was signed."""

    facts = frozenset(
        {
            "number",
            "presided_by",
            "attended_by",
            "signed_at",
            "effective_on",
            "effective_method",
            "expires_on",
            "review",
            "clauses",
            "legal_basis",
            "contact",
        }
    )

    type: Ref
    parties: Annotated[
        tuple[Annotated[PartyFields, shorthand("agency")], ...],
        BeforeValidator(ids_apart),
        at_least(_LEAST_PARTIES, "parties"),
        at_most(_MOST_PARTIES),
    ]
    fields: Annotated[Refs, BeforeValidator(ids_apart), at_least(1, "fields")]
    id: Slug | None = None
    title: Annotated[Text, SUGGESTED] = ""
    number: Text = ""
    signatories: Annotated[tuple[Annotated[SignatoryFields, shorthand("name")], ...], SUGGESTED] = ()
    presided_by: tuple[Annotated[PersonFields, shorthand("name")], ...] = ()
    attended_by: tuple[Annotated[PersonFields, shorthand("name")], ...] = ()
    signed_on: Annotated[EdtfDate | None, SUGGESTED] = None
    signed_at: Annotated[PlaceFields, shorthand("place")] = PlaceFields()
    scope: Annotated[Annotated[Scope, choice(Scope)] | None, SUGGESTED] = None
    effective_on: EdtfDate | None = None
    effective_method: Text = ""
    expires_on: Expiry | None = None
    review: ReviewFields | None = None
    clauses: Annotated[int, integer(1, _MOST_CLAUSES)] | None = None
    legal_basis: Texts = ()
    contact: Texts = ()
    events: tuple[EventFields, ...] = ()
    relations: tuple[RelationFields, ...] = ()
    documents: tuple[Annotated[DocumentFields, shorthand("file")], ...] = ()
    text_public: Annotated[TextPublic | None, SUGGESTED] = None


class ArticleFields(Fields):
    """The front matter of an article."""

    facts = frozenset({"source", "photos"})

    title: Text
    published: Annotated[PublicationMoment | None, SUGGESTED] = None
    updated: Instant | None = None
    lead: Annotated[Text, SUGGESTED] = ""
    authors: Annotated[Texts, SUGGESTED] = ()
    source: Annotated[SourceFields | None, shorthand("name")] = None
    section: Ref | None = None
    tags: Tags = ()
    photos: tuple[Annotated[PhotoFields, shorthand("src")], ...] = ()
    slug: Slug | None = None
    aliases: Aliases = ()
    draft: YesNo = False
    expires: EdtfDate | None = None
    lang: Lang = ""
    license: Text = ""
    comments: YesNo | None = None
    clearance: Clearance = "cong-khai"
    public_numbers: Texts = ()
    agreement: AgreementFields | None = None


class PageFields(Fields):
    """The front matter of a static page."""

    title: Text
    lead: Text = ""
    slug: Slug | None = None
    updated: Instant | None = None
    aliases: Aliases = ()
    draft: YesNo = False
    public_numbers: Texts = ()
