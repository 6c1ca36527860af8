"""RENDER: pages → artifacts, through the templates of a theme."""

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache, partial
from gettext import NullTranslations
from pathlib import Path
from time import perf_counter
from types import TracebackType
from typing import get_args

import jinja2
from jinja2 import ChoiceLoader, FileSystemLoader, PrefixLoader, StrictUndefined
from msgspec import Struct

from generator.bulletin import Directory
from generator.cache import Store
from generator.content.discover import told_path
from generator.content.memory import decode_text
from generator.errors import Checked, Kind, Language, Location, Problem
from generator.pages import Page
from generator.pages.addresses import output_path
from generator.pages.linked import linked
from generator.pages.views import SiteView, View
from generator.render import problems
from generator.render.artifact import Artifact, Keep, Kept, Rendered
from generator.render.environment import QuickEnvironment
from generator.render.theme import Theme
from generator.render.translations import load_translations
from generator.render.writers import WRITERS
from generator.text.numbers import format_integer
from generator.workers import Workers

_TEMPLATES = "templates"
_NO_ATTRIBUTE = re.compile(r"'(?:[\w.]+\.)?(\w+) object' has no attribute '([^']*)'")


class Frame(Struct, frozen=True):
    """What all pages in one language are rendered with; paths are told from ``root``, texts are read from ``store``."""

    directory: Directory
    site: SiteView
    theme: Theme
    root: Path
    store: Store

    @property
    def digest(self) -> bytes:
        """What tells whether any of it has changed but for the texts, which are told apart by their own digests."""
        said = (self.directory, self.site, self.theme.digest)
        return hashlib.blake2b(repr(said).encode(), key=self.store.version, digest_size=16).digest()


Frames = Mapping[str, Frame]
"""The frames of a bulletin's languages, by the prefixes of their sites; that of the main one is empty."""


class Renderer:
    """Renders pages through one theme in one language. A template sees ``page`` and ``site``, nothing else."""

    def __init__(self, theme: Theme, language: Language, translations: NullTranslations) -> None:
        bundled = {layer.theme: layer.folder / _TEMPLATES for layer in theme.layers}
        by_theme = PrefixLoader({name: FileSystemLoader(folder) for name, folder in bundled.items()})
        self._environment = QuickEnvironment(
            translations,
            loader=ChoiceLoader([FileSystemLoader(theme.folders(_TEMPLATES)), by_theme]),
            autoescape=jinja2.select_autoescape(("html", "xml")),
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        self._environment.filters["number"] = lambda number: format_integer(int(number), language)
        self._environment.filters["linked"] = linked
        # It makes random text, and the same content must make the same site.
        del self._environment.globals["lipsum"]

    def render(self, page: Page, view: View, site: SiteView, root: Path) -> Checked[Artifact]:
        """The file that ``page`` becomes, or what is wrong with the theme; paths are told from ``root``."""
        writer = WRITERS.get(type(view))
        if writer:
            return Checked(Artifact(output_path(page.address), writer(view).encode()))
        try:
            text = self._environment.get_template(page.template).render(page=view, site=site)
        except Exception as error:  # noqa: BLE001 - a template can raise anything, and a theme's author is told of it
            return Checked(None, (_problem(error, page, root),))
        return Checked(Artifact(output_path(page.address), text.strip().encode() + b"\n"))


def render(pages: Sequence[Page], frames: Frames, workers: Workers, keep: Keep | None = None) -> Iterator[Rendered]:
    """The artifacts of ``pages``, in their order; each is given to ``keep`` by the worker that makes it.

    Raises what ``keep`` raises.
    """
    for results in workers.each(partial(_render_piece, frames, keep), pages):
        yield from results


def _render_piece(frames: Frames, keep: Keep | None, pages: Sequence[Page]) -> list[Rendered]:
    digests = {digest for page in pages for digest in page.texts}
    texts = {digest: decode_text(text) for digest, text in frames[""].store.texts(digests).items()}
    rendered = []
    for page in pages:
        frame = frames[page.prefix]
        renderer = _renderer(frame.theme, frame.site.language, frame.root)
        began = perf_counter()
        result = renderer.render(page, page.view(frame.directory, texts), frame.site, frame.root)
        seconds = perf_counter() - began
        rendered.append(Rendered(_kept(result, keep), page.template, seconds))
    return rendered


def _kept(result: Checked[Artifact], keep: Keep | None) -> Checked[Artifact | Kept]:
    made = result.value
    return Checked(keep(made) if keep and made else made, result.problems)


@lru_cache(maxsize=len(get_args(Language)))
def _renderer(theme: Theme, language: Language, root: Path) -> Renderer:
    """A worker compiles the templates once for each language.

    A theme knows its digest, so a changed one is never served from here.
    """
    return Renderer(theme, language, load_translations(theme, language, root).value or NullTranslations())


def _problem(error: Exception, page: Page, root: Path) -> Problem:
    shown = f"/{page.address}"
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
