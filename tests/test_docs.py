"""The documentation is correct: lists match the program, examples build, links have targets."""

import ast
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from bantin.domain.problems import Severity
from docs.keys import LISTS, renewed
from tests import design
from tests.bulletins import COMPLETE, build_site, codes_of, write
from tests.conftest import REPOSITORY
from tests.content.documents.pdfs import pdf
from tests.pictures import photo, saved
from tests.recipes.guide import BLOCK, SECTION, commands
from tests.test_problems import KINDS

DOCS = REPOSITORY / "docs"


def rules() -> str:
    """Every code with its severity, message and hint in English."""
    lines = ["| code | | what it says | how to mend it |", "|---|---|---|---|"]
    rows = set()
    for kind in KINDS.values():
        severity = "error" if kind.severity is Severity.ERROR else "warning"
        shown = (kind.en.message, kind.en.hint)
        message, hint = (text.replace("{{", "{").replace("}}", "}").replace("|", "\\|") for text in shown)
        rows.add(f"| `{kind.code}` | {severity} | {message} | {hint} |")
    return "\n".join([*lines, *sorted(rows)])


def contrasts() -> str:
    """The contrasts of the default theme's colours, by WCAG 2.2's formula."""
    schemes = design.schemes((REPOSITORY / "themes/default/static/main.css").read_text())
    lines = ["| what | on | light | dark |", "|---|---|---:|---:|"]
    for front, back, words in design.PAIRS:
        figures = [f"{design.contrast(colours[front], colours[back]):.1f}" for colours in schemes]
        lines.append(f"| {words} `{front}` | `{back}` | {' | '.join(figures)} |")
    return "\n".join(lines)


def program_map() -> str:
    """Every folder of the program as a section, with the modules in it and the first line of each."""
    package = REPOSITORY / "generator/bantin"
    lines = []
    for folder in sorted(path.parent for path in package.rglob("__init__.py")):
        title = f"{folder.relative_to(package).as_posix()}/" if folder != package else "bantin/"
        lines += [f"## `{title}`", "", first_line(folder / "__init__.py"), ""]
        modules = [path for path in sorted(folder.glob("*.py")) if path.name != "__init__.py"]
        lines += [f"- `{path.name}`: {first_line(path)}" for path in modules]
        lines += [""] * bool(modules)
    return "\n".join(lines).strip()


def first_line(path: Path) -> str:
    """The first line of a module's docstring, with references as plain code."""
    line = (ast.get_docstring(ast.parse(path.read_text())) or "").split("\n\n")[0]
    line = re.sub(r":\w+:`~?(?:[\w.]+\.)?(\w+)`", r"`\1`", " ".join(line.split()))
    return line.replace("``", "`")


GENERATED: dict[tuple[str, str], Callable[[], str]] = {
    **{(file, name): make for file, lists in LISTS.items() for name, make in lists.items()},
    ("map.md", "map"): program_map,
    ("problems.md", "rules"): rules,
    ("../themes/default/DESIGN.md", "contrasts"): contrasts,
}


@pytest.mark.parametrize(("file", "name"), GENERATED)
def test_generated_lists_are_those_of_the_program(file: str, name: str, update_sites: bool) -> None:
    """``pytest --update-sites`` updates them, and ``python -m docs.keys`` those of keys and views."""
    path = DOCS / file
    expected = renewed(path.read_text(), name, GENERATED[file, name]())
    if update_sites:
        path.write_text(expected)
    assert path.read_text() == expected


def test_a_list_without_a_place_is_an_error_for_the_developer_who_adds_it() -> None:
    with pytest.raises(ValueError, match="keys of nothing"):
        renewed("<!-- generated: views -->\n<!-- end -->", "keys of nothing", "")


AGENCIES = {
    f"content/agencies/{name}.yml": f"name: Agency {name}\n"
    for name in ("bo-a", "bo-b", "chinh-phu", "ministry-a", "ministry-b", "government")
}
SETTINGS: dict[str, str | bytes] = {
    "content/vocabulary.yml": """\
types: {quy-che-phoi-hop: Quy chế, coordination-regulation: Regulation}
fields: {linh-vuc-chung: Chung, general: General}
""",
    "content/documents/quy-che.pdf": pdf("Quy chế"),
    "content/documents/regulation.pdf": pdf("Regulation"),
}
SITE = """\
title: Bản tin
base_url: https://bantin.example/
language: {language}
timezone: Asia/Ho_Chi_Minh
sections: {{tin-tuc: Tin tức, news: News}}
"""


@pytest.mark.parametrize(("language", "agency", "picture"), [("vi", "bo-a", "le-ky"), ("en", "ministry-a", "signing")])
def test_the_examples_for_editors_build_without_a_word(
    language: str, agency: str, picture: str, tmp_path: Path
) -> None:
    text = (DOCS / f"editors.{language}.md").read_text()
    blocks = dict(re.findall(r"^```(markdown|yaml)\n(.*?)^```$", text, re.MULTILINE | re.DOTALL))
    example = {
        "content/site.yml": SITE.format(language=language),
        "content/articles/2026/bai/index.md": blocks["markdown"],
        f"content/agencies/{agency}.yml": blocks["yaml"],
        f"content/articles/2026/bai/{picture}.jpg": saved(photo(), "JPEG"),
    }
    root = write(tmp_path, AGENCIES, SETTINGS, example)
    assert codes_of(root, as_of=date(2027, 1, 1)) == []


