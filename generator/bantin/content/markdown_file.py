"""PARSE: the bytes of Markdown files → their front matter, checked against its schema, and their text.

Each file is read independently; its mentions of others become references, which are checked when all files are read.
So files can be read in any order and in any process, and cached by their bytes.
"""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from typing import Generic, TypeVar
from zoneinfo import ZoneInfo

from msgspec import Struct

from bantin.content.checks.contradictions import check_contradictions
from bantin.content.checks.guesses import check_guesses
from bantin.content.checks.leftovers import check_conflict, check_leftovers, check_personal
from bantin.content.checks.letters import check_letters
from bantin.content.checks.suspicion import is_suspicious
from bantin.content.checks.text import check_secrecy, check_spelling, check_usable, read_utf8
from bantin.content.discover import SourceFile
from bantin.content.frontmatter import FrontMatter, split
from bantin.content.markdown import Converter
from bantin.content.problems import files, markdown
from bantin.content.schema.agreement import AgreementFields
from bantin.content.schema.article import ArticleFields
from bantin.content.schema.check import check, is_gone
from bantin.content.schema.values import Fields
from bantin.content.yaml.parser import Tree, find_below, parse_yaml
from bantin.content.yaml.tree import Node
from bantin.domain.model import Body, Gone, OwnField
from bantin.domain.problems import Checked, Language, Location, Problem
from bantin.domain.text.slugs import slugify

F = TypeVar("F", bound=Fields)
T = TypeVar("T")


class MarkdownFile(Struct, frozen=True):
    """A Markdown file with its bytes, and the digest of its path and bytes."""

    source: SourceFile
    data: bytes
    digest: str


class ReadResult(Struct, Generic[T], frozen=True):
    """The result of reading a Markdown file.

    ``value`` is the article or page, or ``None`` if its front matter cannot be used; ``body`` is its text even then.
    Both may come with problems that are errors. If the page is not there any more, there is ``gone`` in place of both.
    """

    value: T | None
    body: Body | None
    problems: tuple[Problem, ...]
    gone: Gone | None = None


class Draft(Struct, Generic[F], frozen=True):
    """The parsed parts of a Markdown file, before it becomes an article, a page, a record or a translation.

    ``body`` is the text as HTML, or empty if ``text``, as written from line ``text_line`` on, is not Markdown. ``slug``
    is that of the file's name, ``meta_digest`` a digest of its front matter.
    """

    fields: F
    tree: Node
    body: Body
    slug: str
    meta_digest: str
    text: str = ""
    text_line: int = 0


class _DecodedFile(Struct, frozen=True):
    """A file with its usable text and the parts of it; ``is_suspicious`` as :func:`.suspicion.is_suspicious`."""

    file: MarkdownFile
    path: str
    text: str
    parts: FrontMatter
    is_suspicious: bool


class DraftReader:
    """Reads front matter and text of files in one language and time zone, with ``own`` fields. Not thread-safe.

    Files are read in batches, each step for all of them: this takes three quarters of the time of reading one file
    after the other, since processors are faster at repeating one step.
    """

    def __init__(self, language: Language, zone: ZoneInfo | None, own: tuple[OwnField, ...] = ()) -> None:
        self._converter = Converter(language)
        self._zone = zone
        self.own = own

    def drafts(
        self, files: Sequence[MarkdownFile], fields: type[F], *, is_markdown: bool = True
    ) -> list[ReadResult[Draft[F]]]:
        """Reads front matter and text, both even if one of them is wrong, so that all problems are reported at once.

        Only a text that ``is_markdown`` is converted, and expected not to be empty.
        """
        decoded = [_decode(file) for file in files]
        whole = [one.value for one in decoded if one.value]
        trees = [parse_yaml(one.parts.yaml, one.path, one.parts.yaml_line) for one in whole]
        checked = [self._check(one, tree, fields) for one, tree in zip(whole, trees, strict=True)]
        bodies = [
            self._convert(one, may_be_empty=is_gone(tree.root, fields)) if is_markdown else Checked(Body())
            for one, tree in zip(whole, trees, strict=True)
        ]
        letters = map(_odd_letters, whole)
        contradictions = map(_contradictions, whole, trees, checked)
        mistakes = map(_mistakes, whole, checked)
        of_text = [tuple(chain(*several)) for several in zip(mistakes, letters, contradictions, strict=True)]
        drafts = map(_draft, whole, trees, checked, bodies, of_text)
        return [next(drafts) if one.value else ReadResult(None, None, one.problems) for one in decoded]

    def _check(self, decoded: _DecodedFile, tree: Tree, fields: type[F]) -> Checked[F]:
        if tree.root is None and tree.problems:
            return Checked(None)
        return check(tree.root, fields, decoded.path, {"zone": self._zone}, decoded.parts.yaml_line)

    def _convert(self, decoded: _DecodedFile, *, may_be_empty: bool) -> Checked[Body]:
        parts, path = decoded.parts, decoded.path
        body = self._converter.convert(parts.markdown, path, parts.markdown_line, decoded.file.digest)
        if may_be_empty or parts.markdown.strip():
            return body
        empty = markdown.EMPTY_BODY.at(Location(path, parts.markdown_line - 1, 1, len("---")))
        return Checked(body.value, (*body.problems, empty))


