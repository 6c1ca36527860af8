"""The parts of a text that the search can find: the provisions of an agreement, the pages of a document."""

import re
from collections.abc import Iterable, Iterator
from html import escape

from msgspec import Struct
from msgspec.structs import replace

from bantin.domain.model import AgreementText, Label, Provision, ProvisionKind
from bantin.domain.problems import Language
from bantin.domain.provisions.writing import write_provision
from bantin.site.texts.provision_labels import labelled

_PAGE = Label("Trang", "Page")
_BEGINNING = re.compile(r'<i id="#[^"]*"></i>')


class SearchPart(Struct, frozen=True):
    """A part of a text: its lines, the ``fragment`` of the address that leads to it, and its ``label``.

    The fragment is empty for parts without an address, such as the preamble of an agreement.
    """

    lines: tuple[str, ...]
    fragment: str = ""
    label: str = ""


def text_parts(text: AgreementText, language: Language) -> Iterator[SearchPart]:
    """Yields the parts of the text of an agreement in its order; their labels are in ``language``.

    Each part has the provision's own words; the provisions in it are parts of their own.
    """
    main = [one for one in text.provisions if one.kind is not ProvisionKind.ANNEX]
    annexes = [one for one in text.provisions if one.kind is ProvisionKind.ANNEX]
    yield SearchPart((*text.preamble, *text.bases, *text.formula))
    yield from _provisions(main, language)
    yield SearchPart(text.closing)
    yield from _provisions(annexes, language)


def _provisions(provisions: Iterable[Provision], language: Language) -> Iterator[SearchPart]:
    for provision, label in labelled(provisions, language):
        own = write_provision(replace(provision, children=()))
        yield SearchPart(tuple(own.splitlines()), provision.anchor, label)


def page_parts(pages: Iterable[str], language: Language) -> Iterator[SearchPart]:
    """Yields the pages of a PDF, each under the fragment that opens it in a browser (RFC 8118: ``page=3``)."""
    for number, words in enumerate(pages, start=1):
        yield SearchPart((words,), f"page={number}", f"{_PAGE.text(language)} {number}")


def parts_as_html(parts: Iterable[SearchPart]) -> str:
    """Writes ``parts`` as paragraphs, each after an empty element whose id identifies it for ``find.js``.

    The id consists of ``#``, the part's fragment, a bar and its label: ``#dieu-5-khoan-2|Điều_5_khoản_2``. Pagefind
    removes spaces from ids. The id is not indexed as a word.
    """
    return "".join(map(_as_html, parts))


def without_parts(html: str) -> str:
    """Removes the elements that mark the beginnings of parts from ``html``."""
    return _BEGINNING.sub("", html)


def _as_html(part: SearchPart) -> str:
    lines = [f"<p>{escape(line)}</p>" for line in part.lines if line.strip()]
    name = escape(f"#{part.fragment}|{part.label.replace(' ', '_')}")
    return "".join((f'<i id="{name}"></i>', *lines)) if lines else ""
