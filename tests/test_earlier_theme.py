"""Themes made for an earlier version still build, as ``docs/versioning.md`` promises."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.bulletins import build_site, files_of, write
from tests.conftest import REPOSITORY
from tests.test_sites import SITES

EARLIER = REPOSITORY / "tests/earlier_theme/templates"
GREEN = {
    "themes/green/theme.yml": "name: Green\nextends: default\n",
    "themes/green/static/colours.css": ":root { --accent: #14532d }\n",
    "themes/green/templates/base.html": (
        '{% extends "default/base.html" %}\n'
        "{% block styles %}"
        '<link rel="stylesheet" href="{{ page.root }}{{ site.assets["colours.css"] }}">{% endblock %}\n'
    ),
    "themes/green/templates/chrome.html": (
        '{% import "default/chrome.html" as base %}\n'
        "{% set links, metadata, header, display, languages = "
        "base.links, base.metadata, base.header, base.display, base.languages %}\n"
        "{% set counter = base.counter %}\n"
        "{% macro footer(site, root) %}\n<p><strong>Hotline: 1900 1234</strong></p>\n"
        "{{ base.footer(site, root) }}\n{% endmacro %}\n"
    ),
    "themes/green/templates/page.html": (
        '{% extends "default/page.html" %}\n'
        '{% block main %}{{ super() }}<p class="notice">{{ site.publisher }}</p>{% endblock %}\n'
    ),
}
"""The theme that the guide for theme authors has shown since the first version."""


def ejected(root: Path) -> None:
    """All templates of the default theme, as ``bantin theme eject default`` copied them."""
    shutil.copytree(EARLIER, root / "themes/default/templates")


def extending(root: Path) -> None:
    """A theme of its own with all templates, which extends the default one."""
    shutil.copytree(EARLIER, root / "themes/earlier/templates")
    write(root, {"themes/earlier/theme.yml": "name: Earlier\nextends: default\n"})
    _choose(root, "earlier")


def of_the_guide(root: Path) -> None:
    """The theme of the guide: other colours, one more macro, one changed page."""
    write(root, GREEN)
    _choose(root, "green")


def _choose(root: Path, theme: str) -> None:
    settings = root / "content/site.yml"
    written = settings.read_text(encoding="utf-8")
    settings.write_text(f"{written}\ntheme: {theme}\n", encoding="utf-8")


@pytest.mark.parametrize("theme", [ejected, extending, of_the_guide])
@pytest.mark.parametrize("case", ["sample", "register", "records", "bilingual", "own-fields"])
def test_a_theme_of_an_earlier_version_still_builds(case: str, theme: Callable[[Path], None], tmp_path: Path) -> None:
    root = tmp_path / "bulletin"
    shutil.copytree(SITES / case / "input", root, ignore=shutil.ignore_patterns("themes"))
    theme(root)
    build_site(root)
    pages = [path for path in files_of(root / "site") if path.endswith(".html")]
    expected = {path for path in files_of(SITES / case / "expected/site") if path.endswith(".html")}
    assert expected <= set(pages)