def digest_of(path: str, data: bytes) -> str:
    """The digest of a path and the bytes of its file."""
    return hashlib.blake2b(path.encode() + b"\0" + data, digest_size=16).hexdigest()


def _decode(file: MarkdownFile) -> Checked[_DecodedFile]:
    path = file.source.path
    text = read_utf8(file.data, path)
    if text.value is None:
        return Checked(None, text.problems)
    suspicious = is_suspicious(text.value)
    if suspicious:
        unusable = tuple(check_usable(text.value, file.data, path)) or check_conflict(text.value, path)
        if unusable:
            return Checked(None, unusable)
    parts = split(text.value, path)
    if parts.value is None:
        return Checked(None, parts.problems)
    return Checked(_DecodedFile(file, path, text.value, parts.value, suspicious))


def _mistakes(decoded: _DecodedFile, checked: Checked[F]) -> tuple[Problem, ...]:
    """Reports mistakes that proofreaders overlook in a file and, unless it is a draft, leftovers."""
    text, path, fields = decoded.text, decoded.path, checked.value
    guesses = check_guesses(decoded.parts.yaml, path, decoded.parts.yaml_line)
    mistakes = (*check_spelling(text, path), *check_secrecy(text, path), *guesses)
    if not decoded.is_suspicious or getattr(fields, "draft", False):
        return mistakes
    leftovers = check_leftovers(decoded.parts, path, checked.problems)
    return (*mistakes, *leftovers, *check_personal(text, decoded.file.data, path, _public_numbers(fields)))


def _public_numbers(fields: Fields | None) -> tuple[str, ...]:
    """The values of a file that may contain phone numbers: those declared public, and the contacts."""
    agreement = fields if isinstance(fields, AgreementFields) else getattr(fields, "agreement", None)
    return (*getattr(fields, "public_numbers", ()), *getattr(agreement, "contact", ()))


def _odd_letters(decoded: _DecodedFile) -> Iterator[Problem]:
    if not decoded.is_suspicious:
        return iter(())
    front_end = len(decoded.text) - len(decoded.parts.markdown)
    return check_letters(decoded.text, decoded.file.data, decoded.path, front_end)


def _contradictions(decoded: _DecodedFile, tree: Tree, fields: Checked[F]) -> Iterator[Problem]:
    """Reports where the text contradicts the facts of its agreement, if it has one."""
    if tree.root and isinstance(fields.value, ArticleFields) and fields.value.agreement:
        find = find_below(tree.root, "agreement")
        yield from check_contradictions(decoded.text, decoded.parts, decoded.path, fields.value.agreement, find)


def _draft(
    decoded: _DecodedFile, tree: Tree, fields: Checked[F], body: Checked[Body], of_text: tuple[Problem, ...]
) -> ReadResult[Draft[F]]:
    path, parts, stem = decoded.path, decoded.parts, decoded.file.source.stem
    problems = [*tree.problems, *fields.problems, *body.problems, *of_text]
    slug = slugify(stem)
    if not slug:
        problems.append(files.NO_SLUG.at(Location(path), name=stem))
    if fields.value is None or tree.root is None or body.value is None:
        return ReadResult(None, body.value, tuple(problems))
    meta_digest = digest_of(path, parts.yaml.encode())
    text, line = parts.markdown, parts.markdown_line
    draft = Draft(fields.value, tree.root, body.value, slug, meta_digest, text, line)
    return ReadResult(draft, body.value, tuple(problems))


def resolved(
    files: Sequence[MarkdownFile],
    drafts: Sequence[ReadResult[Draft[F]]],
    build: Callable[[MarkdownFile, Draft[F]], T],
    build_gone: Callable[[MarkdownFile, Draft[F]], Gone | None] = lambda _file, _draft: None,
) -> list[ReadResult[T]]:
    """The results of ``build`` for the drafts that could be read, or of ``build_gone`` for those that are gone."""
    return [_result(file, draft, build, build_gone) for file, draft in zip(files, drafts, strict=True)]


def _result(
    file: MarkdownFile,
    draft: ReadResult[Draft[F]],
    build: Callable[[MarkdownFile, Draft[F]], T],
    build_gone: Callable[[MarkdownFile, Draft[F]], Gone | None],
) -> ReadResult[T]:
    if draft.value is None:
        return ReadResult(None, draft.body, draft.problems)
    gone = build_gone(file, draft.value)
    if gone:
        return ReadResult(None, None, draft.problems, gone)
    return ReadResult(build(file, draft.value), draft.body, draft.problems)
