"""An edit of texts alone: they are put into the pages that show them, and nothing is read, indexed or planned besides.

A build remembers each page that shows a text as it is without that (a *blank*), and which pages these are. When nothing
has changed since but texts, what is left to do is to put the new ones in. Whatever is in doubt is planned anew.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self
from zoneinfo import ZoneInfo

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from bantin.build.request import BuildContext, BuildResult, Edition, PublishedSite, Request, Stage
from bantin.build.up_to_date import LastBuild
from bantin.content.discover import Role, SourceFile, source_at
from bantin.content.files import SITE
from bantin.content.reread import read_again
from bantin.domain.model import Article, History, Link, Outline, StaticPage
from bantin.output.publish import RECEIPT, FileStates, Output, receipt_bytes, reserve, stage
from bantin.output.publish.receipt import Subject
from bantin.render import Artifact, Frame, Frames, Theme, load_theme, render_blanks
from bantin.runtime.cache import DamagedCache, Store
from bantin.site.addresses import output_path
from bantin.site.bodies import TextPart, headings_of
from bantin.site.page import key_with
from bantin.site.skeleton import Skeleton, decode_blank, encode_blank
from bantin.site.views import SiteView

if TYPE_CHECKING:
    # Much to load, which nothing here has a use for.
    from bantin.build.prepare import PreparedSite

_MOST = 20
"""How many texts are looked at; whoever changes more at once can wait."""

_AT_ONCE = 1_000


class _Text(Struct, frozen=True, array_like=True):
    """The text of a file of the bytes ``digest``, and the keys of the blanks of the pages that show it, by address."""

    digest: str
    pages: dict[str, bytes]


class _Setting(Struct, frozen=True, array_like=True):
    """What a frame is made of besides theme and folders."""

    site: SiteView
    digest: bytes


class PagesByText(Struct, frozen=True, array_like=True):
    """Which pages of a site show which texts, by the paths of their files, and what these pages are rendered with."""

    theme: str
    base_url: str
    redirects: dict[str, str]
    drafts: bool
    settings: dict[str, _Setting]
    texts: dict[str, _Text]


_DECODER = msgspec.msgpack.Decoder(PagesByText)


def shown_by(ready: "PreparedSite") -> bytes:
    """What to remember of a site for :func:`retouched`: nothing if it tells of commits, which every edit changes."""
    if ready.bulletin.history.head:
        return b""
    showing: dict[str, dict[str, bytes]] = {}
    for page in ready.pages:
        for text in page.texts:
            showing.setdefault(text.digest, {})[page.address] = ready.blank_keys[page.address]
    written: tuple[Article | StaticPage, ...] = (*ready.bulletin.articles, *ready.bulletin.pages)
    shown = PagesByText(
        theme=ready.theme.name,
        base_url=ready.subject.base_url,
        redirects=dict(ready.subject.redirects),
        drafts=ready.subject.drafts,
        settings={prefix: _Setting(frame.site, frame.digest) for prefix, frame in ready.frames.items()},
        texts={one.path: _Text(one.digest, showing.get(one.digest, {})) for one in written},
    )
    return msgspec.msgpack.encode(shown)


class SkeletonWriter:
    """Remembers the blanks of the site in the folder ``place`` as they are made, many at a time."""

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

    def take(self, address: str, blank: bytes) -> None:
        """Takes note of the page at ``address``. An older row is told from it by the key at its beginning."""
        self._rows[_subject(self._place, address)] = self._keys[address] + blank
        if len(self._rows) >= _AT_ONCE:
            self._write()

    def forget_others(self, last: LastBuild) -> None:
        """Forgets the pages that the ``last`` build had, and that there are no more."""
        shown = _decoded(last)
        if shown:
            gone = {address for text in shown.texts.values() for address in text.pages} - self._keys.keys()
            self._store.drop_notes(_subject(self._place, address) for address in gone)

    def _write(self) -> None:
        self._store.note_all(self._rows)
        self._rows = {}


def retouched(
    place: str,
    last: LastBuild,
    changed: Sequence[str],
    *,
    request: Request,
    output: Output,
    tools: BuildContext,
    store: Store,
) -> BuildResult | None:
    """The site in ``place`` with the texts as they are now, published; ``None`` if it has to be planned.

    That is so if what has ``changed`` since the ``last`` build is anything but a few texts, or if other pages, or
    whoever looks for problems, may notice it.
    """
    shown = _decoded(last)
    sources = _sources(changed, request)
    if shown is None or sources is None or (tools.find_engine and last.edition.search == "full"):
        return None
    tools.progress(Stage.READ, 0, 0)
    edits = [_edit(source, shown, last.edition, request, store) for source in sources]
    known = [one for one in edits if one is not None]
    theme = load_theme(request.root, shown.theme, SITE).value
    if len(known) < len(edits) or theme is None:
        return None
    keys = {address: key for edit in known for address, key in shown.texts[edit.path].pages.items()}
    return _published(_Task(place, shown, known, keys, theme, last.edition), request, output, tools, store)


class _Edit(Struct, frozen=True):
    """The text of the file ``path`` before and after it was changed."""

    path: str
    before: str
    after: str
    old: Outline
    new: Outline

    def part(self, old: TextPart) -> TextPart:
        """What a page shows in the place of ``old``: the links of both lead to the same."""
        leads = {_target(link): address for link, address in zip(self.old.links, old.addresses, strict=True)}
        drawn = {self.old.links[number].target: picture for number, picture in old.pictures}
        links = self.new.links
        pictures = ((number, drawn.get(link.target)) for number, link in enumerate(links) if link.is_image)
        return TextPart(
            self.after,
            tuple(leads[_target(link)] for link in links),
            tuple((number, picture) for number, picture in pictures if picture),
            headings_of(self.new),
        )


class _Task(Struct, frozen=True):
    """The ``edits`` to the site of ``edition`` in the folder ``place``, made with a ``theme``.

    It has ``shown`` the texts as they were; ``keys`` are of the blanks of the pages that show one of these, by address.
    """

    place: str
    shown: PagesByText
    edits: Sequence[_Edit]
    keys: Mapping[str, bytes]
    theme: Theme
    edition: Edition


def _sources(paths: Sequence[str], request: Request) -> list[SourceFile] | None:
    """The files at ``paths``; ``None`` if they are too many, or not all of them articles and pages."""
    if len(paths) > _MOST:
        return None
    try:
        found = [source_at(request.root, path) for path in paths]
    except OSError:
        return None
    sources = [one for one in found if one and one.role in (Role.ARTICLE, Role.PAGE)]
    return sources if len(sources) == len(found) else None


def _edit(source: SourceFile, shown: PagesByText, edition: Edition, request: Request, store: Store) -> _Edit | None:
    """What has changed in a file; ``None`` if more than its text has, or if the other pages may notice."""
    before, after = read_again(request.root, source, edition.language, ZoneInfo(edition.zone), store)
    text = shown.texts.get(source.path)
    if before is None or text is None or before.digest != text.digest:
        return None
    old, new = before.record, after.record
    if old.value is None or new.value is None:
        return None
    told = {problem for problem in edition.problems if problem.location.path == source.path}
    one, other = old.value.outline, new.value.outline
    same = (
        replace(old.value, digest=after.digest, outline=other) == new.value
        and {_target(link) for link in one.links} == {_target(link) for link in other.links}
        and {link.target for link in other.outward} <= {link.target for link in one.outward}
        and one.anchors <= other.anchors
        # Links in other languages lead to the heading that has the same place in a translation.
        and (len(shown.settings) == 1 or one.headings == other.headings)
        and told == set(new.problems)
    )
    return _Edit(source.path, before.digest, after.digest, one, other) if same else None


def _target(link: Link) -> tuple[str, bool]:
    return link.target, link.is_image


def _published(task: _Task, request: Request, output: Output, tools: BuildContext, store: Store) -> BuildResult | None:
    blanks = _blanks(task, store)
    if blanks is None:
        return None
    frames = {
        prefix: Frame(one.site, task.theme, request.root, store, one.digest, compiled=True, sandboxed=request.sandboxed)
        for prefix, one in task.shown.settings.items()
    }
    edited = [_with_edits(one, task.edits) for one in blanks]
    old, keys = _page_keys(blanks, task), _page_keys(edited, task)
    edition = task.edition
    with reserve(output, request.root) as reserved:
        ledger = FileStates(store, reserved)
        whole = ledger.untouched(edition.paths)
        artifacts = _rendered(edited, frames, tools)
        if whole is None or artifacts is None or any(whole[path].key != key for path, key in old.items()):
            return None
        standing = {path: whole[path] for path in edition.paths if path not in keys and path != RECEIPT}
        shown = task.shown
        subject = Subject(shown.base_url, edition.day, History(), shown.redirects, shown.drafts)
        certify = partial(receipt_bytes, subject=subject)
        sums = {path: left.sum for path, left in standing.items()}
        with stage(artifacts, (), sums, request.root, reserved, certify=certify) as staged:
            if staged.problems:
                return None
            tools.progress(Stage.PUBLISH, 0, 0)
            report = staged.commit()
        ledger.note(keys, staged.sums, standing)
        with SkeletonWriter(store, task.place, task.keys) as remembered:
            for one in edited:
                remembered.take(one.address, encode_blank(one))
    return BuildResult(PublishedSite(edition, report), msgspec.msgpack.encode(_shown_now(task)))


def _blanks(task: _Task, store: Store) -> list[Skeleton[Any]] | None:
    """The pages that show what was edited, without their texts; ``None`` if one of them was not remembered."""
    blanks = []
    for address, key in task.keys.items():
        row = store.noted(_subject(task.place, address))
        if row is None or not row.startswith(key):
            return None
        try:
            blanks.append(decode_blank(row.removeprefix(key)))
        except ValueError as error:
            raise DamagedCache from error
    return blanks


def _page_keys(blanks: Iterable[Skeleton[Any]], task: _Task) -> dict[str, bytes]:
    """The keys of pages with the texts that they show, by the paths of their files."""
    return {output_path(one.address): key_with(task.keys[one.address], one.texts) for one in blanks}


def _with_edits(blank: Skeleton[Any], edits: Sequence[_Edit]) -> Skeleton[Any]:
    by_digest = {edit.before: edit for edit in edits}
    texts = (by_digest[one.digest].part(one) if one.digest in by_digest else one for one in blank.texts)
    return replace(blank, texts=tuple(texts))


def _rendered(blanks: Sequence[Skeleton[Any]], frames: Frames, tools: BuildContext) -> list[Artifact] | None:
    artifacts = []
    tools.progress(Stage.RENDER, 0, len(blanks))
    for done, rendered in enumerate(render_blanks(blanks, frames)):
        tools.progress(Stage.RENDER, done, len(blanks))
        tools.stopwatch(rendered.template, rendered.seconds)
        if not isinstance(rendered.result.value, Artifact):
            return None
        artifacts.append(rendered.result.value)
    return artifacts


def _shown_now(task: _Task) -> PagesByText:
    """What pages show after the edits. Their blanks are what they were."""
    texts = {edit.path: _Text(edit.after, task.shown.texts[edit.path].pages) for edit in task.edits}
    return replace(task.shown, texts={**task.shown.texts, **texts})


def _decoded(last: LastBuild) -> PagesByText | None:
    try:
        return _DECODER.decode(last.shown) if last.shown else None
    except ValueError as error:
        raise DamagedCache from error


def _subject(place: str, address: str) -> str:
    return f"blank {place} {address}"
