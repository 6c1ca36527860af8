"""``bantin schema``."""

import json
from pathlib import Path

import click

from bantin.cli.bulletin import read_settings
from bantin.cli.commands import command, option
from bantin.cli.files import write_file
from bantin.cli.options import root_argument
from bantin.cli.words import Bilingual, WrongUse
from bantin.content.agency import readable_agencies
from bantin.content.schema.json_schema import FileKind, Names, schema_of
from bantin.domain.model import Term
from bantin.domain.problems import Language

_SCHEMA = Bilingual(
    """Viết JSON Schema của các tệp trong bản tin, để VS Code và trình soạn thảo khác gợi ý và báo lỗi khi gõ.

    Lược đồ có sẵn mã của cơ quan, loại văn bản, lĩnh vực, chuyên mục và các thông tin riêng của bản tin. Thêm cơ quan
    thì chạy lại. Cách dùng: mục “Gợi ý trong VS Code” của docs/editors.vi.md.
    """,
    """Write JSON Schemas of the files of the bulletin, for hints in VS Code and other text editors.

    They have the ids of agencies, types, fields and sections, and the facts that the bulletin declares. Run it again
    after adding an agency. How to use them: “Hints in VS Code” in docs/editors.en.md.
    """,
)
_KIND = Bilingual(
    "Chỉ loại tệp này; không có --to thì in ra màn hình.", "Only this kind of file; without --to, it is printed."
)
_TO = Bilingual(
    "Ghi vào thư mục này, mỗi loại một tệp <loại>.schema.json.", "Write <kind>.schema.json into this folder."
)
_WHICH = Bilingual(
    "Hãy nêu --to THƯ-MỤC để ghi mọi lược đồ, hoặc --kind để in ra một lược đồ.",
    "Name --to DIR to write all schemas, or --kind to print one.",
)
_WRITTEN: dict[Language, str] = {"vi": "Đã ghi {path}.", "en": "{path} was written."}


@command("schema", _SCHEMA)
@root_argument
@option("--kind", type=click.Choice([kind.value for kind in FileKind]), words=_KIND)
@option("--to", "folder", type=click.Path(file_okay=False, path_type=Path), metavar="DIR", words=_TO)
def schema_command(root: Path, kind: str | None, folder: Path | None) -> None:
    """Writes JSON Schemas of the files of the bulletin in ``root``."""
    if kind is None and folder is None:
        raise WrongUse(_WHICH)
    names, language = _names(root)
    for one in FileKind if kind is None else (FileKind(kind),):
        text = json.dumps(schema_of(one, names, language), ensure_ascii=False, indent=2) + "\n"
        if folder is None:
            click.echo(text, nl=False)
            continue
        path = folder / f"{one}.schema.json"
        write_file(path, text, folder)
        click.echo(_WRITTEN[language].format(path=path))


def _names(root: Path) -> tuple[Names, Language]:
    """The names in the bulletin that text editors offer, and its language."""
    sources, site, terms = read_settings(root)
    agencies = tuple(Term(one.id, one.name) for one in readable_agencies(root, sources))
    names = Names(agencies, terms.types, terms.fields, site.sections, site.own_fields)
    return names, site.language
