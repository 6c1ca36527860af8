"""The bulletin as two Hugo sites: as plain news, and with the kinds of files that Bantin makes of a register.

The former has two taxonomies, paginated lists, feeds and a sitemap; the latter has pages for types, signatories, pairs
of agencies, years, months and days too, a record as JSON beside each article, a calendar for each agency, and citations
and linked data on each article.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

from benchmarks.corpus import Corpus, File
from benchmarks.rivals import hugo
from benchmarks.story import FIELDS, TYPES, Agreement, Story, agency_id, agency_name, label
from benchmarks.tool import Tool, bundled_file, shipped_files


def _settings(corpus: Corpus) -> Iterator[File]:
    yield from shipped_files("hugo")
    yield "static/main.css", bundled_file("static/main.css")
    if corpus.news:
        return
    for number in range(corpus.agencies):
        yield f"content/co-quan/{agency_id(number)}/_index.md", f"---\ntitle: {agency_name(number)}\n---\n"
    for field in FIELDS:
        yield f"content/linh-vuc/{field}/_index.md", f"---\ntitle: {label(field)}\n---\n"


def _article(story: Story) -> File:
    text = f"""\
---
title: {story.title}
date: {story.published.isoformat()}
lead: {story.lead}
authors: [{story.author}]
{_agreement(story, story.agreement) if story.agreement else _news(story)}---

{story.body}"""
    return f"content/bai-viet/{story.published.year}/{story.slug}.md", text


def _news(story: Story) -> str:
    # The taxonomies have the same names as with agreements: names make no difference to the time.
    return f"""\
co-quan: [{", ".join(story.topics)}]
linh-vuc: [{label(story.section)}]
"""


def _agreement(story: Story, agreement: Agreement) -> str:
    return f"""\
topics: [{", ".join(story.topics)}]
co-quan: [{", ".join(map(agency_id, agreement.parties))}]
linh-vuc: [{agreement.field}]
agreement:
  type: {label(agreement.type)}
  title: {agreement.subject}
  number: {story.reference}
  signatories: [{", ".join(agreement.signatories)}]
  signed_on: {agreement.signed.isoformat()}
  signed_at: {agreement.place}
"""


def _register_settings(corpus: Corpus) -> Iterator[File]:
    """Yields the files of the site of plain news, then those that are there in their place, or besides."""
    yield from _settings(corpus)
    yield from shipped_files("hugo-register")
    if not corpus.news:
        for kind in TYPES:
            yield f"content/loai/{kind}/_index.md", f"---\ntitle: {label(kind)}\n---\n"


def _register_article(story: Story) -> File:
    path, text = _article(story)
    terms = _terms(story, story.agreement) if story.agreement else ""
    return path, text.replace("---\n", f"---\n{terms}", 1)


def _terms(story: Story, agreement: Agreement) -> str:
    """The taxonomies of a register; a pair is that of two agencies, in the order of their names."""
    pairs = (" – ".join(map(agency_name, pair)) for pair in combinations(sorted(agreement.parties), 2))
    day = story.published
    return f"""\
loai: [{agreement.type}]
nguoi-ky: [{", ".join(agreement.signatories)}]
cap: [{", ".join(pairs)}]
nam: ["{day:%Y}"]
thang: ["{day:%Y-%m}"]
ngay: ["{day:%Y-%m-%d}"]
effective: {agreement.effective or ""}
expires: {agreement.expires or ""}
"""


HUGO = Tool(
    name="Hugo",
    command=lambda source, out: [hugo(), "build", "--source", str(source), "--destination", str(out)],
    version=lambda: [hugo(), "version"],
    settings=_settings,
    article=_article,
    base="layouts/baseof.html",
    caches=("resources",),
)

HUGO_REGISTER = replace(HUGO, name="Hugo, same kinds", settings=_register_settings, article=_register_article)
