"""``docs/import.vi.md``: its commands work in their order, with its recipe and its list of addresses."""

import re
import shlex
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bantin.domain.text.guesses import find_guesses
from tests.bulletins import write
from tests.cli.commands import bantin
from tests.conftest import REPOSITORY
from tests.content.documents.pdfs import pdf
from tests.importing.readers.pages.portals import Article, Photo, portal_page
from tests.importing.readers.sheets.workbooks import cell, excel
from tests.importing.readers.word.files import p, r, word_file
from tests.pictures import photo, saved

GUIDE = (REPOSITORY / "docs/import.vi.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^ *\$ bantin (.*)$", GUIDE, re.MULTILINE)
PARTIES = "Sở Tư pháp tỉnh Lào Cai và Công an tỉnh Lào Cai"


def example(language: str, words: str) -> str:
    """The block of code in the guide that has ``words``."""
    blocks = re.findall(rf"^ *```{language}\n(.*?)^ *```$", GUIDE, re.MULTILINE | re.DOTALL)
    (found,) = (block for block in blocks if words in block)
    return str(found)


def page(item: int, layout: str = "sharepoint") -> bytes:
    """A saved page of a made portal."""
    moment = datetime(2021, 1, 4, 8) + timedelta(days=item)
    return portal_page(
        layout,
        Article(
            title=f"{PARTIES} ký kết Quy chế phối hợp số {item}",
            date_line=f"{moment:%d/%m/%Y %H:%M}",
            moment=f"{moment:%Y-%m-%dT%H:%M}:00+07:00",
            lead=f"Ngày {moment:%d/%m/%Y}, {PARTIES} ký kết Quy chế phối hợp trong công tác lý lịch tư pháp.",
            paragraphs=("Quy chế gồm 15 điều, quy định trách nhiệm phối hợp của hai bên trong công tác này.",),
            photos=(Photo("anh/le.jpg"),),
            byline="Minh Anh",
            item=item,
        ),
    )


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of an administrator, with what the guide takes for granted."""
    header = "".join(map(cell, ("A1", "B1", "C1", "D1"), ("Số, ký hiệu", "Loại văn bản", "Các bên ký kết", "Ngày ký")))
    values = ("01/QCPH", "Quy chế phối hợp", PARTIES.replace(" và ", "; "), "20/11/2012")
    row = "".join(map(cell, ("A2", "B2", "C2", "D2"), values))
    pages = {f"cu/tin-tuc.aspx@ItemID={item}.html": page(item) for item in (61, 122)}
    write(
        tmp_path,
        {
            **pages,
            "cu/tin-1.html": page(183, "tables-2008"),
            "cu/anh/le.jpg": saved(photo(), "JPEG"),
            "word/quy-che.docx": word_file(p(r("Điều 1. Phạm vi")), p(r("Điều 2. Hiệu lực"))),
            "scan/quy-che.pdf": pdf("Quy chế phối hợp"),
            "theo-doi.xlsx": excel(f'<row r="1">{header}</row><row r="2">{row}</row>'),
            "cong-thuc.yml": example("yaml", "content:"),
            "dia-chi.txt": example("text", "tin-1.html"),
        },
    )
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_commands_of_the_guide_move_a_portal(place: Path) -> None:
    for command in COMMANDS:
        done = bantin(*shlex.split(command))
        assert done.exit_code == 0, (command, done.output)
    moved = (place / "ban-tin/site/_serving/nginx.conf").read_text(encoding="utf-8")
    assert "itemid" in moved.lower()
    published = [*(place / "ban-tin/site/bai-viet/2021").glob("*/index.html")]
    assert len(published) == 2 + 1
    records = [*(place / "ban-tin/content/agreements").glob("*.md")]
    assert [*find_guesses((place / "ban-tin/content/agencies/so-tu-phap-tinh-lao-cai.yml").read_text("utf-8"))] == []
    assert len(records) == 1


def test_the_marks_that_the_guide_shows_are_marks() -> None:
    assert [guess.value for guess in find_guesses(example("text", "signed_on:"))] == [
        "signed_on: 2021-11-24",
        "clauses: 15",
        "fields: unknown",
    ]
    assert len([*find_guesses(example("text", "draft: true"))]) == 1
