"""Moves the agreements of articles into files of their own: ``content/agreements/<id>.md``."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from msgspec import Struct

from bantin.content.discover import CONTENT
from bantin.content.paths import resolve
from bantin.content.yaml.parser import Plain, plain, text_in
from bantin.content.yaml.quoting import flow_text, quoted_text
from bantin.content.yaml.tree import MappingNode, ScalarNode, SequenceNode
from bantin.domain.model import Article
from bantin.domain.problems import Checked, Problem
from bantin.migration import problems
from bantin.migration.file_change import FileChange
from bantin.migration.front_lines import Edit, FrontLines, edited, read_front, values_of, with_first, with_lines

_KEY, _ABOUT, _FENCE = "agreement", "about", "---"
_SHARED = ("lang", "draft", "public_numbers", "summary")
"""Keys of an article that apply to its agreement too."""
_PLAIN_PATH = re.compile(r"/[\w./-]+")


class InlineRecord(Struct, frozen=True):
    """An article with an agreement of its own, to be moved.

    ``data`` is the article's file, ``translations`` are the files of its translations by path, ``old_data_address`` is
    the address of the record's JSON before the move, or empty.
    """

    article: Article
    data: bytes
    translations: Mapping[str, bytes] = {}
    old_data_address: str = ""

    @property
    def id(self) -> str:
        """The id of the record."""
        return self.article.agreement.id if self.article.agreement else ""

    @property
    def target(self) -> str:
        """The path of the record's own file."""
        return f"{CONTENT}/agreements/{self.id}.md"


def move_records(
    records: Iterable[InlineRecord], files: frozenset[str], today: date
) -> Checked[tuple[FileChange, ...]]:
    """Moves the agreements of ``records`` into files of their own; there is a value only if all can be moved.

    ``files`` are the paths of all files of the content folder. New files come first in the result, so nothing is lost
    if writing stops before the articles.
    """
    found: list[FileChange] = []
    met: list[Problem] = []
    taken = {path.lower() for path in files}
    for one in records:
        moved = _moved(one, taken, today)
        found += moved.value or ()
        met += moved.problems
    found.sort(key=lambda one: (one.before is not None, one.path))
    return Checked(None if met else tuple(found), tuple(met))


def _moved(one: InlineRecord, taken: set[str], today: date) -> Checked[tuple[FileChange, ...]]:
    article = one.article
    file = _File(article.path, one.data, read_front(one.data, article.path))
    met = [*_shown_otherwise(article, file.front, today)]
    changes = [_taken_out(file, one.target, one.old_data_address, _about(file.front, article))]
    for path, data in sorted(one.translations.items()):
        translation = _File(path, data, read_front(data, path))
        if translation.front.tree.key(_KEY):
            language = path.rsplit(".", 2)[1]
            target = f"{one.target.removesuffix('.md')}.{language}.md"
            changes.append(_taken_out(translation, target, "", None))
    made = tuple(new for change in changes for new in change.value or ())
    met += (problem for change in changes for problem in change.problems)
    at = file.front.place((_KEY, "id")).within(article.path)
    met += (
        problems.FILE_THERE.at(at, target=new.path) for new in made if new.before is None and new.path.lower() in taken
    )
    return Checked(None if met else made, tuple(met))


def _shown_otherwise(article: Article, front: FrontLines, today: date) -> Iterator[Problem]:
    """Reports an article that hides its record until a day: a record with a file of its own cannot be hidden."""
    day = article.published.day.earliest if article.published else None
    if day and day > today and not article.draft:
        yield problems.SCHEDULED.at(front.place(("published",)).within(article.path), day=day.isoformat())


class _File(Struct, frozen=True):
    """An article or a translation of one, from which an agreement is moved."""

    path: str
    data: bytes
    front: FrontLines


class _About(Struct, frozen=True):
    """The change that makes an article refer to its record: a new ``line``, or ``edits`` of the existing one.

    ``value`` is the resulting value of its key ``about``.
    """

    value: Plain
    line: str = ""
    edits: tuple[Edit, ...] = ()


