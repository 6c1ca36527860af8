"""The facts of an article or a record in words, so that two versions of them can be compared.

The words stand alone, unlike those on pages. What is no longer known, such as an agency, is given by its id.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from msgspec import Struct

from bantin.content.schema.agreement import AgreementFields
from bantin.content.schema.article import ArticleFields
from bantin.content.schema.field_marks import Labelled, marks
from bantin.content.schema.record import RecordFields
from bantin.domain.model import (
    Agreement,
    Amendment,
    Credit,
    Document,
    Event,
    External,
    Facts,
    FullText,
    OwnField,
    OwnFieldKind,
    Party,
    Person,
    Photo,
    Relation,
    Review,
    Scope,
    Signatory,
    SigningPlace,
    Term,
)
from bantin.domain.text.date_format import format_full, format_long
from bantin.domain.text.dates import Edtf, Moment
from bantin.domain.text.durations import Duration, format_duration
from bantin.index import Directory
from bantin.site import labels
from bantin.site.message import Message

_IN_AGREEMENT = "agreement."
_OF_ARTICLE = frozenset(Facts.__struct_fields__) - {"agreement"}


def fact_label(key: str, facts: Facts, directory: Directory) -> str:
    """The name of a key of ``facts``, such as ``title`` or ``agreement.signed_on``, in the site's language."""
    name = key.removeprefix(_IN_AGREEMENT)
    # Records have no title of their own.
    of_article = marks(ArticleFields, Labelled) if key == name and facts.title else {}
    others = marks(RecordFields if key == name else AgreementFields, Labelled)
    known = of_article.get(name) or others.get(name)
    own = _own_field(name, directory)
    label = known.label if known else own.label if own else None
    return label.text(directory.site.language) if label else name


def fact_lines(key: str, facts: Facts, directory: Directory, titles: Mapping[str, str]) -> tuple[str, ...]:
    """The value of a key of ``facts`` in words, a line for each item of a list; none if it is not given.

    ``titles`` are those of records, by their ids.
    """
    words, name = _Words(directory, titles), key.removeprefix(_IN_AGREEMENT)
    if key == name and key in _OF_ARTICLE and facts.title:
        return tuple(map(words.record, facts.about) if key == "about" else words.of(getattr(facts, key)))
    return tuple(words.of_agreement(name, facts.agreement)) if facts.agreement else ()


def _own_field(key: str, directory: Directory) -> OwnField | None:
    return next((one for one in directory.site.own_fields if one.key == key), None)


def _term(term_id: str, terms: Iterable[Term], directory: Directory) -> str:
    return next((one.label.text(directory.site.language) for one in terms if one.id == term_id), term_id)


class _Words(Struct, frozen=True):
    """Puts values of the model into words."""

    directory: Directory
    titles: Mapping[str, str]

    def of(self, value: object) -> Iterator[str]:
        """The lines of ``value``: one for each item of a tuple, none for missing values."""
        lines = map(self.line, value if isinstance(value, tuple) else (value,))
        return (line for line in lines if line)

    def of_agreement(self, key: str, agreement: Agreement) -> Iterator[str]:
        """The lines of the value of a key of ``agreement``, or of its own field ``key``."""
        vocabulary = self.directory.vocabulary
        match key:
            case "agreement":
                yield from self.of((agreement.title, agreement.number))
            case "type":
                yield _term(agreement.type, vocabulary.types, self.directory)
            case "fields":
                yield from (_term(one, vocabulary.fields, self.directory) for one in agreement.fields)
            case "expires_on" if agreement.indefinite:
                yield self.message(labels.NO_END)
            case "text_public":
                yield from self.of(agreement.full_text)
            case _ if key in Agreement.__struct_fields__:
                yield from self.of(getattr(agreement, key))
            case _:
                yield from self._own(key, dict(agreement.own).get(key, ""))

    def line(self, value: object) -> str:
        """``value`` in a line; empty if it is missing."""
        language = self.directory.site.language
        match value:
            case None:
                return ""
            case Edtf():
                return format_long(value, language)
            case Moment():
                return format_full(value, language)
            case Duration():
                return format_duration(value, language)
            case Scope():
                return self.message(labels.SCOPES[value])
            case Struct():
                return _joined(_PARTS[type(value)](value, self))
        return str(value)

    def agency(self, agency_id: str | None) -> str:
        """The present name of an agency."""
        agency = self.directory.agency.get(agency_id or "")
        return agency.name.text(self.directory.site.language) if agency else agency_id or ""

    def record(self, record_id: str | None) -> str:
        """The title of a record."""
        return self.titles.get(record_id or "", record_id or "")

    def message(self, message: Message) -> str:
        """A text of the program, as the theme words it."""
        return message.on(self.directory.site)

    def _own(self, key: str, text: str) -> Iterator[str]:
        field = _own_field(key, self.directory)
        match field.kind if field and text else None:
            case None:
                return
            case OwnFieldKind.DATE:
                yield self.line(Edtf.parse(text))
            case OwnFieldKind.YES_NO:
                yield self.message(labels.YES_NO[text == "true"])
            case OwnFieldKind.CHOICE if field:
                yield _term(text, field.choices, self.directory)
            case _:
                yield text


