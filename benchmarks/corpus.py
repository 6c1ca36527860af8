"""A synthetic bulletin: the same bytes for the same parameters, on any machine.

Its agencies, people and agreements are named by numbers, so that nobody mistakes them for real ones.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.story import (
    FIELDS,
    SECTIONS,
    TYPES,
    Agreement,
    Story,
    agency_id,
    agency_name,
    label,
    make_newest_story,
    make_story,
)

File = tuple[str, str]
"""The path of a file relative to the root of a site's source, and its text."""

TITLE = "Bản tin thử tốc độ"


@dataclass(frozen=True)
class Corpus:
    """The parameters of a bulletin: its articles, about ``size`` bytes each, and the number of its agencies.

    Each article is about an agreement or, with ``news``, none is: then its section and topics are two taxonomies, as
    other generators have them too. ``search`` is the scope of the search, which they do not have.
    """

    articles: int
    agencies: int = 100
    size: int = 7_000
    seed: int = 1
    search: str = "off"
    news: bool = False

    def story(self, number: int) -> Story:
        """Returns an article; they are numbered from 0."""
        return self._adapted(make_story(number, self.agencies, self.size, self.seed))

    def newest(self, number: int) -> Story:
        """Returns an additional article, newer than all of the bulletin."""
        return self._adapted(make_newest_story(self.articles + number, self.agencies, self.size, self.seed))

    def stories(self) -> Iterator[Story]:
        """Yields all articles one at a time: holding all of them would take memory while something else is measured."""
        return map(self.story, range(self.articles))

    def _adapted(self, story: Story) -> Story:
        return replace(story, agreement=None) if self.news else story


def write_corpus(root: Path, corpus: Corpus) -> Path:
    """Writes the bulletin below ``root`` in Bantin's format, and returns ``root``."""
    write_files(root, settings_files(corpus))
    write_files(root, map(article_file, corpus.stories()))
    return root


def write_files(root: Path, files: Iterable[File]) -> None:
    """Writes ``files`` below ``root``."""
    for path, text in files:
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")


def settings_files(corpus: Corpus) -> Iterator[File]:
    """Yields all files of the bulletin except its articles."""
    yield "content/site.yml", _SITE.format(title=TITLE, search=corpus.search, sections=_terms(SECTIONS))
    yield "content/vocabulary.yml", f"types:\n{_terms(TYPES)}fields:\n{_terms(FIELDS)}"
    yield "content/pages/gioi-thieu.md", "---\ntitle: Giới thiệu\n---\n\nBản tin này do máy tạo ra để đo tốc độ.\n"
    if not corpus.news:
        for number in range(corpus.agencies):
            yield f"content/agencies/{agency_id(number)}.yml", _agency(number)


def article_file(story: Story) -> File:
    """Returns the file of an article."""
    text = f"""\
---
title: {story.title}
published: {story.published.isoformat(timespec="minutes")}
lead: {story.lead}
authors: [{story.author}]
section: {story.section}
tags: [{", ".join(story.topics)}]
{_agreement(story, story.agreement) if story.agreement else ""}---

{story.body}"""
    return f"content/articles/{story.published.year}/{story.slug}.md", text


def _agreement(story: Story, agreement: Agreement) -> str:
    people = "".join(
        f"    - {{name: {name}, position: Thủ trưởng, party: {agency_id(party)}}}\n"
        for name, party in zip(agreement.signatories, agreement.parties, strict=True)
    )
    return f"""\
agreement:
  type: {agreement.type}
  title: {agreement.subject}
  number: {story.reference}
  parties: [{", ".join(map(agency_id, agreement.parties))}]
  signatories:
{people}  signed_on: {agreement.signed.isoformat()}
  signed_at: {agreement.place}
{_term(agreement)}  fields: [{agreement.field}]
  scope: central
  text_public: {{no: Văn bản do máy tạo ra}}
"""


def _term(agreement: Agreement) -> str:
    effective = f"  effective_on: {agreement.effective}\n" if agreement.effective else ""
    return effective + (f"  expires_on: {agreement.expires}\n" if agreement.expires else "")


_SITE = """\
title: {title}
base_url: https://bantin.example/
language: vi
timezone: Asia/Ho_Chi_Minh
search: {search}
sections:
{sections}"""


def _terms(ids: Iterable[str]) -> str:
    return "".join(f"  {one}: {{vi: {label(one)}, en: Term {one}}}\n" for one in ids)


def _agency(number: int) -> str:
    level = "central" if number % 3 else "provincial"
    name = f"{{vi: {agency_name(number)}, en: Test agency {number}}}"
    return f"name: {name}\nabbreviations: [CQ{number}]\nlevel: {level}\n"