EDITORS = ("editors.en.md", "editors.vi.md")
ADMINISTRATORS = tuple((f"{name}.md", f"{name}.vi.md") for name in ("publishing", "counter", "comments"))


@pytest.mark.parametrize(("english", "vietnamese"), [EDITORS, *ADMINISTRATORS])
def test_a_guide_in_two_languages_has_the_same_sections_and_commands(english: str, vietnamese: str) -> None:
    """Of the guides for editors, which have examples of their own, only the command and the options are compared."""
    one, other = Guide(english), Guide(vietnamese)
    assert one.levels == other.levels
    assert one.commands
    assert one.commands == other.commands


@pytest.mark.parametrize(("english", "vietnamese"), ADMINISTRATORS)
def test_a_guide_for_administrators_has_the_same_settings_in_two_languages(english: str, vietnamese: str) -> None:
    """What the tests of recipes do literally, so that they hold for both."""
    one, other = Guide(english), Guide(vietnamese)
    assert one.blocks
    assert one.blocks == other.blocks
    assert one.inline == other.inline
    assert one.keys == other.keys


class Guide:
    """What must be the same in a guide in any language; of comments in examples, only other commands to choose."""

    def __init__(self, file: str) -> None:
        text = (DOCS / file).read_text(encoding="utf-8").replace("# hoặc: ", "# or: ")
        sections = SECTION.split(text)
        prose = BLOCK.sub("", text)
        self.blocks = [
            (language, re.sub(r"(?<=\S) +# (?!or: ).*", "", re.sub(rf"^{indent}", "", block, flags=re.MULTILINE)))
            for indent, language, block in BLOCK.findall(text)
        ]
        self.levels = re.findall(r"^(#+) ", prose, re.MULTILINE)
        self.commands = [
            re.findall(r"^bantin [a-z-]+|^[\w./-]+| --[a-z-]+", command)
            for language, block in self.blocks
            if language == "console"
            for command in commands(block)
        ]
        self.inline = [sorted(set(re.findall(r"`(bantin [^`\n]+)`", BLOCK.sub("", one)))) for one in sections]
        self.keys = re.findall(r"^\| (`[^|]+`) \|", prose, re.MULTILINE)


@pytest.mark.parametrize("path", sorted([*DOCS.glob("*.md"), *REPOSITORY.glob("*.md")]), ids=lambda path: path.name)
def test_links_between_documents_lead_somewhere(path: Path) -> None:
    """Except links in examples, which are code."""
    prose = re.sub(r"```.*?```|`[^`]*`", "", path.read_text(), flags=re.DOTALL)
    for target in re.findall(r"\]\((?!https?:)([^)#]+\.md)\)", prose):
        assert (path.parent / target).exists(), target


OF_THE_PROGRAM = (
    "CONTRIBUTING.md",
    "docs/architecture.md",
    "docs/decisions.md",
    "docs/releasing.md",
    "docs/versioning.md",
)


@pytest.mark.parametrize("name", OF_THE_PROGRAM)
def test_the_files_that_contributors_are_sent_to_exist(name: str) -> None:
    """A path in code is relative to the root of the repository, of the package or of the docs."""
    text = re.sub(r"```.*?```", "", (REPOSITORY / name).read_text(), flags=re.DOTALL)
    paths = re.findall(r"`((?:\.?\w[\w-]*/)*\w[\w-]*\.(?:md|py|toml|txt))`", text)
    assert paths
    places = (REPOSITORY, REPOSITORY / "generator/bantin", DOCS)
    assert [path for path in paths if not any((place / path).exists() for place in places)] == []


def test_the_theme_in_twenty_lines_is_one(tmp_path: Path) -> None:
    section = (DOCS / "themes.md").read_text().split("## A theme of your own in twenty lines")[1].split("\n## ")[0]
    files: dict[str, str | bytes] = dict(
        re.findall(r"^`(themes/green/[^`]+)`[^`]*\n\n```\w+\n(.*?)^```$", section, re.MULTILINE | re.DOTALL)
    )
    assert len(files) == 5
    assert sum(len(str(text).splitlines()) for text in files.values()) <= 20
    settings = COMPLETE["content/site.yml"] + "theme: green\n"
    about = "---\ntitle: Giới thiệu\n---\n\nChúng tôi.\n"
    root = write(tmp_path, COMPLETE, files, {"content/site.yml": settings, "content/pages/gioi-thieu.md": about})
    build_site(root)
    texts = {path: path.read_text() for path in (root / "site").rglob("index.html")}
    # A redirect is no page to read, and has no styles.
    for path, text in ((path, text) for path, text in texts.items() if 'http-equiv="refresh"' not in text):
        assert re.search(r'<link rel="stylesheet" href="[./]*static/colours\.[0-9a-f]{10}\.css">', text), path
        assert text.count("Hotline: 1900 1234") == 1, path
    assert '<p class="notice">Bản tin</p>' in (root / "site/gioi-thieu/index.html").read_text()


@pytest.mark.parametrize(("front", "back"), [pair[:2] for pair in design.PAIRS])
def test_colours_stand_out(front: str, back: str) -> None:
    least = 3.0 if front in ("--mark", "--focus") else 4.5
    for colours in design.schemes((REPOSITORY / "themes/default/static/main.css").read_text()):
        assert design.contrast(colours[front], colours[back]) >= least
    assert design.contrast("#000", "#ffffff") == pytest.approx(21)