def _joined(parts: Iterable[str]) -> str:
    return ", ".join(part for part in parts if part)


def _party(party: Party, words: _Words) -> Iterator[str]:
    yield from (words.agency(party.agency), party.role, words.message(labels.LEADING) if party.lead else "")
    yield from map(words.line, (party.signed_on, party.effective_on))


def _person(person: Person, _words: _Words) -> Iterator[str]:
    yield from (" ".join(filter(None, (person.rank, person.name))), person.position, *person.also, person.role)


def _signatory(signatory: Signatory, words: _Words) -> Iterator[str]:
    yield from _person(signatory.person, words)
    yield from (words.agency(signatory.party), str(signatory.on_behalf or ""))


def _place(place: SigningPlace, _words: _Words) -> Iterator[str]:
    yield from (place.venue, place.place)


def _review(review: Review, words: _Words) -> Iterator[str]:
    yield from map(words.line, (review.every, review.next))
    yield words.message(labels.ROTATING) if review.rotating else words.agency(review.chair)


def _event(event: Event, words: _Words) -> Iterator[str]:
    yield from (words.message(labels.EVENTS[event.kind]), event.part, words.line(event.on))
    yield words.message(labels.NO_END) if event.indefinite else words.line(event.until)
    yield from (*map(words.agency, event.parties), event.by, event.note)


def _relation(relation: Relation, words: _Words) -> Iterator[str]:
    yield from (
        words.message(labels.RELATIONS[relation.kind]),
        words.record(relation.to),
        words.line(relation.external),
    )


def _external(external: External, words: _Words) -> Iterator[str]:
    yield from (external.title, external.number, words.line(external.date), external.url or "")


def _document(document: Document, words: _Words) -> Iterator[str]:
    yield from (words.message(labels.DOCUMENTS[document.kind]), document.file.rpartition("/")[2], document.sha256 or "")


def _full_text(full_text: FullText, words: _Words) -> Iterator[str]:
    yield from (words.message(labels.YES_NO[full_text.public]), full_text.reason)


def _photo(photo: Photo, _words: _Words) -> Iterator[str]:
    yield from (photo.src.rpartition("/")[2], photo.alt, photo.caption, photo.credit)


def _credit(credit: Credit, _words: _Words) -> Iterator[str]:
    yield from (credit.name, credit.code, credit.url or "")


def _amendment(amendment: Amendment, words: _Words) -> Iterator[str]:
    yield from (words.record(amendment.to), amendment.at, amendment.text)


_PARTS: Mapping[type, Callable[[Any, _Words], Iterator[str]]] = {
    Amendment: _amendment,
    Credit: _credit,
    Document: _document,
    Event: _event,
    External: _external,
    FullText: _full_text,
    Party: _party,
    Person: _person,
    Photo: _photo,
    Relation: _relation,
    Review: _review,
    Signatory: _signatory,
    SigningPlace: _place,
}
