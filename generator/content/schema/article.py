"""The front matter of articles and static pages, as it is written: nothing resolved, nothing certain but its form."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, PlainValidator

from generator.content.problems import values as problems
from generator.content.schema.ids import ids_apart
from generator.content.schema.values import (
    SUGGESTED,
    Aliases,
    EdtfDate,
    Fields,
    Instant,
    Invalid,
    Lang,
    Length,
    PublicationMoment,
    Sha256,
    Slug,
    Slugs,
    Tags,
    Text,
    Texts,
    Url,
    YesNo,
    at_least,
    choice,
    edtf_of,
    integer,
    shorthand,
    text_of,
)
from generator.model import EventKind, FullText, OnBehalf, RelationKind, Scope
from generator.text.dates import Edtf

_LEAST_PARTIES = 2
_MOST_CLAUSES = 9999


def _expiry(value: object) -> Edtf | Literal["indefinite"]:
    return "indefinite" if value == "indefinite" else edtf_of(value)


Expiry = Annotated[Edtf | Literal["indefinite"], PlainValidator(_expiry)]


def _full_text(value: object) -> FullText:
    if value == "yes":
        return FullText(public=True)
    if isinstance(value, dict) and set(value) == {"no"}:
        return FullText(public=False, reason=text_of(value["no"]))
    raise Invalid(problems.NEEDS_REASON)


TextPublic = Annotated[FullText, PlainValidator(_full_text)]


def _clearance(value: object) -> str:
    text = text_of(value)
    if text != "cong-khai":
        raise Invalid(problems.CLEARANCE, value=text)
    return text


Clearance = Annotated[str, PlainValidator(_clearance)]


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
    """One of ``agreement.parties``; an agency id alone is short for ``{agency: id}``."""

    facts = frozenset({"role", "signed_on", "effective_on"})

    agency: Slug
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

    party: Slug | None = None
    on_behalf: Annotated[OnBehalf, choice(OnBehalf)] | None = None


class PlaceFields(Fields):
    """``agreement.signed_at``; a place alone is short for ``{place: …}``."""

    facts = frozenset({"place", "venue"})

    place: Text = ""
    venue: Text = ""


class ReviewFields(Fields):
    """``agreement.review``. ``chair`` is ``rotating`` or an agency id."""

    facts = frozenset({"every", "next", "chair"})

    every: Length | None = None
    next: EdtfDate | None = None
    chair: Slug | None = None


class EventFields(Fields):
    """One of ``agreement.events``."""

    facts = frozenset({"on", "note", "by", "part", "until"})

    kind: Annotated[EventKind, choice(EventKind)]
    on: EdtfDate | None = None
    note: Text = ""
    by: Text = ""
    part: Text = ""
    until: Expiry | None = None
    parties: Slugs = ()


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
    to: Slug | None = None
    external: Annotated[ExternalFields | None, shorthand("title")] = None


class DocumentFields(Fields):
    """One of ``agreement.documents``; a file name alone is short for ``{file: …}``, a signed copy."""

    file: Text
    kind: Literal["signed", "annex", "translation", "other"] = "signed"
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

    type: Slug
    parties: Annotated[
        tuple[Annotated[PartyFields, shorthand("agency")], ...],
        BeforeValidator(ids_apart),
        at_least(_LEAST_PARTIES, "parties"),
    ]
    fields: Annotated[Slugs, BeforeValidator(ids_apart), at_least(1, "fields")]
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
    section: Slug | None = None
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
    agreement: AgreementFields | None = None


class PageFields(Fields):
    """The front matter of a static page."""

    title: Text
    lead: Text = ""
    slug: Slug | None = None
    updated: Instant | None = None
    aliases: Aliases = ()
    draft: YesNo = False
