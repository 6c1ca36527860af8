"""Themes written for tests, and pages rendered through them."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from generator.content.settings import SITE as SITE_PATH
from generator.errors import Checked, Language
from generator.executors import SerialExecutor
from generator.pages import Page
from generator.pages.views.pages import View
from generator.render import Artifact, Assets, Theme, load_assets, load_theme, render
from tests.bulletin.contents import SITE, bulletin
from tests.bulletins import write
from tests.pages.plans import planned

CHILD = {"themes/mine/theme.yml": "name: Mine\nextends: default\n"}
ALONE = {"themes/mine/theme.yml": "name: Mine\n"}


def theme_of(root: Path, name: str = "mine") -> Theme:
    """A theme that is sound."""
    checked = load_theme(root, name, SITE_PATH)
    assert checked.problems == ()
    assert checked.value is not None
    return checked.value


def assets_of(root: Path, name: str = "mine") -> Assets:
    """The static files of a theme that is sound."""
    checked = load_assets(theme_of(root, name), root)
    assert checked.problems == ()
    assert checked.value is not None
    return checked.value


def page(template: str, url: str = "trang/", title: str = "Tiêu đề") -> Page:
    return Page(View(url=url, title=title), template)


def rendered(root: Path, *pages: Page, theme: str = "mine", language: Language = "vi") -> list[Checked[Artifact]]:
    """What each page becomes through a theme of ``root``."""
    site = planned(bulletin(site=replace(SITE, language=language))).site
    site = replace(site, assets=dict(assets_of(root, theme).addresses))
    return list(render(pages, site, theme_of(root, theme), root, SerialExecutor()))


def text_of(root: Path, templates: Mapping[str, str], name: str, title: str = "Tiêu đề", **options: Language) -> str:
    """What the page called ``title`` becomes through the template ``name`` of a theme with ``templates``."""
    write(root, CHILD, {f"themes/mine/templates/{path}": text for path, text in templates.items()})
    (checked,) = rendered(root, page(name, title=title), **options)
    assert checked.problems == ()
    assert checked.value is not None
    return checked.value.data.decode()


def problem_of(root: Path, templates: Mapping[str, str], name: str = "a.html") -> tuple[str, str, str]:
    """The code, the place and the message of what is wrong with the template ``name``."""
    write(root, CHILD, {f"themes/mine/templates/{path}": text for path, text in templates.items()})
    (checked,) = rendered(root, page(name))
    assert checked.value is None
    (problem,) = checked.problems
    return problem.code, str(problem.location), problem.message("en")
