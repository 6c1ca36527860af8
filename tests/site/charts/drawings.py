"""Pages of charts, rendered with the default theme and parsed as a browser would."""

from functools import cache

from lxml import html
from msgspec.structs import replace

from bantin.domain.problems import Language
from bantin.index import Bulletin
from bantin.render.renderer import Renderer
from bantin.render.translations import load_translations
from bantin.site import Page
from bantin.site.views import SiteView
from tests.conftest import REPOSITORY
from tests.index.contents import bulletin
from tests.render.themes import assets_of, theme_of
from tests.site.plans import planned


@cache
def _renderer(language: Language) -> Renderer:
    theme = theme_of(REPOSITORY, "default")
    translations = load_translations(theme, language, REPOSITORY).value
    assert translations
    return Renderer(theme, language, translations)


@cache
def _site() -> SiteView:
    return replace(planned(bulletin()).site, assets=dict(assets_of(REPOSITORY, "default").addresses))


class Drawn:
    """A rendered page of charts."""

    def __init__(self, page: Page, made: Bulletin) -> None:
        renderer = _renderer(made.directory.site.language)
        checked = renderer.render(page.address, page.template, page.blank(made.directory), _site(), REPOSITORY)
        assert checked.problems == ()
        assert checked.value
        self.data = checked.value.data
        self._tree = html.fromstring(self.data.decode())

    def find(self, path: str) -> list[html.HtmlElement]:
        """The elements that match an XPath."""
        found = self._tree.xpath(path)
        assert isinstance(found, list)
        return found

    def texts(self, path: str) -> list[str]:
        """The texts of the elements that match an XPath."""
        return [" ".join(element.text_content().split()) for element in self.find(path)]

    def rows(self, anchor: str) -> list[list[str]]:
        """The cells of the table of the chart with this anchor."""
        rows = self.find(f"//figure[.//h2[@id='bt-{anchor}']]//tbody/tr")
        return [[" ".join(cell.text_content().split()) for cell in row] for row in rows]

    def links(self, anchor: str, place: str) -> list[str]:
        """The addresses, from the root of the site, of the links in the drawing (``svg``) or the table of a chart."""
        found = self.find(f"//figure[.//h2[@id='bt-{anchor}']]//{place}//a/@href")
        return [str(link).replace("../", "") for link in found]
