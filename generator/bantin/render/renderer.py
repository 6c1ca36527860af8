"""RENDER: pages → artifacts, through the templates of a theme."""

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache, partial, wraps
from gettext import NullTranslations
from pathlib import Path
from time import perf_counter
from types import TracebackType
from typing import Any, get_args

import jinja2
from jinja2 import ChoiceLoader, PrefixLoader, StrictUndefined
from jinja2.exceptions import SecurityError
from jinja2.filters import FILTERS
from msgspec import Struct
from msgspec.structs import replace

from bantin.content.discover import display_path
from bantin.content.record_cache import decode_text
from bantin.domain.problems import Checked, Kind, Language, Location, Problem
from bantin.domain.text.number_format import format_integer
from bantin.index import Directory
from bantin.render import problems
from bantin.render.artifact import Artifact, Keep, Rendered, StagedFile
from bantin.render.compiled import CompiledTemplates, compiled_templates
from bantin.render.environment import environment_class
from bantin.render.template_loader import ThemeLoader
from bantin.render.theme import Theme
from bantin.render.translations import load_translations
from bantin.render.writers import written
from bantin.runtime.cache import Store
from bantin.runtime.workers import Workers
from bantin.site import Page
from bantin.site import problems as site_problems
from bantin.site.addresses import output_path
from bantin.site.bodies import Texts, filled
from bantin.site.linked_data import linked
from bantin.site.plugin_failures import FAULTS, failure
from bantin.site.skeleton import Skeleton, encode_skeleton
from bantin.site.template_filter import Filter
from bantin.site.views import SiteView, View

_TEMPLATES = "templates"
_NO_ATTRIBUTE = re.compile(r"'(?:[\w.]+\.)?(\w+) object' has no attribute '([^']*)'")


class Frame(Struct, frozen=True):
    """The common inputs of all pages in one language; texts are read from ``store``.

    ``root`` is the folder of the bulletin, which paths in problems are relative to. ``digest`` changes if anything
    changes that all of these pages depend on (see :func:`framed`). If ``compiled`` is true, compiled templates are
    cached for later builds. If ``sandboxed`` is true, the theme is not trusted.
    """

    site: SiteView
    theme: Theme
    root: Path
    store: Store
    digest: bytes
    compiled: bool = False
    sandboxed: bool = False
    filters: tuple[Filter, ...] = ()


Frames = Mapping[str, Frame]
"""The frames of a bulletin's languages, by the prefixes of their sites; the main language has the empty prefix."""

Directories = Mapping[str, Directory]
"""The directories of a bulletin's languages, by the same prefixes."""


def framed(
    directory: Directory,
    site: SiteView,
    theme: Theme,
    root: Path,
    store: Store,
    *,
    compiled: bool = False,
    sandboxed: bool = False,
    filters: tuple[Filter, ...] = (),
) -> Frame:
    """The frame of the pages whose views are built with ``directory``; ``filters`` are those of plugins."""
    # A page that was rendered without a sandbox must not be reused with one, so that is part of the digest.
    said = repr((directory, site, theme.digest, sandboxed)).encode()
    digest = hashlib.blake2b(said, key=store.version, digest_size=16).digest()
    return Frame(site, theme, root, store, digest, compiled, sandboxed, filters)


class FilterFailed(Exception):
    """The filter of a plugin raised an error."""

    def __init__(self, failed: Filter, error: BaseException) -> None:
        self.failed = failed
        self.error = error
        super().__init__(failed, error)


def taken_filters(filters: Sequence[Filter]) -> Iterator[Problem]:
    """The problems of plugin filters whose name belongs to a filter of Jinja, of Bantin or of another plugin."""
    known = {*FILTERS, "number", "linked"}
    for one in filters:
        if one.name in known:
            yield site_problems.PLUGIN_FILTER_TAKEN.at(Location(one.plugin), plugin=one.plugin, name=one.name)
        known.add(one.name)


def _guarded(one: Filter) -> Callable[..., object]:
    @wraps(one.function)
    def call(*values: object, **named: object) -> object:
        try:
            return one.function(*values, **named)
        except FAULTS as error:
            raise FilterFailed(one, error) from error

    return call


