"""``bantin import files``, which is what ``bantin import SOURCE…`` does."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import Any, TypeVar

import click
import msgspec
from msgspec import Struct

from bantin.cli.bulletin import read_settings
from bantin.cli.commands import argument, command, option
from bantin.cli.console import Console, progress_line
from bantin.cli.files import write_file, write_files
from bantin.cli.root import root_of
from bantin.cli.run import PROBLEMS
from bantin.cli.words import Bilingual, WrongUse
from bantin.content.agency import readable_agencies
from bantin.content.discover import Role, Sources, on_disk
from bantin.content.files import VOCABULARY
from bantin.domain.problems import Checked, Language
from bantin.importing.drafting import draft_all
from bantin.importing.drafts import imported
from bantin.importing.drafts.draft import Draft
from bantin.importing.drafts.imported import read_imported, write_imported
from bantin.importing.drafts.placing import Bulletin, PlacedDraft, digest_of, files_of, place, remembered
from bantin.importing.drafts.vocabulary import with_terms
from bantin.importing.facts.names.known_names import KnownNames
from bantin.importing.finding import Item, Wanted, find_items, passed_over
from bantin.importing.gathering import gather
from bantin.importing.reports.page import as_page
from bantin.importing.reports.report import Report, report_of
from bantin.importing.reports.text import as_text
from bantin.importing.sources import find_sources

T = TypeVar("T")

_FILES = Bilingual(
    """Nhập các tệp và thư mục NGUỒN thành bản nháp; loại tệp do chính tệp cho biết.

    Trang và tin thành bài viết; văn bản đã ký và dòng của bảng tính thành bản ghi. Chạy lại lần nữa không ghi đè tệp
    đã có người sửa.
    """,
    """Import the files and folders SOURCE as drafts; each file tells its kind.

    Pages and news become articles; signed documents and rows of spreadsheets become records. Running it again
    overwrites nothing that somebody has edited.
    """,
)
_INTO = Bilingual("Thư mục của bản tin.", "The folder of the bulletin.")
_AS = Bilingual("Nhập thành tin (news) hay bản ghi (record), thay vì theo loại nguồn.", "What to make, whatever it is.")
_RECIPE = Bilingual(
    "Tệp YAML chỉ chỗ của tiêu đề, nội dung… trong trang cũ.", "A YAML file that says where things are in pages."
)
_ADDRESSES = Bilingual(
    "Tệp liệt kê tên tệp và địa chỉ cũ, mỗi dòng một trang.",
    "A file with a saved page and its old address on each line.",
)
_DRY_RUN = Bilingual("Chỉ cho biết sẽ ghi gì, không ghi.", "Tell what would be written, and write nothing.")
_REPORT = Bilingual(
    "Ghi kết quả ra tệp .html để đọc, hoặc .json.", "Write the report to an .html file to read, or to .json."
)
_READING = Bilingual("Đọc tài liệu", "Reading sources")
_NOT_INSTALLED = Bilingual(
    "Chưa cài các gói để đọc nguồn. Để cài: pip install {packages}",
    "The packages that read sources are not installed. To install them: pip install {packages}",
)
# What the extra “import” installs; it is loaded only by functions that run after this was checked.
_PACKAGES = ("cssselect", "lxml", "python-calamine")
_FORMAT = Bilingual("Dạng của kết quả được in ra.", "How the report is printed.")

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_ROLES = (Role.AGENCY, Role.RECORD, Role.ARTICLE)


class _Options(Struct, frozen=True):
    """The options of the command."""

    root: Path
    wanted: str | None
    recipe: Path | None
    addresses: Path | None
    report: Path | None
    style: str
    dry_run: bool


@command("files", _FILES)
@argument("paths", metavar="SOURCE...", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@option(
    "--into",
    "root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=".",
    callback=root_of,
    words=_INTO,
)
@option("--as", "wanted", type=click.Choice([Wanted.NEWS.value, Wanted.RECORD.value]), words=_AS)
@option("--recipe", type=_FILE, words=_RECIPE)
@option("--addresses", type=_FILE, words=_ADDRESSES)
@option("--dry-run", is_flag=True, words=_DRY_RUN)
@option("--report", type=click.Path(dir_okay=False, path_type=Path), words=_REPORT)
@option("--format", "style", type=click.Choice(["text", "json"]), default="text", show_default=True, words=_FORMAT)
def files_command(paths: tuple[Path, ...], **given: Any) -> None:  # noqa: ANN401 - checked by click
    """Imports files."""
    _require_readers()
    options = _Options(**given)
    sources, site, terms = read_settings(options.root)
    language = site.language
    known = KnownNames(readable_agencies(options.root, sources), terms, site)
    recipe = _recipe(options.recipe, language)
    addresses = _addresses(options.addresses, language)
    with progress_line() as show:
        words = partial(_READING.of, language)
        gathered = gather(tuple(find_sources(paths)), recipe, addresses, partial(show, words))
    items = find_items(gathered.sources, known, Wanted(options.wanted or ""))
    drafts, vocabulary = _drafts(options.root, items, known, language)
    there = _bulletin(options.root, sources)
    placed = place(drafts, there)
    if not options.dry_run:
        _write(options.root, placed, there, vocabulary)
    refused = (*gathered.refused, *passed_over(gathered.sources))
    report = report_of(placed, refused, language, dry_run=options.dry_run)
    _tell(report, options, language)
    if gathered.refused:
        raise SystemExit(PROBLEMS)


def _tell(report: Report, options: _Options, language: Language) -> None:
    """Prints the report, and writes it to the file that was asked for."""
    path = options.report
    if path:
        is_json = path.suffix.lower() == ".json"
        write_file(path, _json(report) if is_json else as_page(report, language), path.parent)
    text = as_text(report, language, options.root.as_posix(), path.as_posix() if path else "")
    click.echo(_json(report) if options.style == "json" else text, nl=False)


def _require_readers() -> None:
    """Raises ``WrongUse``, which names the packages that read sources, if one of them is not installed."""
    if any(find_spec(package.replace("-", "_")) is None for package in _PACKAGES):
        raise WrongUse(_NOT_INSTALLED, packages=" ".join(_PACKAGES))


def _recipe(path: Path | None, language: Language) -> bytes:
    """The recipe as written, after it was checked; empty without one."""
    from bantin.importing.readers.pages.recipe import read_recipe

    if path is None:
        return b""
    _checked(path, read_recipe, language)
    return path.read_bytes()


def _addresses(path: Path | None, language: Language) -> Mapping[str, str]:
    """The old addresses of the list, by the names of saved files; none without one."""
    from bantin.importing.readers.pages.address_list import read_addresses

    return _checked(path, read_addresses, language) if path else {}


def _checked(path: Path, read: Callable[[bytes, str], Checked[T]], language: Language) -> T:
    """Reads a file that says how to import. Ends the command with all its problems if it has errors."""
    checked = read(path.read_bytes(), path.as_posix())
    Console("text", language, Path()).problems(checked.problems)
    if checked.value is None:
        raise SystemExit(PROBLEMS)
    return checked.value


def _drafts(
    root: Path, items: Sequence[Item], known: KnownNames, language: Language
) -> tuple[tuple[Draft, ...], str | None]:
    """The drafts, and the text of the vocabulary with the terms that they need; ``None`` if it stays as it is."""
    made = draft_all(items, known, language)
    if not made.terms:
        return made.drafts, None
    vocabulary = with_terms((root / VOCABULARY).read_text(encoding="utf-8"), made.terms)
    if vocabulary is None:
        made = draft_all(items, known, language, adds_terms=False)
    return made.drafts, vocabulary


def _bulletin(root: Path, sources: Sources) -> Bulletin:
    """Reads what decides where drafts go: the paths of the bulletin, its files to compare, and earlier imports."""
    memory = root / imported.PATH
    before = read_imported(memory.read_text(encoding="utf-8") if memory.exists() else "")
    written = (file.path for role in _ROLES for file in sources.of(role))
    digests = {path: digest_of(on_disk(root, path).read_bytes()) for path in written}
    return Bulletin(frozenset(file.path for file in sources.files), digests, before)


def _write(root: Path, placed: tuple[PlacedDraft, ...], there: Bulletin, vocabulary: str | None) -> None:
    """Writes the drafts, and last what is remembered of them: then a draft is known again even if it is not told."""
    memory = remembered(placed, there)
    if memory == there.imported:
        return
    files = {on_disk(root, path): data for path, data in files_of(placed)}
    terms = {root / VOCABULARY: vocabulary.encode()} if vocabulary else {}
    write_files(root, terms | files | {root / imported.PATH: write_imported(memory.values()).encode()})


def _json(report: Report) -> str:
    return msgspec.json.format(msgspec.json.encode(report), indent=2).decode() + "\n"
