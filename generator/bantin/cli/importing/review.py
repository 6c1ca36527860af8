"""``bantin import review``."""

from collections.abc import Iterator
from pathlib import Path

import click
from msgspec import Struct

from bantin.cli.bulletin import read_bulletin
from bantin.cli.commands import argument, command, option
from bantin.cli.words import Bilingual
from bantin.content.discover import Role, Sources, on_disk
from bantin.content.files import LARGEST_TEXT
from bantin.domain.problems import Language
from bantin.domain.text.guesses import Guess, find_guesses
from bantin.domain.text.number_format import format_integer

_REVIEW = Bilingual(
    """Liệt kê những chỗ máy đoán còn chờ xác nhận trong bản tin ở THƯ-MỤC, theo từng tệp.

    So giá trị với lời của nguồn ở sau dấu “#?”. Đúng thì xóa từ “#?” đến hết dòng; sai thì sửa giá trị rồi xóa.
    """,
    """List the guesses in the bulletin of ROOT that nobody has confirmed yet, file by file.

    Compare each value with the words of the source behind “#?”. If it is right, remove the line from “#?” on; if it is
    wrong, mend it first.
    """,
)
_VERBOSE = Bilingual("In đủ, không rút gọn.", "List all of them.")
_MORE = Bilingual("… và {files} tệp khác; xem đủ: --verbose", "… and {files} more files; to see all: --verbose")
_LISTED = 20
_COUNT = Bilingual("Chỉ in số chỗ đoán của mỗi tệp.", "Show only how many there are in each file.")
_SUM = Bilingual("{guesses} chỗ đoán trong {files} tệp.", "{guesses} guesses in {files} files.")
_NONE = Bilingual("Không còn chỗ đoán nào.", "There are no guesses left.")
_ROLES = (Role.VOCABULARY, Role.AGENCY, Role.RECORD, Role.ARTICLE)
_FENCE = "\n---"


class GuessesOfFile(Struct, frozen=True):
    """The open guesses of a file, by its path from the root."""

    path: str
    guesses: tuple[Guess, ...]


@command("review", _REVIEW)
@argument("root", metavar="[ROOT]", type=click.Path(exists=True, file_okay=False, path_type=Path), default=".")
@option("--count", "only_counts", is_flag=True, words=_COUNT)
@option("-v", "--verbose", is_flag=True, words=_VERBOSE)
def review_command(root: Path, *, only_counts: bool, verbose: bool) -> None:
    """Lists the open guesses."""
    sources, settings = read_bulletin(root)
    found = tuple(open_guesses(root, sources))
    shown = found if verbose or only_counts else found[:_LISTED]
    for file in shown:
        click.echo(f"{file.path}: {len(file.guesses)}" if only_counts else _listed(file), nl=only_counts)
    if len(found) > len(shown):
        rest = format_integer(len(found) - len(shown), settings.language)
        click.echo(_MORE.of(settings.language).format(files=rest))
    click.echo(_summary(found, settings.language))


def open_guesses(root: Path, sources: Sources) -> Iterator[GuessesOfFile]:
    """The files among ``sources``, below ``root``, that have open guesses."""
    for source in (file for role in _ROLES for file in sources.of(role)):
        if source.size <= LARGEST_TEXT:
            text = on_disk(root, source.path).read_text(encoding="utf-8-sig", errors="replace")
            guesses = tuple(find_guesses(marked_part(text, source.path)))
            if guesses:
                yield GuessesOfFile(source.path, guesses)


def marked_part(text: str, path: str) -> str:
    """The part of the file ``path`` that may have marks: the front matter of Markdown, and all of a YAML file."""
    end = text.find(_FENCE, 1) if path.endswith(".md") else -1
    return text[:end] if end >= 0 else text


def _listed(file: GuessesOfFile) -> str:
    lines = (f"  {guess.line:>4} | {guess.value}\n       | #? {guess.evidence}\n" for guess in file.guesses)
    return f"{file.path}\n{''.join(lines)}\n"


def _summary(found: tuple[GuessesOfFile, ...], language: Language) -> str:
    if not found:
        return _NONE.of(language)
    guesses = format_integer(sum(len(file.guesses) for file in found), language)
    return _SUM.of(language).format(guesses=guesses, files=format_integer(len(found), language))
