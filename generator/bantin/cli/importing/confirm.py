"""``bantin import confirm``."""

from collections.abc import Iterable
from itertools import chain
from pathlib import Path

import click

from bantin.cli.commands import argument, command, option
from bantin.cli.files import write_files
from bantin.cli.importing.review import marked_part
from bantin.cli.language import spoken_language
from bantin.cli.words import Bilingual, WrongUse
from bantin.domain.text.guesses import without_guesses
from bantin.domain.text.number_format import format_integer

_CONFIRM = Bilingual(
    """Xác nhận mọi chỗ máy đoán trong các TỆP mà bạn đã đọc xong: xóa các dấu “#?”, giữ nguyên giá trị.

    TỆP cũng có thể là một thư mục, với mọi tệp trong đó.

    Với --publish, dòng “draft: true” cũng được xóa: lần dựng sau sẽ đăng.
    """,
    """Confirm all guesses in each FILE that you have read: removes the marks “#?” and keeps the values.

    FILE may be a folder, with all files in it.

    With --publish, the line “draft: true” is removed, too: the next build publishes the file.
    """,
)
_PUBLISH = Bilingual("Xóa cả dòng “draft: true”.", "Remove the line “draft: true”, too.")
_DONE = Bilingual("Đã xác nhận {guesses} chỗ đoán trong {files} tệp.", "Confirmed {guesses} guesses in {files} files.")
_FILE = click.Path(exists=True, path_type=Path)
_ENDINGS = (".md", ".yml")
_DRAFT = "draft: true"


_NOT_TEXT = Bilingual("{path} không phải là tệp chữ UTF-8.", "{path} is no text in UTF-8.")


@command("confirm", _CONFIRM)
@argument("paths", metavar="FILE...", nargs=-1, required=True, type=_FILE)
@option("--publish", is_flag=True, words=_PUBLISH)
def confirm_command(paths: tuple[Path, ...], *, publish: bool) -> None:
    """Confirms the guesses of files."""
    files = tuple(chain.from_iterable(map(_files, paths)))
    total = 0
    for path in files:
        before = _text_of(path)
        text, count = _confirmed(before, path, publish=publish)
        if text != before:
            write_files(path.parent, {path: text.encode()})
        total += count
    language = spoken_language(list(paths))
    counts = {"guesses": format_integer(total, language), "files": format_integer(len(files), language)}
    click.echo(_DONE.of(language).format(**counts))


def _files(path: Path) -> Iterable[Path]:
    """The file, or those of a folder that may have marks. Links to other files are not followed."""
    if not path.is_dir():
        return (path,)
    found = (one for one in sorted(path.rglob("*")) if one.suffix in _ENDINGS and not one.is_symlink())
    return (one for one in found if one.is_file())


def _text_of(path: Path) -> str:
    try:
        return path.read_bytes().decode()
    except UnicodeDecodeError:
        raise WrongUse(_NOT_TEXT, path=path) from None


def _confirmed(text: str, path: Path, *, publish: bool) -> tuple[str, int]:
    """``text`` without the marks of guesses, and how many there were."""
    part = marked_part(text, path.name)
    confirmed, count = without_guesses(part)
    if publish:
        lines = confirmed.splitlines(keepends=True)
        confirmed = "".join(line for line in lines if line.rstrip() != _DRAFT)
    return confirmed + text[len(part) :], count
