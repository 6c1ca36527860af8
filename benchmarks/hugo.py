"""The bulletin as a Hugo site: two taxonomies, paginated lists, feeds and a sitemap."""

from collections.abc import Iterator

from benchmarks.corpus import Corpus, File
from benchmarks.rivals import hugo
from benchmarks.story import FIELDS, Agreement, Story, agency_id, agency_name, label
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
  signed_at: Hà Nội
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
