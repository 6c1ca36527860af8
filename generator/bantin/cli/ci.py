"""``bantin ci``."""

from pathlib import Path
from typing import cast

import click

from bantin.cli.commands import argument, command, option
from bantin.cli.completing import complete_targets
from bantin.cli.deploy import deployment_of, exit_on_error
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
    """Ghi tệp CI để kiểm tra bản tin trong THƯ-MỤC, công khai nó trên GitHub Pages hoặc GitLab Pages, và mỗi tuần
    liệt kê việc cần làm.""",
    """Write the CI files that check the bulletin of ROOT, publish it to the Pages of GitHub or GitLab, and list each
    week what is to be done.""",
)
_PREVIEWS = Bilingual(
    "Công khai cả bản xem thử của từng thay đổi, tại một đích đã khai báo trong site.yml.",
    "Publish a preview of each change too, at a target of site.yml.",
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
@option("--previews", metavar="TARGET", default="", shell_complete=complete_targets, words=_PREVIEWS)
@option("--force", is_flag=True, words=_FORCE)
def ci_command(service: str, root: Path, previews: str, *, force: bool) -> None:
    """Writes the CI files for ``service`` into the bulletin in ``root``; all of them or none."""
    if not (root / "content").is_dir():
        raise WrongUse(_NO_BULLETIN, root=root)
    from bantin.deploy import choose, preview_place

    language = spoken_language([root])
    if previews:
        exit_on_error(root, language, lambda: preview_place(choose(deployment_of(root).targets, previews), "1"))
    texts = ci_files(cast("Ci", service), previews)
    there = next((root / path for path in texts if (root / path).exists()), None)
    if there and not force:
        raise WrongUse(_THERE, path=there)
    for path, text in texts.items():
        write_file(root / path, text, root)
        click.echo(_DONE[language].format(path=path))
