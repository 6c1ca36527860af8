"""``make walk-imports``: imports damaged sources, each into a bulletin of its own.

Whatever the source, it is refused with a reason, or becomes drafts within the bulletin that build without an error;
nothing ends in a traceback or hangs. The same seed damages the same.
"""

import argparse
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from random import Random

from tests.bulletins import SITE, files_of, write
from tests.content.documents.pdfs import pdf
from tests.endurance.child import command, run
from tests.endurance.mutations import damaged
from tests.importing.facts.sheets.registers import Style, lines, register_sheet
from tests.importing.readers.pages.portals import LAYOUTS, Article, portal_page
from tests.importing.readers.word.files import counted, p, r, table, word_file

_BULLETIN = {
    "content/site.yml": f"{SITE}search: off\n",
    "content/vocabulary.yml": "types:\n  quy-che-phoi-hop: {vi: Quy chế phối hợp}\nfields:\n  an-ninh: {vi: An ninh}\n",
}
_LINES = (
    "Sở Tư pháp và Công an tỉnh Lào Cai ký kết Quy chế phối hợp trong công tác tư pháp",
    "Thứ Tư, 24/11/2021 22:26",
    "(CTTĐT) - Chiều 24/11, tại Hà Nội, Sở Tư pháp và Công an tỉnh Lào Cai ký Quy chế phối hợp gồm 9 điều.",
    "Dự lễ ký có Đại tá Nguyễn Văn An, Phó Giám đốc Công an tỉnh; bà Trần Thị Bình, Giám đốc Sở Tư pháp.",
    "Hằng năm, hai bên luân phiên chủ trì sơ kết.",
    "Minh Anh",
)
_DOCUMENT = (
    "Số: 05/QCPH-BCA-BYT",
    "Hà Nội, ngày 12 tháng 3 năm 2019",
    "QUY CHẾ PHỐI HỢP",
    "Về công tác bảo đảm an ninh, trật tự",
    "Căn cứ Luật Công an nhân dân ngày 20 tháng 11 năm 2018;",
    "Điều 1. Phạm vi",
    "Quy chế này có hiệu lực kể từ ngày ký.",
    "Điều 2. Hiệu lực",
)
# Errors of the words themselves, which an import keeps as they are: only people can mend them.
_OF_THE_SOURCE = {"lost-character", "conflict-marker"}
_PIECES = (
    "<",
    ">",
    "&#0;",
    "\0",
    "\u2028",
    "---\n",
    "#? ",
    "{{",
    "\t",
    "Điều 1.",
    "ngày 31/2/2020",
    "../",
    "Bộ ",
    "KT. ",
)


def sources() -> Mapping[str, bytes]:
    """A sound source of each kind, by the name of its file."""
    text = "\n".join(_LINES)
    article = Article(_LINES[0], _LINES[1], "2021-11-24T22:26:00+07:00", _LINES[2], _LINES[3:5], byline=_LINES[5])
    signatures = table(("KT. BỘ TRƯỞNG BỘ Y TẾ", "TM. BỘ CÔNG AN"), ("Nguyễn Văn Minh", "Trung tướng Lê Văn Hùng"))
    body = [p(r(line), properties=counted(1) if line.startswith("Điều") else "") for line in _DOCUMENT]
    items = "".join(f"<item><title>{line}</title><description>{line}</description></item>" for line in _LINES)
    return {
        "tin.txt": text.encode(),
        **{f"{layout}.html": portal_page(layout, article) for layout in LAYOUTS},
        "quy-che.docx": word_file(*body, signatures),
        "quy-che.pdf": pdf("\n".join(_DOCUMENT), text),
        "so.xlsx": register_sheet(lines(6), Style.TYPED),
        "so.csv": register_sheet(lines(6), Style.CSV),
        "tin.xml": f"<rss version='2.0'><channel>{items}</channel></rss>".encode(),
    }


def try_all(folder: Path, inputs: int, seed: int) -> Iterator[tuple[int, str, str, str]]:
    """Yields the number of each damaged source, its name, what came of it, and what was told of a fault."""
    good = sources()
    for number in range(inputs):
        dice = Random(f"{seed}/{number}")
        name = dice.choice([*good])
        root, said = write(folder / "bulletin", _BULLETIN), folder / "said"
        (folder / name).write_bytes(damaged(dice, good[name], _PIECES))
        before = files_of(folder)
        yield number, name, *_tried(root, folder / name, said, before)
        for path in (root, folder / name, said):
            shutil.rmtree(path) if path.is_dir() else path.unlink()


def _tried(root: Path, source: Path, said: Path, before: Mapping[str, bytes]) -> tuple[str, str]:
    ended = run(lambda: command(["import", str(source), "--into", str(root)]), said)
    if ended.traceback or ended.status is None:
        return "hangs" if ended.hung else "tracebacks", ended.told
    inside = (f"{root.name}/content/", f"{root.name}/.bantin/", said.name)
    others = [path for path in files_of(source.parent) if path not in before and not path.startswith(inside)]
    if others:
        return "files elsewhere", str(others)
    checked = run(lambda: command(["check", str(root), "--jobs", "1", "--format", "json"]), said)
    errors = {one["code"] for one in checked.problems if one["severity"] == "error"}
    if checked.traceback or checked.status is None or errors - _OF_THE_SOURCE:
        return "drafts that do not build", checked.told
    return ("refused" if ended.status else "imported"), ""


def main() -> None:
    """Prints each fault as it is found, and the numbers of results; fails if there is any fault."""
    parser = argparse.ArgumentParser(prog="python -m tests.endurance.imports", description=__doc__)
    parser.add_argument("--inputs", type=int, default=2_000, help="how many sources to damage")
    parser.add_argument("--seed", type=int, default=1, help="what decides how they are damaged")
    arguments = parser.parse_args()
    found = Counter[str]()
    with tempfile.TemporaryDirectory(prefix="bantin-imports-") as folder:
        for number, name, what, told in try_all(Path(folder), arguments.inputs, arguments.seed):
            found[what] += 1
            if told:
                print(f"\n{what}: input {number} ({name})\n{told}")
            if number % 100 == 0:
                print(f"{number} of {arguments.inputs}", file=sys.stderr, flush=True)
    print("; ".join(f"{count} {what}" for what, count in sorted(found.items())))
    if set(found) - {"imported", "refused"}:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