def _taken_out(
    file: _File, target: str, old_address: str, about: _About | None
) -> Checked[tuple[FileChange, FileChange]]:
    """The new file ``target`` with the agreement of ``file``, and that file without it.

    The facts of both are compared with those before; if any differ, the lines cannot be moved.
    """
    front = file.front
    paths = _new_paths(front, file.path.rpartition("/")[0])
    edits = [Edit(node.line, node.column, node.width, _written_path(path)) for node, path in paths.values()]
    before = values_of(front)
    agreement = before.get(_KEY)
    record = _record_text(edited(front, edits), old_address)
    rest = _rest_text(front, about)
    if record is None or not isinstance(agreement, dict):
        return Checked(None, (problems.NOT_IN_LINES.at(front.place((_KEY,)).within(file.path)),))
    facts = {**_with_paths(agreement, paths), **{key: before[key] for key in _SHARED if key in before}}
    facts |= {"aliases": [old_address]} if old_address else {}
    others = {key: value for key, value in before.items() if key != _KEY} | ({_ABOUT: about.value} if about else {})
    if not (_says(record, target, facts) and _says(rest, file.path, others)):
        return Checked(None, (problems.NOT_IN_LINES.at(front.place((_KEY,)).within(file.path)),))
    return Checked(
        (FileChange(target, None, record.encode()), FileChange(file.path, file.data, with_lines(file.data, [rest])))
    )


def _record_text(front: FrontLines, old_address: str) -> str | None:
    facts = front.below(_KEY)
    if facts is None:
        return None
    shared = [line for key in _SHARED for line in front.whole(key)]
    aliases = [f"aliases: [{old_address}]{front.line_end}"] if old_address else []
    fence = f"{_FENCE}{front.line_end}"
    return "".join((fence, *facts, *shared, *aliases, fence))


def _rest_text(front: FrontLines, about: _About | None) -> str:
    """The file with its agreement replaced by ``about``."""
    block = front.block(_KEY)
    lines = [*edited(front, about.edits if about else ()).lines]
    own = [f"{front.indent}{about.line}{front.line_end}"] if about and about.line else []
    lines[block.start : block.stop] = own
    return "".join(lines)


def _about(front: FrontLines, article: Article) -> _About:
    """The new value of ``about``: the record of the article, then the present values."""
    own_id = article.agreement.id if article.agreement else ""
    key, value = front.tree.key(_ABOUT), front.tree.get(_ABOUT)
    word = flow_text(own_id)
    if key is None or value is None:
        return _About([own_id], line=f"{_ABOUT}: [{word}]")
    if own_id in article.about:
        return _About(plain(value, []))
    if isinstance(value, ScalarNode):
        others = [text_in(value)] if text_in(value) else []
        listed = ", ".join((word, *map(flow_text, others)))
        width = value.column + value.width - key.column - key.width if others else 1
        return _About([own_id, *others], edits=(Edit(key.line, key.column + key.width, width, f": [{listed}]"),))
    if not isinstance(value, SequenceNode):
        return _About([own_id])
    said = plain(value, [])
    return _About([own_id, *(said if isinstance(said, list) else ())], edits=(with_first(front, value, word),))


def _new_paths(front: FrontLines, folder: str) -> Mapping[int, tuple[ScalarNode, str]]:
    """The new values of document paths relative to ``folder``, by their position in the list."""
    agreement = front.tree.get(_KEY)
    documents = agreement.get("documents") if isinstance(agreement, MappingNode) else None
    found: dict[int, tuple[ScalarNode, str]] = {}
    for index, item in enumerate(documents.items if isinstance(documents, SequenceNode) else ()):
        node = item.get("file") if isinstance(item, MappingNode) else item
        path = resolve(text_in(node), folder) if isinstance(node, ScalarNode) else None
        if isinstance(node, ScalarNode) and path and not text_in(node).startswith("/"):
            found[index] = node, path.removeprefix(CONTENT)
    return found


def _with_paths(agreement: Mapping[str, Plain], paths: Mapping[int, tuple[ScalarNode, str]]) -> dict[str, Plain]:
    documents = agreement.get("documents")
    if not isinstance(documents, list):
        return {**agreement}
    moved: list[Plain] = []
    for index, one in enumerate(documents):
        path = paths[index][1] if index in paths else None
        moved.append(one if path is None else {**one, "file": path} if isinstance(one, dict) else path)
    return {**agreement, "documents": moved}


def _written_path(path: str) -> str:
    return path if _PLAIN_PATH.fullmatch(path) else quoted_text(path)


def _says(text: str, path: str, expected: Mapping[str, Plain]) -> bool:
    try:
        return values_of(read_front(text.encode(), path)) == expected
    except ValueError:
        return False
