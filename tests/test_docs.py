"""What the documentation says is so: lists are those of the program, examples build, links lead somewhere."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import msgspec
import pytest

from bantin.content.schema.agreement import AgreementFields
from bantin.content.schema.article import ArticleFields
from bantin.domain.problems import Severity
from bantin.site import views
from tests import design
from tests.bulletins import COMPLETE, build_site, codes_of, write
from tests.conftest import REPOSITORY
from tests.content.documents.pdfs import pdf
from tests.pictures import photo, saved
from tests.test_problems import KINDS

DOCS = REPOSITORY / "docs"


def rules() -> str:
    """Every code with its severity and what it says, in English."""
    lines = ["| code | | what it says | how to mend it |", "|---|---|---|---|"]
    rows = set()
    for kind in KINDS.values():
        severity = "error" if kind.severity is Severity.ERROR else "warning"
        shown = (kind.en.message, kind.en.hint)
        message, hint = (text.replace("{{", "{").replace("}}", "}").replace("|", "\\|") for text in shown)
        rows.add(f"| `{kind.code}` | {severity} | {message} | {hint} |")
    return "\n".join([*lines, *sorted(rows)])


def view_fields() -> str:
    """Every view with its fields and their types."""
    lines = []
    named = [getattr(views, name) for name in views.__all__]
    shown = [view for view in named if isinstance(view, type) and view is not views.View]
    for view in sorted(shown, key=lambda view: (not issubclass(view, views.View), view.__name__)):
        doc = " ".join((view.__doc__ or "").split("\n\n")[0].split())
        lines.append(f"**{view.__name__}**: {doc}\n")
        for field in msgspec.structs.fields(view):
            kind = field.type if isinstance(field.type, str) else getattr(field.type, "__name__", "")
            kind = kind if not hasattr(field.type, "__args__") else str(field.type)
            kind = re.sub(r"\b(?:[a-z_]+\.)+([A-Z])", r"\1", str(kind))
            lines.append(f"- `{field.name}`: {kind}")
        lines.append("")
    return "\n".join(lines).strip()


def contrasts() -> str:
    """How the colours of the default theme stand out, by WCAG 2.2's formula."""
    schemes = design.schemes((REPOSITORY / "themes/default/static/main.css").read_text())
    lines = ["| what | on | light | dark |", "|---|---|---:|---:|"]
    for front, back, words in design.PAIRS:
        figures = [f"{design.contrast(colours[front], colours[back]):.1f}" for colours in schemes]
        lines.append(f"| {words} `{front}` | `{back}` | {' | '.join(figures)} |")
    return "\n".join(lines)


GENERATED: dict[str, tuple[str, Callable[[], str]]] = {
    "rules": ("problems.md", rules),
    "views": ("themes.md", view_fields),
    "contrasts": ("../themes/default/DESIGN.md", contrasts),
}


@pytest.mark.parametrize("name", GENERATED)
def test_generated_lists_are_those_of_the_program(name: str, update_sites: bool) -> None:
    """``pytest --update-sites`` writes them anew."""
    file, make = GENERATED[name]
    path = DOCS / file
    marker = re.compile(rf"(<!-- generated: {name} -->\n).*?(<!-- end -->)", re.DOTALL)
    text = path.read_text()
    expected = marker.sub(lambda match: f"{match[1]}\n{make()}\n\n{match[2]}", text)
    if update_sites:
        path.write_text(expected)
    assert path.read_text() == expected


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


@pytest.mark.parametrize("path", sorted([*DOCS.glob("*.md"), REPOSITORY / "README.md"]), ids=lambda path: path.name)
def test_links_between_documents_lead_somewhere(path: Path) -> None:
    """But for those in examples, which stand in code."""
    prose = re.sub(r"```.*?```|`[^`]*`", "", path.read_text(), flags=re.DOTALL)
    for target in re.findall(r"\]\((?!https?:)([^)#]+\.md)\)", prose):
        assert (path.parent / target).exists(), target


def test_the_guides_name_every_key() -> None:
    for language in ("vi", "en"):
        text = (DOCS / f"editors.{language}.md").read_text()
        for key in (*ArticleFields.model_fields, *AgreementFields.model_fields):
            assert f"`{key}`" in text, key


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
    for path in (root / "site").rglob("index.html"):
        text = path.read_text()
        assert re.search(r'<link rel="stylesheet" href="[./]*static/colours\.[0-9a-f]{10}\.css">', text), path
        assert text.count("Hotline: 1900 1234") == 1, path
    assert '<p class="notice">Bản tin</p>' in (root / "site/gioi-thieu/index.html").read_text()


@pytest.mark.parametrize(("front", "back"), [pair[:2] for pair in design.PAIRS])
def test_colours_stand_out(front: str, back: str) -> None:
    least = 3.0 if front in ("--mark", "--focus") else 4.5
    for colours in design.schemes((REPOSITORY / "themes/default/static/main.css").read_text()):
        assert design.contrast(colours[front], colours[back]) >= least
    assert design.contrast("#000", "#ffffff") == pytest.approx(21)
