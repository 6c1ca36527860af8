"""``bantin init``."""

import shlex
from pathlib import Path
from typing import cast

import click

from bantin.cli.commands import argument, command, option
from bantin.cli.files import write_file
from bantin.cli.options import base_url_option, current_time
from bantin.cli.words import Bilingual, WrongUse
from bantin.domain.problems import Language
from bantin.scaffold import Ci, NewBulletin, bulletin_files

_TITLES: dict[Language, str] = {"vi": "Bản tin ký kết", "en": "Bulletin of agreements"}
_NEXT: dict[Language, str] = {
    "vi": "Đã tạo bản tin trong {folder}. Tiếp theo: bantin serve {quoted}",
    "en": "There is a new bulletin in {folder}. Next: bantin serve {quoted}",
}


_INIT = Bilingual("Tạo một bản tin mới trong THƯ-MỤC, dựng được ngay.", "Make a new bulletin in DIR, ready to build.")
_TITLE = Bilingual("Tên của bản tin.", "The name of the bulletin.")
_LANGUAGE = Bilingual("Ngôn ngữ của bản tin.", "Its language.")
_ADDRESS = Bilingual("Địa chỉ web mà bản tin sẽ có.", "The address that it will have.")
_CI = Bilingual(
    "Nơi công khai bản tin: Pages của GitHub hay GitLab, kèm theo tệp CI; “none” là không tạo tệp này.",
    "Whose Pages publish it: a CI file for them is made, too.",
)
_NOT_EMPTY = Bilingual("{folder} không trống; hãy chọn một thư mục mới.", "{folder} is not empty; name a new folder.")


@command("init", _INIT)
@argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@option("--title", words=_TITLE)
@option("--language", type=click.Choice(["vi", "en"]), default="vi", show_default=True, words=_LANGUAGE)
@base_url_option(_ADDRESS, default="https://bulletin.example/")
@option("--ci", type=click.Choice(["github", "gitlab", "none"]), default="github", show_default=True, words=_CI)
def init_command(folder: Path, title: str | None, language: str, base_url: str, ci: str) -> None:
    """Creates a new bulletin in ``folder``."""
    if folder.exists() and any(folder.iterdir()):
        raise WrongUse(_NOT_EMPTY, folder=folder)
    chosen = cast("Language", language)
    bulletin = NewBulletin(
        title or _TITLES[chosen], base_url, chosen, cast("Ci", ci), current_time().astimezone().date()
    )
    for path, text in bulletin_files(bulletin).items():
        write_file(folder / path, text, folder)
    click.echo(_NEXT[chosen].format(folder=folder, quoted=shlex.quote(str(folder))))
