"""A theme can reword everything on its pages: the words of templates and those of the program."""

import re
import shutil
from pathlib import Path
from urllib.parse import quote

import pytest
from babel.messages.pofile import read_po

from bantin.domain.problems import Language
from bantin.runtime.bundled import bundled_themes
from bantin.site.labels import STATUSES
from bantin.site.program_messages import MESSAGES
from tests.bulletins import build_site, codes_of, files_of, write
from tests.test_sites import SITES

MARK = "°"
_TEXT = re.compile(r">\s*([^<>]+?)\s*<")
_GAP = re.compile(r"%\(\w+\)s")


def catalogue(language: Language) -> str:
    """Every message of the program, marked."""
    entries = (f'msgctxt "{one.context}"\nmsgid "{one.en}"\nmsgstr "{one.text(language)}{MARK}"\n' for one in MESSAGES)
    return "\n".join(['msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8"\n', *entries])


def pages(root: Path) -> dict[str, str]:
    """The pages for readers; that of the data tells what the values of the data mean, which no theme changes."""
    build_site(root)
    every = {path: data.decode() for path, data in files_of(root / "site").items() if path.endswith(".html")}
    return {path: html for path, html in every.items() if not re.search(r"^(en/)?(du-lieu|data)/", path)}


def of_templates() -> set[str]:
    """The messages of templates, and the pieces of those that have gaps, which a link may fill."""
    with (bundled_themes() / "default/locale/vi/LC_MESSAGES/messages.po").open("rb") as file:
        texts = [str(text) for message in read_po(file, locale="vi") for text in (message.id, message.string)]
    return {piece.strip() for text in texts for piece in (text, *_GAP.split(text))}


@pytest.mark.parametrize(("case", "language"), [("register", "vi"), ("english", "en")])
def test_every_word_of_the_program_can_be_said_otherwise(case: str, language: Language, tmp_path: Path) -> None:
    root = tmp_path / "bulletin"
    shutil.copytree(SITES / case / "input", root)
    before = pages(root)
    write(root, {f"themes/default/locale/{language}/LC_MESSAGES/messages.po": catalogue(language)})
    after = pages(root)
    # A report of an error has the title of its page in an address. A name at a mark is not known, and not tied.
    unmarked = {path: html.replace(MARK, "").replace(quote(MARK), "") for path, html in after.items()}
    assert {path: untied(html) for path, html in unmarked.items()} == {
        path: untied(one) for path, one in before.items()
    }
    texts = {text for html in after.values() for text in _TEXT.findall(html)}
    assert {f"{STATUSES[one].text(language)}{MARK}" for one in STATUSES} & texts
    left = {one.text(language) for one in MESSAGES} & texts - of_templates()
    content = root / "content"
    written = [path for kind in ("*.yml", "agreements/*.md", "articles/**/*.md") for path in content.glob(kind)]
    named = "".join(path.read_text(encoding="utf-8") for path in written)
    assert [text for text in left if text not in named] == []


def untied(html: str) -> str:
    return html.replace("\u00a0", " ")


def test_a_wording_with_a_gap_that_nobody_fills_is_a_problem(tmp_path: Path) -> None:
    path = "themes/default/locale/vi/LC_MESSAGES/messages.po"
    shutil.copytree(SITES / "register/input", tmp_path / "a")
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8"\n\n'
    for text in ("Năm {nam}", "Năm {", "Năm {year.day}", "Năm {year!r}", "{}"):
        entry = f'msgctxt "title"\nmsgid "{{year}}"\nmsgstr "{text}"\n'
        assert "bad-wording" in codes_of(write(tmp_path / "a", {path: head + entry})), text
    for text in ("Năm {year}", "Một năm", "{{{year}}}"):
        entry = f'msgctxt "title"\nmsgid "{{year}}"\nmsgstr "{text}"\n'
        assert "bad-wording" not in codes_of(write(tmp_path / "a", {path: head + entry})), text
