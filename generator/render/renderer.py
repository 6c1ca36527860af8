"""RENDER: pages → artifacts, through the templates of a theme."""

import re
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor
from functools import lru_cache, partial
from gettext import NullTranslations
from pathlib import Path
from types import TracebackType

import jinja2
from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PrefixLoader, StrictUndefined

from generator.content.discover import told_path
from generator.errors import Checked, Kind, Language, Location, Problem
from generator.executors import chunks
from generator.pages import Page
from generator.pages.addresses import output_path
from generator.pages.views import SiteView
from generator.render import problems
from generator.render.artifact import Artifact
from generator.render.theme import Theme
from generator.render.translations import load_translations
from generator.text.numbers import format_integer

_TEMPLATES = "templates"
_NO_ATTRIBUTE = re.compile(r"'(?:[\w.]+\.)?(\w+) object' has no attribute '([^']*)'")


class Renderer:
    """Renders pages through one theme in one language. A template sees ``page`` and ``site``, nothing else."""

    def __init__(self, theme: Theme, language: Language, translations: NullTranslations) -> None:
        bundled = {layer.theme: layer.folder / _TEMPLATES for layer in theme.layers}
        by_theme = PrefixLoader({name: FileSystemLoader(folder) for name, folder in bundled.items()})
        self._environment = Environment(
            loader=ChoiceLoader([FileSystemLoader(theme.folders(_TEMPLATES)), by_theme]),
            autoescape=jinja2.select_autoescape(("html", "xml")),
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            extensions=["jinja2.ext.i18n"],
        )
        self._environment.filters["number"] = lambda number: format_integer(int(number), language)
        # It makes random text, and the same content must make the same site.
        del self._environment.globals["lipsum"]
        install: Callable[..., None] = self._environment.install_gettext_translations  # type: ignore[attr-defined]
        install(translations, newstyle=True)

    def render(self, page: Page, site: SiteView, root: Path) -> Checked[Artifact]:
        """The file that ``page`` becomes, or what is wrong with the theme; paths are told from ``root``."""
        try:
            text = self._environment.get_template(page.template).render(page=page.view, site=site)
        except Exception as error:  # noqa: BLE001 - a template can raise anything, and a theme's author is told of it
            return Checked(None, (_problem(error, page, root),))
        return Checked(Artifact(output_path(page.view.url), text.strip().encode() + b"\n"))


def render(
    pages: Sequence[Page], site: SiteView, theme: Theme, root: Path, executor: Executor
) -> Iterator[Checked[Artifact]]:
    """The artifacts of ``pages``, in their order."""
    work = partial(_render_chunk, site, theme, root)
    for results in executor.map(work, chunks(pages)):
        yield from results


def _render_chunk(site: SiteView, theme: Theme, root: Path, pages: Sequence[Page]) -> list[Checked[Artifact]]:
    renderer = _renderer(theme, site.language, root)
    return [renderer.render(page, site, root) for page in pages]


@lru_cache(maxsize=1)
def _renderer(theme: Theme, language: Language, root: Path) -> Renderer:
    """A worker compiles the templates once. A theme knows its digest, so a changed one is never served from here."""
    return Renderer(theme, language, load_translations(theme, language, root).value or NullTranslations())


def _problem(error: Exception, page: Page, root: Path) -> Problem:
    shown = f"/{page.view.url}"
    reason = error.message if isinstance(error, jinja2.TemplateError) and error.message else f"{error}"
    reason = _NO_ATTRIBUTE.sub(r"\1 has no “\2”", reason)
    if isinstance(error, jinja2.TemplateSyntaxError):
        at = Location(told_path(Path(error.filename or page.template), root), error.lineno)
        return problems.TEMPLATE_SYNTAX.at(at, reason=reason)
    if isinstance(error, jinja2.TemplateNotFound):
        at = _raised_at(error.__traceback__, root) or Location("content/site.yml")
        return problems.TEMPLATE_MISSING.at(at, name=error.name, page=shown)
    at = _raised_at(error.__traceback__, root) or Location(page.template)
    kind: Kind = problems.TEMPLATE_FAILED
    if isinstance(error, jinja2.UndefinedError):
        kind = problems.TEMPLATE_UNDEFINED
    return kind.at(at, reason=reason, page=shown)


def _raised_at(traceback: TracebackType | None, root: Path) -> Location | None:
    """The innermost line of a template in a traceback that Jinja has rewritten to speak of templates."""
    found = None
    while traceback is not None:
        if "__jinja_exception__" in traceback.tb_frame.f_globals:
            path = Path(traceback.tb_frame.f_code.co_filename)
            found = Location(told_path(path, root), traceback.tb_lineno)
        traceback = traceback.tb_next
    return found
