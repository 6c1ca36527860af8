"""``bantin merge-agencies``."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path

import click
from msgspec import Struct

from bantin.build.build import check
from bantin.build.request import BuildContext, Edition, Request
from bantin.cli.bulletin import read_settings
from bantin.cli.changes import show_changes, write_changes
from bantin.cli.commands import argument, command, option
from bantin.cli.console import Console, progress_bar
from bantin.cli.names import id_of
from bantin.cli.options import current_time, day, default_jobs
from bantin.cli.root import find_root
from bantin.cli.run import PROBLEMS
from bantin.cli.words import Bilingual, WrongUse, WrongValue
from bantin.content.agency import agency_files
from bantin.content.discover import Role
from bantin.content.name_lookup import Names, agency_key, agency_names
from bantin.content.resolve import resolve_agency
from bantin.domain.model import Label, ReferenceTarget
from bantin.domain.problems import BulletinError, Language
from bantin.domain.text.date_format import format_short
from bantin.domain.text.dates import Edtf
from bantin.domain.text.number_format import format_integer
from bantin.domain.text.slugs import is_slug, slugify
from bantin.index import Directory
from bantin.index.directory import directory as directory_of
from bantin.migration import FileChange, Merger, is_divided, merge, units_below
from bantin.runtime.entry_points import installed_plugins
from bantin.runtime.workers import local

_MERGE = Bilingual(
    """Ghi việc sáp nhập các cơ quan CŨ vào một cơ quan, từ một ngày, trong một lần; không phải gõ lại gì.

    Cơ quan được nêu bằng mã hoặc bằng bất cứ tên nào mà bản tin biết. Chỉ tệp của các cơ quan thay đổi: bài viết và văn
    bản cũ vẫn mang tên cơ quan đã ký, trang của chúng tự ghi “Nay là” cơ quan mới. Cả bản tin được kiểm tra trước khi
    ghi; có điều gì sai thì không ghi gì cả. Chạy lại lần nữa cũng không hại gì.
    """,
    """Write down in one step that the agencies OLD became part of another one on a day; nothing is typed again.

    Agencies are given by id, or by any name that the bulletin knows. Only the files of agencies change: articles and
    records go on naming the agency that signed, and their pages tell which one it is now. The whole bulletin is checked
    before anything is written; if something is wrong, nothing is. It does no harm to run it again.
    """,
)
_INTO = Bilingual(
    "Cơ quan nhận sáp nhập; nếu chưa có thì nêu mã cho cơ quan mới, cùng với --name.",
    "The agency that takes over; if there is none yet, the id for a new one, together with --name.",
)
_ON = Bilingual("Ngày sáp nhập: năm-tháng-ngày.", "The day of the merger: year-month-day.")
_NAME = Bilingual("Tên của cơ quan mới.", "The name of the new agency.")
_NAME_EN = Bilingual("Tên tiếng Anh của cơ quan mới.", "The English name of the new agency.")
_DRY_RUN = Bilingual("Chỉ cho xem sẽ đổi gì, không ghi.", "Show what would change, and write nothing.")
_NO_OLD = Bilingual("Hãy nêu ít nhất một cơ quan được sáp nhập.", "Name at least one agency to merge.")
_SAME = Bilingual(
    "“{id}” không thể sáp nhập vào chính nó; cơ quan chỉ đổi tên thì hãy sửa “name”, ghi tên cũ vào “former_names”.",
    "“{id}” cannot be merged into itself; if only its name has changed, change “name” and add to “former_names”.",
)
_NO_NEW = Bilingual(
    "không có “{one}”; muốn lập cơ quan mới thì nêu thêm tên: --into {slug} --name '…'",
    "there is no “{one}”; to make a new agency, give its name too: --into {slug} --name '…'",
)
_NEAR = Bilingual(
    "không có “{one}”; có phải “{near}”? Muốn lập cơ quan mới thì nêu thêm tên: --into {slug} --name '…'",
    "there is no “{one}”; did you mean “{near}”? To make a new agency, give its name too: --into {slug} --name '…'",
)
_NO_ID = Bilingual(
    "“{one}” không thể là mã của cơ quan mới; hãy viết --into {slug}",
    "“{one}” cannot be the id of a new agency; write --into {slug}",
)
_NO_NAME = Bilingual(
    "--name-en đi cùng --name, tên bằng ngôn ngữ chính.", "--name-en goes with --name, the name in the main language."
)
_OTHER_NAME = Bilingual(
    "“{id}” đã có, tên là “{name}”; bỏ --name nếu đúng là cơ quan này. Cơ quan đổi tên thì hãy sửa “name”, ghi tên cũ "
    "vào “former_names”.",
    "“{id}” is there already and called “{name}”; leave out --name if it is the one you mean. If it got a new name, "
    "change “name” and add to “former_names”.",
)
_UNREADABLE = Bilingual(
    "Tệp của “{id}” còn lỗi, hoặc ghi rằng cơ quan đã gỡ; hãy chạy “bantin check” và sửa trước.",
    "The file of “{id}” has errors, or says that the agency is gone; see “bantin check”, and mend it first.",
)
_UNWRITTEN = Bilingual(
    "Chưa ghi gì: sau khi sáp nhập, bản tin sẽ có những lỗi trên.",
    "Nothing was written: after the merger, the bulletin would have the errors above.",
)
_NOTHING = Bilingual(
    "Việc sáp nhập này đã được ghi từ trước; không có gì để ghi thêm.",
    "This merger is written down already; there is nothing to change.",
)
_WOULD = Bilingual("Sẽ ghi {count} tệp; chưa ghi gì.", "{count} files would be written; nothing was.")
_WRITTEN = Bilingual("Đã ghi {path}.", "{path} was written.")
_DONE = Bilingual("{old} → {new} ({name}), từ {day}.", "{old} → {new} ({name}), from {day}.")
_LATER = Bilingual(
    "Đến ngày đó, hãy chạy lại lệnh này để chuyển các đơn vị trực thuộc: {units}.",
    "On that day, give this command again to move the units below: {units}.",
)
_DIVIDED = Bilingual(
    "“{old}” được chia cho nhiều cơ quan; hãy tự ghi “parent” cho các đơn vị trực thuộc: {units}.",
    "“{old}” was divided among several agencies; write “parent” yourself for the units below: {units}.",
)


class _Agencies(Struct, frozen=True):
    """The agencies of a bulletin: their names, the directory, and the contents of their files by path."""

    names: Names
    directory: Directory
    files: Mapping[str, bytes]


@command("merge-agencies", _MERGE)
@argument("words", metavar="OLD... [ROOT]", nargs=-1, required=True)
@option("--into", "into", metavar="NEW", required=True, words=_INTO)
@option("--on", "on", metavar="DATE", required=True, callback=day, words=_ON)
@option("--name", words=_NAME)
@option("--name-en", words=_NAME_EN)
@option("--dry-run", is_flag=True, words=_DRY_RUN)
def merge_agencies_command(
    words: tuple[str, ...], into: str, on: date, name: str | None, name_en: str | None, *, dry_run: bool
) -> None:
    """Merges agencies."""
    root, old = _root_and_old(words)
    agencies = _agencies(root)
    merger = _merger(old, into, on, _label(name, name_en), agencies)
    language = agencies.directory.site.language
    changes = merge(merger, agencies.directory, agencies.files)
    if changes.value is None:
        Console("text", language, root).problems(changes.problems)
        raise SystemExit(PROBLEMS)
    if changes.value:
        edition = _checked(root, changes.value, language)
        if dry_run:
            show_changes(changes.value)
        else:
            write_changes(root, changes.value)
        _tell(edition, changes.value, root, language, dry_run=dry_run)
    else:
        click.echo(_NOTHING.of(language))
    _tell_result(merger, agencies.directory, language)


def _root_and_old(words: tuple[str, ...]) -> tuple[Path, tuple[str, ...]]:
    """The last word is the folder of the bulletin if it is a folder."""
    root, old = (Path(words[-1]), words[:-1]) if Path(words[-1]).is_dir() else (find_root(Path()), words)
    if not old:
        raise WrongUse(_NO_OLD)
    return root, old


def _agencies(root: Path) -> _Agencies:
    sources, site, vocabulary = read_settings(root)
    found = tuple(agency_files(root, sources))
    ids = frozenset(source.stem for source in sources.of(Role.AGENCY))
    names = Names(ids, lambda: agency_names(agency for agency, _ in found), agency_key)
    resolved = [resolve_agency(agency, {ReferenceTarget.AGENCY: names}) for agency, _ in found]
    today = current_time().astimezone(site.timezone).date()
    directory = directory_of(site, vocabulary, resolved, today)
    return _Agencies(names, directory, {agency.path: data for agency, data in found})


def _label(name: str | None, name_en: str | None) -> Label | None:
    if name_en and not name:
        raise WrongUse(_NO_NAME)
    return Label(vi=name, en=name_en or "") if name else None


def _merger(old: Iterable[str], into: str, on: date, name: Label | None, agencies: _Agencies) -> Merger:
    """The merger of agencies that were given by names. Raises ``WrongUse`` or ``WrongValue`` if that is impossible."""
    ids = tuple(dict.fromkeys(id_of(one, agencies.names) for one in old))
    new = _new(into, name, agencies.names)
    if new in ids:
        raise WrongUse(_SAME, id=new)
    known = agencies.directory.agency
    unreadable = next((one for one in (*ids, new) if one in agencies.names.ids and one not in known), None)
    if unreadable:
        raise WrongUse(_UNREADABLE, id=unreadable)
    there = known.get(new)
    if there and name and {name.vi, name.en}.isdisjoint(filter(None, (there.name.vi, there.name.en))):
        raise WrongUse(_OTHER_NAME, id=new, name=there.name.text(agencies.directory.site.language))
    return Merger(ids, new, on, None if there else name)


def _new(into: str, name: Label | None, names: Names) -> str:
    """The id of the agency that takes over. One that is unknown is made if it has a ``name``."""
    if names.meanings(into):
        return id_of(into, names, "--into")
    slug = slugify(into) or "…"
    if name is None:
        near = names.near(into)
        raise WrongValue(_NEAR if near else _NO_NEW, "--into", one=into, near=near, slug=slug)
    if not is_slug(into):
        raise WrongValue(_NO_ID, "--into", one=into, slug=slug)
    return into


def _checked(root: Path, changes: Sequence[FileChange], language: Language) -> Edition:
    """Checks the bulletin as it would be after the ``changes``. Ends the command if it would have errors."""
    edits = {one.path: one.after for one in changes}
    with progress_bar(root, quiet=False) as progress:
        context = BuildContext(local(default_jobs(None)), progress=progress, plugins=installed_plugins())
        try:
            return check(Request(root, current_time(), edits=edits), context)
        except BulletinError as error:
            Console("text", language, root, edits=edits).problems(error.problems, brief=True)
            click.echo(_UNWRITTEN.of(language), err=True)
            raise SystemExit(PROBLEMS) from None


def _tell(edition: Edition, changes: Sequence[FileChange], root: Path, language: Language, *, dry_run: bool) -> None:
    """Prints what was written or would be, and the warnings about these files."""
    edits = {one.path: one.after for one in changes}
    warnings = [one for one in edition.problems if one.location.path in edits]
    Console("text", language, root, edits=edits).problems(warnings)
    if dry_run:
        click.echo(_WOULD.of(language).format(count=format_integer(len(changes), language)))
    else:
        for one in changes:
            click.echo(_WRITTEN.of(language).format(path=one.path))


def _tell_result(merger: Merger, directory: Directory, language: Language) -> None:
    """Prints what the merger means, and which units still are below an agency that was merged."""
    there = directory.agency.get(merger.new)
    label = there.name if there else merger.name
    values = {"new": merger.new, "name": label.text(language) if label else "", "old": ", ".join(merger.old)}
    click.echo(_DONE.of(language).format(**values, day=format_short(Edtf.of(merger.on), language)))
    units = units_below(merger, directory)
    if merger.on > directory.as_of and units:
        click.echo(_LATER.of(language).format(units=", ".join(unit.id for unit in units)))
        return
    for old in merger.old:
        left = [unit.id for unit in units if unit.parent == old]
        if left and is_divided(old, merger.new, directory):
            click.echo(_DIVIDED.of(language).format(old=old, units=", ".join(left)))
