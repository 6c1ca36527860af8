"""The pages that a build caches for the next one, without what that may replace: their texts, or the day of the build.

Such a page is a *skeleton*. With it, the theme and the settings, the page can be rendered again without reading,
indexing or planning anything.
"""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

import msgspec
from msgspec import Struct

from bantin.build.request import BuildContext, Edition, Request, Stage
from bantin.build.up_to_date import LastBuild
from bantin.domain.model import Article, StaticPage
from bantin.output.publish import RECEIPT, FileStates, Output, Report, reserve, stage
from bantin.output.publish.receipt import Certify
from bantin.render import Artifact, Frame, Frames, Theme, render_skeletons
from bantin.runtime.cache import DamagedCache, Store
from bantin.site.skeleton import Skeleton, decode_skeleton
from bantin.site.views import SiteView

if TYPE_CHECKING:
    # For annotations only: it takes long to load.
    from bantin.build.prepare import PreparedSite

_AT_ONCE = 1_000


class ShownText(Struct, frozen=True, array_like=True):
    """The digest of a file, and the keys of the skeletons of the pages that show its text, by address."""

    digest: str
    pages: dict[str, bytes]


class Setting(Struct, frozen=True, array_like=True):
    """The parts of a frame besides theme and folders."""

    site: SiteView
    digest: bytes


class CachedPages(Struct, frozen=True, array_like=True):
    """The pages that show each text, by the path of its file, and what these pages are rendered with.

    ``dated`` are the keys of the skeletons of the pages that say for which day the site was built, by address.
    """

    theme: Theme
    base_url: str
    redirects: dict[str, str]
    gone: tuple[str, ...]
    drafts: bool
    preview: str
    settings: dict[str, Setting]
    texts: dict[str, ShownText]
    dated: dict[str, bytes]


# Only the folders of themes are of a type that msgspec does not know.
_ENCODER = msgspec.msgpack.Encoder(enc_hook=str)
_DECODER = msgspec.msgpack.Decoder(CachedPages, dec_hook=lambda kind, value: kind(value))


def shown_by(prepared: "PreparedSite") -> bytes:
    """Encodes the :class:`CachedPages` of a site. There are no texts if pages name commits, which any edit changes."""
    keys = prepared.blank_keys
    showing: dict[str, dict[str, bytes]] = {}
    written: tuple[Article | StaticPage, ...] = ()
    if keeps_texts(prepared):
        for page in prepared.pages:
            for text in page.texts:
                showing.setdefault(text.digest, {})[page.address] = keys[page.address]
        written = (*prepared.bulletin.articles, *prepared.bulletin.pages)
    shown = CachedPages(
        theme=prepared.theme,
        base_url=prepared.subject.base_url,
        redirects=dict(prepared.subject.redirects),
        gone=prepared.subject.gone,
        drafts=prepared.subject.drafts,
        preview=prepared.subject.preview,
        settings={prefix: Setting(frame.site, frame.digest) for prefix, frame in prepared.frames.items()},
        texts={one.path: ShownText(one.digest, showing.get(one.digest, {})) for one in written},
        dated={page.address: keys[page.address] for page in prepared.pages if page.dated},
    )
    return encoded(shown)


def keeps_texts(prepared: "PreparedSite") -> bool:
    """Checks that no page of a site names a commit, which every edit changes: only then can texts be put into pages."""
    return not prepared.bulletin.history.head


class SkeletonWriter:
    """Caches the skeletons of the site in the folder ``place``, many at a time."""

    def __init__(self, store: Store, place: str, keys: Mapping[str, bytes]) -> None:
        self._store = store
        self._place = place
        self._keys = keys
        self._rows: dict[str, bytes] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is None:
            self._write()

    def take(self, address: str, skeleton: bytes) -> None:
        """Caches the page at ``address``. The key at the beginning of a row identifies its version."""
        self._rows[_subject(self._place, address)] = self._keys[address] + skeleton
        if len(self._rows) >= _AT_ONCE:
            self._write()

    def forget_others(self, last: LastBuild) -> None:
        """Removes the pages of the ``last`` build that exist no more."""
        shown = decoded(last)
        if shown:
            before = {address for text in shown.texts.values() for address in text.pages} | shown.dated.keys()
            gone = before - self._keys.keys()
            self._store.drop_notes(_subject(self._place, address) for address in gone)

    def _write(self) -> None:
        self._store.note_all(self._rows)
        self._rows = {}


