"""Citations of an agreement: as text in the style of Vietnamese offices, as BibTeX and as CSL-JSON."""

import re
from collections.abc import Iterator

import msgspec
from msgspec import Struct

from bantin.domain.model import Agreement, RecordHome
from bantin.domain.problems import Language
from bantin.domain.text.date_format import format_long
from bantin.domain.text.dates import Edtf
from bantin.index import Directory
from bantin.site import addresses
from bantin.site.addresses import WORDS
from bantin.site.cards import names_then, type_link
from bantin.site.views import CitationView, Json


class _Words(Struct, frozen=True):
    """The words between the facts of a citation.

    ``openings`` are words with which a subject needs no word before it.
    """

    number: str
    on: str
    between: str
    last: str
    about: str
    openings: frozenset[str]


_WORDS: dict[Language, _Words] = {
    "vi": _Words(
        number="số {}",
        on="{}",
        between="giữa {}",
        last=" và ",
        about="về",
        openings=frozenset(["giữa", "trong", "về", "nhằm", "để", "theo", "của", "tại", "cho", "với"]),
    ),
    "en": _Words(
        number="No. {}",
        on="of {}",
        between="between {}",
        last=" and ",
        about="on",
        openings=frozenset(["between", "on", "in", "for", "of", "to", "at", "with", "concerning", "regarding"]),
    ),
}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# The names of languages in BibLaTeX, which are those of Babel.
_LANGUAGES = {"vi": "vietnamese", "en": "english"}
_SPECIAL = re.compile(r"[\\{}%&$#_~^]")
# BibTeX counts braces even after a backslash, so braces are written as commands.
_ESCAPED = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}


def citation_view(home: RecordHome, agreement: Agreement, directory: Directory) -> CitationView:
    """The citation of ``agreement``, which is a part of ``home``. Unknown facts are left out."""
    language = directory.site.language
    parties = names_then((party.agency for party in agreement.parties), agreement.signed_on, directory)
    url = directory.site.base_url + addresses.home(WORDS[language], home)
    kind = type_link(agreement.type, directory).label
    return CitationView(
        text=_text(agreement, kind, parties, language),
        bibtex=_bibtex(agreement, kind, parties, url, home.lang or language),
        csl=_csl(agreement, kind, parties, url, home.lang or language),
        address=url,
    )


def _text(agreement: Agreement, kind: str, parties: tuple[str, ...], language: Language) -> str:
    """The citation as text: type, number, date, parties and subject (Decree 30/2020/NĐ-CP, annex I)."""
    words = _WORDS[language]
    title = agreement.title
    # Most titles begin with the type of the document, which must not be repeated.
    named = f"{title} ".casefold().startswith(f"{kind} ".casefold())
    name, subject = (title[: len(kind)], title[len(kind) :].strip()) if named else (kind, title)
    opening = subject.partition(" ")[0].casefold()
    told = [name]
    if agreement.number:
        told.append(words.number.format(agreement.number))
    if agreement.signed_on and (day := format_long(agreement.signed_on, language)):
        told.append(words.on.format(day))
    # A subject that begins with 'giữa' names the parties itself.
    if opening != words.between.partition(" ")[0]:
        told.append(words.between.format(", ".join(parties[:-1]) + words.last + parties[-1]))
    if opening in words.openings:
        told.append(subject[0].lower() + subject[1:])
    elif subject:
        told.append(f"{words.about} {subject if named else f'“{subject}”'}")
    return " ".join(told)


def _bibtex(agreement: Agreement, kind: str, parties: tuple[str, ...], url: str, language: str) -> str:
    """An entry for BibTeX and BibLaTeX, in UTF-8.

    The extra braces keep the capitals of titles, and keep the names of agencies from being parsed as names of people.
    """
    names = " and ".join(f"{{{_escaped(party)}}}" for party in parties)
    fields = [
        ("title", f"{{{{{_escaped(agreement.title or kind)}}}}}"),
        ("author", f"{{{names}}}"),
        ("type", f"{{{_escaped(kind)}}}"),
        *([("number", f"{{{_escaped(agreement.number)}}}")] if agreement.number else []),
        *_bibtex_date(agreement.signed_on),
        *([("langid", f"{{{_LANGUAGES[language]}}}")] if language in _LANGUAGES else []),
        ("url", f"{{{url}}}"),
    ]
    return "\n".join([f"@misc{{{agreement.id},", *(f"  {name} = {value}," for name, value in fields), "}"])


def _bibtex_date(when: Edtf | None) -> Iterator[tuple[str, str]]:
    if when and when.year and not when.qualifier:
        if when.exact:
            # The only field of BibLaTeX that can hold a day; BibTeX has none, and ignores this one.
            yield "date", f"{{{when.exact}}}"
        yield "year", str(when.year)
        if when.month:
            yield "month", _MONTHS[when.month - 1]


def _csl(agreement: Agreement, kind: str, parties: tuple[str, ...], url: str, language: str) -> str:
    """A bibliography of one item in CSL-JSON, by the schema of the Citation Style Language 1.0.

    Its type is "treaty", the type for what parties agree on.
    """
    item: dict[str, Json] = {
        "id": agreement.id,
        "type": "treaty",
        "title": agreement.title or kind,
        "genre": kind,
        "author": tuple({"literal": party} for party in parties),
        "URL": url,
        "language": language,
    }
    if agreement.number:
        item["number"] = agreement.number
    if agreement.signed_at.place:
        item["event-place"] = agreement.signed_at.place
    if issued := _csl_date(agreement.signed_on):
        item["issued"] = issued
    return msgspec.json.format(msgspec.json.encode([item]), indent=2).decode()


def _csl_date(when: Edtf | None) -> dict[str, Json]:
    if when is None or when.year is None:
        return {}
    known = (when.year, when.month, when.day) if when.month else (when.year,)
    date: dict[str, Json] = {"date-parts": (tuple(part for part in known if part),)}
    return {**date, "circa": True} if when.qualifier else date


def _escaped(text: str) -> str:
    return _SPECIAL.sub(lambda sign: _ESCAPED.get(sign[0], f"\\{sign[0]}"), text)
