"""``bantin new event``."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from bantin.cli.bulletin import BROKEN, read_site
from bantin.cli.commands import argument, command, option
from bantin.cli.completing import complete_agencies, complete_records, completing
from bantin.cli.files import write_files
from bantin.cli.names import id_of
from bantin.cli.new.values import PROBLEM, date_of, given, joined, read_as, root_and_words, told_of
from bantin.cli.words import Bilingual, WrongUse
from bantin.content.agency import known_agencies
from bantin.content.article import read_articles
from bantin.content.discover import Role, SourceFile, Sources, display_path, on_disk, read
from bantin.content.files import LARGEST_TEXT
from bantin.content.markdown_file import DraftReader, MarkdownFile, digest_of
from bantin.content.name_lookup import Names, in_names, record_key, record_names
from bantin.content.record import read_records, record_paths
from bantin.content.schema.agreement_values import expiry_of
from bantin.content.schema.values import word_of
from bantin.content.schema.words import words_of
from bantin.domain.model import Article, EventKind, RecordFile, RecordHome, Site
from bantin.domain.problems import Language, Problem, Severity
from bantin.domain.text.suggestions import nearest
from bantin.migration import Event, event_lines, has_event, with_event

_DONE: dict[Language, str] = {
    "vi": "Đã thêm sự kiện vào {path}:\n{lines}",
    "en": "The event was added to {path}:\n{lines}",
}
_EVENT = Bilingual(
    """Thêm một sự kiện vào lịch sử của văn bản.

    VĂN-BẢN là mã, số, ký hiệu hoặc tên của văn bản, hoặc đường dẫn của tệp.

    Ví dụ: bantin new event quy-che-2012 --kind 'gia hạn' --on 2026-11-20 --until 2031-11-20

    Chỉ thêm dòng mới; mọi dòng đã có, kể cả ghi chú, giữ nguyên. Sự kiện làm cho tệp có lỗi thì không ghi gì.
    """,
    """Add an event to the history of an agreement.

    RECORD is its id, its number or its title, or the path of its file.

    Such as: bantin new event regulation-2012 --kind extended --on 2026-11-20 --until 2031-11-20

    Only new lines are added; all others, with their comments, stay as they are. An event that would be an error is
    refused.
    """,
)
_KIND = Bilingual(
    "Loại: ký, có hiệu lực, sửa đổi, gia hạn, đính chính, ngưng hiệu lực, chấm dứt, thay thế hoặc sơ kết.",
    "The kind: signed, effective, amended, extended, corrected, suspended, terminated, replaced or reviewed.",
)
_ON = Bilingual("Ngày: 2012-11-20, 2012-11, 2012.", "The day: 2012-11-20, 2012-11, 2012.")
_UNTIL = Bilingual(
    "Gia hạn, ngưng đến hết ngày nào; không thời hạn: indefinite.",
    "The last day of an extension or a suspension, or indefinite.",
)
_BY = Bilingual("Do ai, theo văn bản nào.", "By whom, or by which document.")
_PART = Bilingual("Phần có liên quan, ví dụ Chương III.", "The part concerned, such as Chapter III.")
_NOTE = Bilingual("Ghi chú.", "A note.")
_AGENCY = Bilingual(
    "Chỉ liên quan đến bên này; mỗi bên nêu một lần.", "The event concerns only this party; give it once for each."
)
_WHICH = Bilingual("mã của văn bản", "the id of a record")
_WHAT = Bilingual("loại sự kiện, bằng --kind", "the kind of the event, with --kind")
_NO_RECORD = Bilingual("Không có văn bản nào là “{id}”.", "There is no record “{id}”.")
_NO_RECORD_NEAR = Bilingual(
    "Không có văn bản nào là “{id}”; có phải “{near}”?", "There is no record “{id}”; did you mean “{near}”?"
)
_SEVERAL = Bilingual(
    "“{one}” có thể là một trong các văn bản: {told}; hãy ghi mã.", "“{one}” may be any of: {told}; write the id."
)
_THERE = Bilingual("{path} đã có sự kiện này.", "{path} has this event already.")
_BY_HAND = Bilingual(
    "Không thêm được dòng nào vào {path} mà không đổi dòng khác; hãy tự ghi dưới “events:”:\n{lines}",
    "No line can be added to {path} without changes to others; write this below “events:” yourself:\n{lines}",
)


@command("event", _EVENT)
@argument("words", metavar="[ROOT] RECORD", nargs=-1, shell_complete=complete_records)
@option("--kind", metavar="KIND", shell_complete=completing(EventKind), words=_KIND)
@option("--on", metavar="DATE", words=_ON)
@option("--until", metavar="DATE", words=_UNTIL)
@option("--by", words=_BY)
@option("--part", words=_PART)
@option("--note", words=_NOTE)
@option("--agency", "agencies", multiple=True, shell_complete=complete_agencies, words=_AGENCY)
def event_command(  # noqa: PLR0917 - click calls it by name
    words: tuple[str, ...],
    kind: str | None,
    on: str | None,
    until: str | None,
    by: str | None,
    part: str | None,
    note: str | None,
    agencies: tuple[str, ...],
) -> None:
    """Adds an event to an agreement."""
    root, others = root_and_words(words, 2, "bantin new event")
    sources, site = read_site(root)
    language = site.language
    source = _record(given("".join(others), _WHICH, language), root, sources, site)
    known = known_agencies(root, sources)
    values: dict[str, str | Sequence[str] | None] = {
        "kind": _kind(given(kind, _WHAT, language)),
        "on": date_of(on or ""),
        "until": _until(until),
        "by": by,
        "part": part,
        "note": note,
        "parties": _parties(agencies, known),
    }
    event = {key: value for key, value in values.items() if value}
    _add(event, source, root, site)
    lines = "\n".join(f"  {line}" for line in event_lines(event))
    click.echo(_DONE[language].format(path=root / source.path, lines=lines))


def _kind(text: str) -> str:
    return read_as(lambda one: word_of(one, words_of(EventKind.__name__, EventKind)), text)


def _until(text: str | None) -> str:
    return str(read_as(expiry_of, text)) if text else ""


def _parties(agencies: tuple[str, ...], known: Names) -> tuple[str, ...]:
    return tuple(dict.fromkeys(id_of(one, known) for one in in_names(joined(agencies) or "", known)))


def _record(written: str, root: Path, sources: Sources, site: Site) -> SourceFile:
    """The file with the agreement that was named by a path, its id, its number or its title.

    Raises ``WrongUse`` if there is none, or if there are several.
    """
    by_path = {source.path: source for source in (*sources.of(Role.RECORD), *sources.of(Role.ARTICLE))}
    for place in (Path(written), root / written):
        found = by_path.get(display_path(place, root))
        if found:
            return found
    paths = record_paths(root, sources)
    names = Names(frozenset(paths), lambda: record_names(_homes(root, sources, site)), record_key(site.base_url))
    meanings = names.meanings(written)
    if len(meanings) > 1:
        raise WrongUse(_SEVERAL, one=written, told=", ".join(meanings))
    if not meanings:
        near = nearest(written, paths) or names.near(written)
        raise WrongUse(_NO_RECORD_NEAR if near else _NO_RECORD, id=written, near=near)
    return by_path[paths[meanings[0]]]


def _homes(root: Path, sources: Sources, site: Site) -> Iterator[RecordHome]:
    """The readable articles and records of the bulletin."""
    reader = DraftReader(site.language, site.timezone, site.own_fields)
    for role, read_all in ((Role.RECORD, read_records), (Role.ARTICLE, read_articles)):
        found = ((source, read(root, source.path, LARGEST_TEXT).value) for source in sources.of(role))
        files = [MarkdownFile(source, data, digest_of(source.path, data)) for source, data in found if data]
        values = (one.value for one in read_all(reader, files))
        yield from (value for value in values if isinstance(value, Article | RecordFile))


def _add(event: Event, source: SourceFile, root: Path, site: Site) -> None:
    """Adds ``event`` to the file ``source``. Raises ``WrongUse`` where that gives no valid file."""
    path, above = source.path, () if source.role is Role.RECORD else ("agreement",)
    data = read(root, path, LARGEST_TEXT).value or b""
    before = _errors(source, data, site)
    if before:
        raise WrongUse(BROKEN, path=path)
    if has_event(data, path, event, above):
        raise WrongUse(_THERE, path=path)
    made = with_event(data, path, event, above)
    if made is None:
        raise WrongUse(_BY_HAND, path=path, lines="\n".join(f"  {line}" for line in event_lines(event)))
    for problem in _errors(source, made, site):
        raise WrongUse(PROBLEM, problem=told_of(problem))
    write_files(root, {on_disk(root, path): made})


def _errors(source: SourceFile, data: bytes, site: Site) -> list[Problem]:
    """The errors in the file ``source`` with the content ``data``."""
    reader = DraftReader(site.language, site.timezone, site.own_fields)
    file = MarkdownFile(source, data, digest_of(source.path, data))
    results = (read_records if source.role is Role.RECORD else read_articles)(reader, [file])
    return [problem for one in results for problem in one.problems if problem.severity is Severity.ERROR]
