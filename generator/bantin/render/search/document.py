"""The HTML page by which a search entry is passed to the engine; it is never published."""

from collections.abc import Mapping
from html import escape
from itertools import zip_longest

from bantin.domain.model.body import join
from bantin.domain.problems import Language
from bantin.domain.text.folding import fold
from bantin.site.bodies import Texts
from bantin.site.search_entry import SearchEntry
from bantin.site.search_parts import page_parts, parts_as_html, without_parts
from bantin.site.search_words import spelt

# Weights of matches: those in the title count most, those in the body of an article least.
_TITLE, _LEAD, _FACTS = 10, 3, 5

UNSEEN = "⁂"
"""Marks the end of the text that ``find.js`` may show; the rest is only indexed."""

EVERY = "ꙮ"
"""A word of every page that nobody asks for: with it, ``find.js`` looks for all that filters let through."""


def document(entry: SearchEntry, language: Language, texts: Texts, *, twice: bool) -> str:
    """Returns the page of ``entry`` with Pagefind's attributes; ``texts``, and the pages of PDFs, are by digest.

    ``twice`` repeats all words without diacritics.
    """
    body = spelt(_body(entry, language, texts))
    shown = f'<h1 data-pagefind-weight="{_TITLE}">{_text(entry.title)}.</h1>\n{_lead(entry)}{body}'.replace(UNSEEN, " ")
    facts = _facts(entry)
    return "\n".join(
        (
            f'<!doctype html><html lang="{language}"><body data-pagefind-body>',
            shown,
            f"<p>{UNSEEN} {EVERY}</p>",
            facts,
            *((fold(f"{without_parts(shown)}\n{facts}"),) if twice else ()),
            *(_fact("meta", *one) for one in (("title", entry.title), ("url", entry.url), *entry.shown)),
            *(_fact("filter", *facet) for facet in entry.facets),
            _fact("sort", "date", entry.day),
            "</body></html>",
        )
    )


def _lead(entry: SearchEntry) -> str:
    return f'<p data-pagefind-weight="{_LEAD}">{_text(entry.lead)}</p>\n' if entry.lead else ""


def _facts(entry: SearchEntry) -> str:
    facts = "".join(f"<li>{_text(fact)}.</li>" for fact in dict.fromkeys(filter(None, entry.facts)))
    return f'<ul data-pagefind-weight="{_FACTS}">{facts}</ul>' if facts else ""


def _body(entry: SearchEntry, language: Language, texts: Mapping[str, tuple[str, ...]]) -> str:
    if entry.pdf or entry.sidecar:
        pages = zip_longest(texts.get(entry.pdf, ()), texts.get(entry.sidecar, ()), fillvalue="")
        return parts_as_html(page_parts((own or read for own, read in pages), language))
    if entry.parts:
        return parts_as_html(entry.parts)
    parts = texts.get(entry.digest, ("",))
    return join(parts, ("",) * (len(parts) - 1))


def _fact(kind: str, name: str, value: str) -> str:
    """Returns a value with its spelling unchanged: such values are shown and compared, not searched."""
    return f'<i data-pagefind-{kind}="{name}:{escape(value)}"></i>'


def _text(text: str) -> str:
    return spelt(escape(text))
