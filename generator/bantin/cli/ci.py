"""``bantin ci``."""

from pathlib import Path
from typing import cast

import click

from bantin.cli.commands import argument, command, option
from bantin.cli.files import write_file
from bantin.cli.language import spoken_language
from bantin.cli.options import root_argument
from bantin.cli.words import Bilingual, WrongUse
from bantin.domain.problems import Language
from bantin.scaffold import Ci, ci_files

_DONE: dict[Language, str] = {
    "vi": "Đã ghi {path}. Hãy lưu tệp này vào kho (commit); docs/publishing.vi.md chỉ các bước tiếp theo.",
    "en": "{path} is written. Commit it; docs/publishing.md tells the next steps.",
}


_CI = Bilingual(
    "Ghi tệp CI để kiểm tra bản tin trong THƯ-MỤC và công khai nó trên GitHub Pages hoặc GitLab Pages.",
    "Write the CI file that checks the bulletin of ROOT and publishes it to the Pages of GitHub or GitLab.",
)
_FORCE = Bilingual("Ghi đè lên tệp đã có.", "Write over a file that is there already.")
_NO_BULLETIN = Bilingual(
    "{root} không phải là bản tin: không có thư mục “content”.", "{root} is no bulletin: it has no folder “content”."
)
_THERE = Bilingual(
    "Đã có {path}; muốn ghi đè hãy thêm --force.", "{path} is there already; say --force to write over it."
)


@command("ci", _CI)
@argument("service", type=click.Choice(["github", "gitlab"]))
@root_argument
@option("--force", is_flag=True, words=_FORCE)
def ci_command(service: str, root: Path, *, force: bool) -> None:
    """Writes the CI file for ``service`` into the bulletin in ``root``."""
    if not (root / "content").is_dir():
        raise WrongUse(_NO_BULLETIN, root=root)
    language = spoken_language([root])
    for path, text in ci_files(cast("Ci", service)).items():
        if (root / path).exists() and not force:
            raise WrongUse(_THERE, path=root / path)
        write_file(root / path, text, root)
        click.echo(_DONE[language].format(path=path))
