"""An entry as the engine reads it: a small HTML page that no reader ever sees."""

from collections.abc import Iterator, Mapping
from html import escape

from generator.errors import Language
from generator.model.body import join
from generator.pages.page import Texts
from generator.search.entry import Entry
from generator.search.words import spelt
from generator.text.folding import fold

# What is found in a title counts most, then in the facts; what an article merely mentions counts least.
_TITLE, _LEAD, _FACTS = 10, 3, 5


def document(entry: Entry, language: Language, texts: Texts, *, twice: bool) -> str:
    """The page that makes ``entry`` known to the engine; ``texts`` are by digest.

    The attributes are Pagefind's. ``twice`` tells all words once more without their marks.
    """
    words = "\n".join((f'<h1 data-pagefind-weight="{_TITLE}">{_text(entry.title)}.</h1>', *_lines(entry)))
    words += spelt(_body(entry, texts))
    return "\n".join(
        (
            f'<!doctype html><html lang="{language}"><body data-pagefind-body>',
            words,
            *((fold(words),) if twice else ()),
            *(_fact("meta", *shown) for shown in (("title", entry.title), ("url", entry.url), *entry.shown)),
            *(_fact("filter", *facet) for facet in entry.facets),
            _fact("sort", "date", entry.day),
            "</body></html>",
        )
    )


def _lines(entry: Entry) -> Iterator[str]:
    if entry.lead:
        yield f'<p data-pagefind-weight="{_LEAD}">{_text(entry.lead)}</p>'
    if entry.facts:
        facts = "".join(f"<li>{_text(fact)}.</li>" for fact in dict.fromkeys(filter(None, entry.facts)))
        yield f'<ul data-pagefind-weight="{_FACTS}">{facts}</ul>'


def _body(entry: Entry, texts: Mapping[str, tuple[str, ...]]) -> str:
    parts = texts.get(entry.digest, ("",))
    return join(parts, ("",) * (len(parts) - 1))


def _fact(kind: str, name: str, value: str) -> str:
    """Facts are told as they are: they are shown and compared, not looked for."""
    return f'<i data-pagefind-{kind}="{name}:{escape(value)}"></i>'


def _text(text: str) -> str:
    return spelt(escape(text))
