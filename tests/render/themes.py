"""Themes for tests, and pages rendered with them."""

from collections.abc import Mapping
from pathlib import Path

from msgspec.structs import replace

from bantin.content.files import SITE as SITE_PATH
from bantin.domain.problems import Checked, Language
from bantin.index import Directory
from bantin.render import Artifact, Assets, StagedFile, Theme, framed, load_assets, render
from bantin.render.theme_loading import load_theme
from bantin.runtime.cache import open_store
from bantin.runtime.workers import local
from bantin.site import Page
from bantin.site.page import PageContent
from bantin.site.views.pages import View
from tests.bulletins import write
from tests.index.contents import SITE, bulletin
from tests.site.plans import planned

CHILD = {"themes/mine/theme.yml": "name: Mine\nextends: default\n"}
ALONE = {"themes/mine/theme.yml": "name: Mine\n"}


def theme_of(root: Path, name: str = "mine") -> Theme:
    """Loads a valid theme."""
    checked = load_theme(root, name, SITE_PATH)
    assert checked.problems == ()
    assert checked.value is not None
    return checked.value


def assets_of(root: Path, name: str = "mine") -> Assets:
    """The static files of a valid theme."""
    checked = load_assets(theme_of(root, name), root)
    assert checked.problems == ()
    assert checked.value is not None
    return checked.value


def page(template: str, url: str = "trang/", title: str = "Tiêu đề") -> Page:
    return Page(url, title, template, Plain())


class Plain(PageContent, frozen=True):
    """A view with only an address and a title."""

    def view(self, _directory: Directory, url: str, title: str) -> View:
        return View(url=url, title=title)


def rendered(
    root: Path, *pages: Page, theme: str = "mine", language: Language = "vi", jobs: int = 1
) -> list[Checked[Artifact]]:
    """Renders each page with a theme of ``root``."""
    made = bulletin(site=replace(SITE, language=language))
    site = replace(planned(made).site, assets=dict(assets_of(root, theme).addresses))
    with open_store(None, b"") as store:
        frame = framed(made.directory, site, theme_of(root, theme), root, store)
        results = [one.result for one in render(pages, {"": made.directory}, {"": frame}, local(jobs))]
    return [Checked(one.value, one.problems) for one in results if not isinstance(one.value, StagedFile)]


def text_of(
    root: Path, templates: Mapping[str, str], name: str, title: str = "Tiêu đề", language: Language = "vi"
) -> str:
    """The page called ``title``, rendered with the template ``name`` of a theme with ``templates``."""
    write(root, CHILD, {f"themes/mine/templates/{path}": text for path, text in templates.items()})
    (checked,) = rendered(root, page(name, title=title), language=language)
    assert checked.problems == ()
    assert checked.value is not None
    return checked.value.data.decode()


def problem_of(root: Path, templates: Mapping[str, str], name: str = "a.html") -> tuple[str, str, str]:
    """The code, the place and the message of the problem of the template ``name``."""
    write(root, CHILD, {f"themes/mine/templates/{path}": text for path, text in templates.items()})
    (checked,) = rendered(root, page(name))
    assert checked.value is None
    (problem,) = checked.problems
    return problem.code, str(problem.location), problem.message("en")
