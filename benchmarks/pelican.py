"""The bulletin as a Pelican site: categories and tags, paginated lists, feeds and a sitemap."""

from collections.abc import Iterator

from benchmarks.corpus import Corpus, File
from benchmarks.rivals import pelican
from benchmarks.story import Agreement, Story, agency_name, label
from benchmarks.tool import Tool, bundled_file, shipped_files


def _settings(_corpus: Corpus) -> Iterator[File]:
    yield from shipped_files("pelican")
    yield "theme/static/main.css", bundled_file("static/main.css")


def _article(story: Story) -> File:
    text = f"""\
Title: {story.title}
Date: {story.published:%Y-%m-%d %H:%M}
Slug: {story.slug}
Summary: {story.lead}
Authors: {story.author}
{_agreement(story, story.agreement) if story.agreement else _news(story)}
{story.body}"""
    return f"content/articles/{story.published.year}/{story.slug}.md", text


def _news(story: Story) -> str:
    # The taxonomies have the same names as with agreements: names make no difference to the time.
    return f"""\
Category: {label(story.section)}
Tags: {", ".join(story.topics)}
"""


def _agreement(story: Story, agreement: Agreement) -> str:
    return f"""\
Category: {label(agreement.field)}
Tags: {", ".join(map(agency_name, agreement.parties))}
Topics: {", ".join(story.topics)}
Agreement_type: {label(agreement.type)}
Agreement_title: {agreement.subject}
Agreement_number: {story.reference}
Signatories: {"; ".join(agreement.signatories)}
Signed_on: {agreement.signed:%d/%m/%Y}
Signed_at: {agreement.place}
"""


PELICAN = Tool(
    name="Pelican",
    command=lambda source, out: [
        *(pelican(), str(source / "content")),
        *("--settings", str(source / "pelicanconf.py"), "--output", str(out), "--quiet"),
    ],
    version=lambda: [pelican(), "--version"],
    settings=_settings,
    article=_article,
    base="theme/templates/base.html",
    caches=("cache", "__pycache__"),
)