def load_skeletons(place: str, keys: Mapping[str, bytes], store: Store) -> list[Skeleton[Any]] | None:
    """Loads the skeletons of the pages with these ``keys`` by address; ``None`` if one of them is not cached."""
    skeletons = []
    for address, key in keys.items():
        row = store.noted(_subject(place, address))
        if row is None or not row.startswith(key):
            return None
        try:
            skeletons.append(decode_skeleton(row.removeprefix(key)))
        except ValueError as error:
            raise DamagedCache from error
    return skeletons


def frames_of(shown: CachedPages, request: Request, store: Store) -> Frames:
    """The frames to render skeletons with, by the prefixes of the languages."""
    return {
        prefix: Frame(
            one.site, shown.theme, request.root, store, one.digest, compiled=True, sandboxed=request.sandboxed
        )
        for prefix, one in shown.settings.items()
    }


def rendered(skeletons: Sequence[Skeleton[Any]], frames: Frames, tools: BuildContext) -> list[Artifact] | None:
    """Renders ``skeletons``; ``None`` if one of them fails."""
    artifacts = []
    tools.progress(Stage.RENDER, 0, len(skeletons))
    for done, made in enumerate(render_skeletons(skeletons, frames)):
        tools.progress(Stage.RENDER, done, len(skeletons))
        tools.stopwatch(made.template, made.seconds)
        if not isinstance(made.result.value, Artifact):
            return None
        artifacts.append(made.result.value)
    return artifacts


def publish(
    skeletons: Sequence[Skeleton[Any]],
    frames: Frames,
    edition: Edition,
    certify: Callable[[Path], Certify],
    *,
    request: Request,
    output: Output,
    tools: BuildContext,
    store: Store,
    others: Sequence[Artifact] = (),
    before: Mapping[str, bytes] = {},
    keys: Mapping[str, bytes] = {},
) -> Report | None:
    """Renders ``skeletons``, and publishes them with ``others`` in place of the files of ``edition`` at their paths.

    ``certify`` is given the folder of the site before anything is written. ``before`` and ``keys`` are the keys of the
    pages as they are published and as they become, by output path. Returns ``None``, without publishing, if a page
    fails or a file of the site is not as the last build left it.
    """
    with reserve(output, request.root) as reserved:
        file_states = FileStates(store, reserved)
        whole = file_states.untouched(edition.paths)
        pages = rendered(skeletons, frames, tools)
        if whole is None or pages is None or any(whole[path].key != key for path, key in before.items()):
            return None
        artifacts = [*pages, *others]
        written = {RECEIPT, *(one.path for one in artifacts)}
        unchanged = {path: whole[path] for path in edition.paths if path not in written}
        sums = {path: left.sum for path, left in unchanged.items()}
        with stage(artifacts, (), sums, request.root, reserved, certify=certify(reserved.folder)) as staged:
            if staged.problems:
                return None
            tools.progress(Stage.PUBLISH, 0, 0)
            report = staged.commit()
        file_states.note(keys, staged.sums, unchanged)
    return report


def encoded(shown: CachedPages) -> bytes:
    """Encodes ``shown`` for :func:`decoded`."""
    return _ENCODER.encode(shown)


def decoded(last: LastBuild) -> CachedPages | None:
    """The cached pages of the ``last`` build; ``None`` if there are none."""
    try:
        return _DECODER.decode(last.shown) if last.shown else None
    except ValueError as error:
        raise DamagedCache from error


def _subject(place: str, address: str) -> str:
    return f"skeleton {place} {address}"
