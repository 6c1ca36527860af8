"""Raw texts of portals in which each line is marked with what it is, read as an import reads them."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from bantin.importing.facts.model import AgreementFacts, NewsFacts
from bantin.importing.facts.names.known_names import KnownNames
from bantin.importing.facts.news.reading import read_news
from bantin.importing.facts.signing.reading import read_signing
from bantin.importing.material import Paragraph
from bantin.importing.readers.plain_text import read_text
from tests.importing.facts.measure import Verdict, compare

PORTAL = Path(__file__).parent / "portal"
_HEADLINE, _LEAD, _BODY, _CAPTION = "T", "L", "B", "C"
_CODE = re.compile(r"\([^()]*\) ?- |ĐBP - |YBĐT - |QĐND - ")


class PortalText(NamedTuple):
    """A text: its ``lines``, each with the letter of its mark, and the facts that it says."""

    name: str
    lines: tuple[tuple[str, str], ...]
    facts: Mapping[str, Any]

    @property
    def raw(self) -> bytes:
        """The text as copied from a page."""
        return "\n".join(line for _, line in self.lines).encode()

    def marked(self, mark: str) -> list[str]:
        """The lines with this mark."""
        return [line for one, line in self.lines if one == mark]


def portal_texts(name: str) -> tuple[PortalText, ...]:
    """The texts of a file of the corpus."""
    texts = yaml.load((PORTAL / name).read_text(encoding="utf-8"), yaml.BaseLoader)
    return tuple(PortalText(one["name"], tuple(_marked(one["text"])), one) for one in texts)


def _marked(text: str) -> Iterator[tuple[str, str]]:
    for line in text.splitlines():
        mark, _, words = line.partition(" ")
        yield mark, words


def news_of(text: PortalText, known: KnownNames) -> NewsFacts:
    """What is found around the text and in its lines."""
    return read_news(read_text(text.raw, "tin.txt"), known)


def agreements_of(news: NewsFacts, known: KnownNames) -> tuple[AgreementFacts, ...]:
    """What is found in the headline, the lead and the text."""
    shown = [Paragraph(one.value, one.evidence.place) for one in (news.title, news.lead) if one]
    body = [one for one in news.body if isinstance(one, Paragraph)]
    return read_signing((*shown, *body), known, news.published.value if news.published else "")


def measure_portal(name: str, known: KnownNames) -> Iterator[Verdict]:
    """Compares what is found in each text with what it says."""
    for text in portal_texts(name):
        news = news_of(text, known)
        yield from _layout(text, news)
        yield from _agreements(text, agreements_of(news, known))


def _layout(text: PortalText, news: NewsFacts) -> Iterator[Verdict]:
    facts = text.facts
    found = {
        "title": news.title.value if news.title else "",
        "published": news.published.value[:10] if news.published else "",
        "source code": news.source_code.value if news.source_code else "",
        "source": news.source_name.value if news.source_name else "",
        "lead": news.lead.value if news.lead else "",
        "authors": "\n".join(one.value for one in news.authors),
        "body": "\n".join(one.text for one in news.body if isinstance(one, Paragraph)),
        "captions": "\n".join(one.caption for one in news.photos),
    }
    expected = {
        "title": "".join(text.marked(_HEADLINE)),
        "published": facts.get("published", ""),
        "source code": facts.get("code", ""),
        "source": facts.get("source", ""),
        "lead": _CODE.sub("", text.marked(_LEAD)[0], count=1),
        "authors": "\n".join(facts.get("authors", [])),
        "body": "\n".join(text.marked(_BODY)),
        "captions": "\n".join(one for one in text.marked(_CAPTION)),
    }
    for key, value in expected.items():
        if value or found[key]:
            outcome = "right" if found[key] == value else "open" if not found[key] else "wrong"
            yield Verdict(f"{text.name}: {key}", outcome, value, found[key])


def _agreements(text: PortalText, found: tuple[AgreementFacts, ...]) -> Iterator[Verdict]:
    expected = text.facts["agreements"]
    if len(found) > len(expected):
        yield Verdict(f"{text.name}: agreements", "wrong", str(len(expected)), str(found[len(expected) :]))
    elif not expected:
        yield Verdict(f"{text.name}: agreements", "right", "0", "0")
    for index, facts in enumerate(expected):
        yield from compare(facts, found[index] if index < len(found) else AgreementFacts(), text.name)