class Renderer:
    """Renders pages through one theme in one language. Templates have the variables ``page`` and ``site``."""

    def __init__(
        self,
        theme: Theme,
        language: Language,
        translations: NullTranslations,
        compiled: CompiledTemplates | None = None,
        *,
        sandboxed: bool = False,
        filters: Iterable[Filter] = (),
    ) -> None:
        by_theme = PrefixLoader({layer.theme: ThemeLoader(layer.within(_TEMPLATES)) for layer in theme.layers})
        self._environment = environment_class(sandboxed=sandboxed)(
            translations,
            loader=ChoiceLoader([ThemeLoader(theme.within(_TEMPLATES)), by_theme]),
            autoescape=jinja2.select_autoescape(("html", "xml")),
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            bytecode_cache=compiled,
        )
        self._environment.filters.update({one.name: _guarded(one) for one in filters})
        self._environment.filters["number"] = lambda number: format_integer(int(number), language)
        self._environment.filters["linked"] = linked
        # It generates random text, but the same content must always give the same site.
        del self._environment.globals["lipsum"]

    def render(self, address: str, template: str, view: View, site: SiteView, root: Path) -> Checked[Artifact]:
        """Renders the page at ``address``: its file, or the problem of the theme; ``root`` is as in :class:`Frame`."""
        data = written(view)
        if data is not None:
            return Checked(Artifact(output_path(address), data))
        try:
            text = self._environment.get_template(template).render(page=view, site=site)
        except Exception as error:  # noqa: BLE001 - a template can raise anything, and a theme's author is told of it
            return Checked(None, (_problem(error, address, template, root),))
        return Checked(Artifact(output_path(address), text.strip().encode() + b"\n"))


def render(
    pages: Sequence[Page],
    directories: Directories,
    frames: Frames,
    workers: Workers,
    keep: Keep | None = None,
    *,
    with_skeletons: bool = False,
) -> Iterator[Rendered]:
    """Renders ``pages``: yields their results in order.

    The worker that renders a page passes its artifact to ``keep``.

    If ``with_skeletons`` is true, results of pages with texts have their skeletons; those of dated pages always have
    them. Raises what ``keep`` raises.
    """
    for results in workers.each(
        partial(_render_piece, directories, frames, keep, with_skeletons=with_skeletons), pages
    ):
        yield from results


def render_skeletons(skeletons: Sequence[Skeleton[Any]], frames: Frames) -> Iterator[Rendered]:
    """Renders pages from their cached skeletons: yields their results in order."""
    texts = _texts_of(skeletons, frames)
    for skeleton in skeletons:
        made, seconds = _made(skeleton, frames[skeleton.prefix], texts)
        yield Rendered(_kept(made, None), skeleton.template, seconds)


def _render_piece(
    directories: Directories, frames: Frames, keep: Keep | None, pages: Sequence[Page], *, with_skeletons: bool
) -> list[Rendered]:
    texts = _texts_of(pages, frames)
    # In separate passes over all pages, which makes better use of the processor's caches.
    planned = [_skeleton(page, directories[page.prefix]) for page in pages]
    made = [
        _made(one.value, frames[one.value.prefix], texts) if one.value else (Checked[Artifact](None, one.problems), 0.0)
        for one in planned
    ]
    rows = [_row(one.value, with_skeletons=with_skeletons) if one.value else b"" for one in planned]
    kept = [_kept(one, keep) for one, _ in made]
    return [
        Rendered(result, page.template, seconds, row)
        for page, result, (_, seconds), row in zip(pages, kept, made, rows, strict=True)
    ]


def _skeleton(page: Page, directory: Directory) -> Checked[Skeleton[Any]]:
    """The skeleton of ``page``; a plugin may fail to build the view of its page."""
    if not page.plugin:
        view = page.blank(directory)
    else:
        try:
            view = page.blank(directory)
            if not isinstance(view, View):
                raise TypeError(f"{view!r} is no View")
        except FAULTS as error:
            kind = site_problems.PLUGIN_VIEW_FAILED
            return Checked(None, (failure(kind, page.plugin, error, page=f"/{page.address}"),))
    return Checked(Skeleton(page.address, page.prefix, page.template, page.texts, view, page.dated))


