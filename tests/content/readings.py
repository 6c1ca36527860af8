"""Reads single files for tests, and checks what every reported problem must fulfil."""

from collections.abc import Iterable
from zoneinfo import ZoneInfo

from bantin.content.agency import read_agency
from bantin.content.article import read_articles, read_pages, read_translations
from bantin.content.discover import Role, SourceFile
from bantin.content.markdown_file import DraftReader, MarkdownFile, ReadResult, digest_of
from bantin.domain.model import Agency, Agreement, Article, StaticPage, Translation
from bantin.domain.problems import LANGUAGES, Checked, Problem, in_order
from bantin.domain.text.encodings import NotUtf8, decode

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
MARK = digest_of("", b"")
ARTICLE = "content/articles/2020/bai.md"
PAGE = "content/pages/gioi-thieu.md"
AGENCY = "content/agencies/co-quan.yml"

SIGNED = """\
title: Bài
agreement:
  type: quy-che
  parties: [co-quan-a, co-quan-b]
  fields: [an-ninh]
"""
"""The shortest front matter with an agreement; lines appended to it belong to the agreement."""


def source(path: str = ARTICLE, role: Role = Role.ARTICLE) -> SourceFile:
    return SourceFile(path, role, 1, 1)


def file_of(front_matter: str, text: str = "Nội dung.\n") -> str:
    return f"---\n{front_matter}---\n{text}"


def opened(data: str | bytes, file: SourceFile) -> MarkdownFile:
    written = _bytes(data)
    return MarkdownFile(file, written, digest_of(file.path, written))


def read_article(data: str | bytes, path: str = ARTICLE) -> ReadResult[Article]:
    return read_articles(DraftReader("vi", ZONE), [opened(data, source(path))])[0]


def read_page(data: str | bytes, path: str = PAGE) -> ReadResult[StaticPage]:
    return read_pages(DraftReader("vi", ZONE), [opened(data, source(path, Role.PAGE))])[0]


def read_translation(data: str | bytes, path: str) -> ReadResult[Translation]:
    made = source(path, Role.TRANSLATION)
    return read_translations(DraftReader(made.language, ZONE), [opened(data, made)])[0]


def read_agency_file(data: str | bytes, path: str = AGENCY) -> Checked[Agency]:
    return read_agency(source(path, Role.AGENCY), _bytes(data))


def article(front_matter: str, text: str = "Nội dung.\n", path: str = ARTICLE) -> Article:
    """The article of a valid front matter."""
    reading = read_article(file_of(front_matter, text), path)
    assert told(reading.problems) == []
    assert reading.value is not None
    return reading.value


def agreement(more: str) -> Agreement:
    """The agreement of ``SIGNED`` with ``more`` lines."""
    found = article(SIGNED + more).agreement
    assert found is not None
    return found


def told(problems: Iterable[Problem]) -> list[str]:
    """The problems as ``line:column+width code``, in their order, except those of missing suggested fields."""
    return [
        f"{problem.location.line}:{problem.location.column}+{problem.location.width} {problem.code}"
        for problem in in_order(problems)
        if problem.code != "absent"
    ]


def codes(problems: Iterable[Problem]) -> list[str]:
    """The codes of the problems, in their order, except those of missing suggested fields."""
    return [line.split(" ")[1] for line in told(problems)]


def assert_well_told(problems: Iterable[Problem], data: bytes, path: str) -> None:
    """Checks that every problem names the file and an existing place in it, and that its messages can be formatted."""
    try:
        lines = decode(data).split("\n")
    except NotUtf8:
        lines = data.decode("utf-8-sig", "replace").replace("\r\n", "\n").split("\n")
    for problem in problems:
        location = problem.location
        assert location.path == path
        assert 0 <= location.line <= len(lines)
        assert location.width >= 1
        if location.line:
            assert 1 <= location.column <= len(lines[location.line - 1]) + 1
        for language in LANGUAGES:
            assert problem.message(language)
            assert problem.hint(language)


def _bytes(data: str | bytes) -> bytes:
    return data if isinstance(data, bytes) else data.encode()