def _row(skeleton: Skeleton[Any], *, with_skeletons: bool) -> bytes:
    """The skeleton for the cache; empty if the page is not to be cached."""
    return encode_skeleton(skeleton) if skeleton.dated or (with_skeletons and skeleton.texts) else b""


def _texts_of(pages: Iterable[Page | Skeleton[Any]], frames: Frames) -> Texts:
    digests = {text.digest for page in pages for text in page.texts}
    return {digest: decode_text(text) for digest, text in frames[""].store.texts(digests).items()}


def _made(skeleton: Skeleton[Any], frame: Frame, texts: Texts) -> tuple[Checked[Artifact], float]:
    """The file of a page, and the seconds that its template took."""
    began = perf_counter()
    version = frame.store.version if frame.compiled else None
    renderer = _renderer(
        frame.theme, frame.site.language, frame.root, version, frame.filters, sandboxed=frame.sandboxed
    )
    view = filled(skeleton.view, skeleton.texts, texts)
    made = renderer.render(skeleton.address, skeleton.template, view, frame.site, frame.root)
    return made, perf_counter() - began


def _kept(result: Checked[Artifact], keep: Keep | None) -> Checked[Artifact | StagedFile]:
    made = result.value
    return Checked(keep(made) if keep and made else made, result.problems)


@lru_cache(maxsize=len(get_args(Language)))
def _renderer(
    theme: Theme, language: Language, root: Path, version: bytes | None, filters: tuple[Filter, ...], *, sandboxed: bool
) -> Renderer:
    """The renderer for one language, cached in each worker so that templates are loaded once.

    The digest of a theme is part of the key, so a changed theme gets a new renderer.
    """
    translations = load_translations(theme, language, root).value or NullTranslations()
    compiled = compiled_templates(version, language, sandboxed=sandboxed) if version else None
    return Renderer(theme, language, translations, compiled, sandboxed=sandboxed, filters=filters)


def _problem(error: Exception, address: str, template: str, root: Path) -> Problem:
    shown = f"/{address}"
    if isinstance(error, FilterFailed):
        failed = error.failed
        found = failure(site_problems.PLUGIN_FILTER_FAILED, failed.plugin, error.error, name=failed.name, page=shown)
        return replace(found, location=_raised_at(error.__traceback__, root) or Location(template))
    reason = error.message if isinstance(error, jinja2.TemplateError) and error.message else f"{error}"
    reason = _NO_ATTRIBUTE.sub(r"\1 has no “\2”", reason)
    if isinstance(error, jinja2.TemplateSyntaxError):
        at = Location(display_path(Path(error.filename or template), root), error.lineno)
        return problems.TEMPLATE_SYNTAX.at(at, reason=reason)
    if isinstance(error, jinja2.TemplateNotFound):
        at = _raised_at(error.__traceback__, root) or Location("content/site.yml")
        return problems.TEMPLATE_MISSING.at(at, name=error.name, page=shown)
    at = _raised_at(error.__traceback__, root) or Location(template)
    kind: Kind = problems.TEMPLATE_FAILED
    if isinstance(error, SecurityError):
        kind = problems.TEMPLATE_UNSAFE
    elif isinstance(error, jinja2.UndefinedError):
        kind = problems.TEMPLATE_UNDEFINED
    return kind.at(at, reason=reason, page=shown)


def _raised_at(traceback: TracebackType | None, root: Path) -> Location | None:
    """The place of the innermost template in ``traceback``, which Jinja has rewritten to show lines of templates."""
    found = None
    while traceback is not None:
        if "__jinja_exception__" in traceback.tb_frame.f_globals:
            path = Path(traceback.tb_frame.f_code.co_filename)
            found = Location(display_path(path, root), traceback.tb_lineno)
        traceback = traceback.tb_next
    return found
