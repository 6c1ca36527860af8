"""An edit of a text alone, which most edits are: only what shows the text is made anew, and nothing is planned.

This is for programs that build again and again, such as the preview. Whatever is not certain to be such an edit is left
to :func:`~generator.prepare.prepare`, which gives the same site, only later.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from zoneinfo import ZoneInfo

from msgspec import Struct
from msgspec.structs import replace

from generator.cache import Store
from generator.content.discover import Role, SourceFile, Sources, discover
from generator.content.files import SITE
from generator.content.images import with_images
from generator.content.load import read_again
from generator.model import Article, Outline, StaticPage
from generator.pages.page import Part, TextPart
from generator.prepare import Ready, page_keys
from generator.render import load_theme
from generator.request import Request

_MOST = 20
"""How many texts are looked at; whoever changes more at once can wait."""

_Written = Article | StaticPage


class _Kept(Struct, frozen=True):
    """A build that remembered in ``file``; ``unsettled`` sources may have changed since without their times telling."""

    request: Request
    ready: Ready
    file: Path
    unsettled: frozenset[str]


class Last:
    """The last build of a bulletin, for the next one to begin with."""

    def __init__(self) -> None:
        self._kept: _Kept | None = None

    def keep(self, request: Request, ready: Ready, store: Store) -> None:
        """Keeps a build that has just been published."""
        unsettled = frozenset(one.path for one in ready.sources.files if not store.settled(one.modified))
        self._kept = _Kept(request, ready, store.file, unsettled)

    def retouched(self, request: Request, store: Store) -> Ready | None:
        """The site as it is now; ``None`` if it has to be planned, since more than a few texts may have changed."""
        kept = self._kept
        if kept is None or kept.file != store.file or request.history or not _is_same_day(kept, request):
            return None
        edited = _edited(kept, request)
        if edited is None:
            return None
        sources, changed = edited
        edits = [_edit(kept.ready, source, request, store) for source in changed]
        known = [one for one in edits if one is not None]
        return _retouched(kept.ready, sources, known, store) if len(known) == len(edits) else None


class _Edit(Struct, frozen=True):
    """An article or a page before and after its text was changed."""

    before: _Written
    after: _Written


def _is_same_day(kept: _Kept, request: Request) -> bool:
    """Whether the same is asked for, and of the same day."""
    today = request.as_of or request.now.astimezone(ZoneInfo(kept.ready.edition.zone)).date()
    return kept.ready.edition.day == today and replace(request, now=kept.request.now) == kept.request


def _edited(kept: _Kept, request: Request) -> tuple[Sources, list[SourceFile]] | None:
    """The sources as they are now, and those whose text may have changed; ``None`` if anything else may have."""
    theme, found = load_theme(request.root, kept.ready.theme.name, SITE), discover(request.root)
    if theme.value != kept.ready.theme or theme.problems or found.problems or found.value is None:
        return None
    before = {one.path: one for one in kept.ready.sources.files}
    now = {one.path: one for one in found.value.files}
    changed = [one for path, one in now.items() if before.get(path) != one or path in kept.unsettled]
    fits = len(changed) <= _MOST and all(one.role in (Role.ARTICLE, Role.PAGE) for one in changed)
    return (found.value, changed) if fits and before.keys() == now.keys() else None


def _edit(ready: Ready, source: SourceFile, request: Request, store: Store) -> _Edit | None:
    """What has changed in a file; ``None`` if more than its text has, or if the other pages may notice."""
    shown: Sequence[_Written] = ready.bulletin.articles if source.role is Role.ARTICLE else ready.bulletin.pages
    before = next((one for one in shown if one.path == source.path), None)
    record = read_again(request.root, source, ready.settings, store)
    after = record.value
    if isinstance(after, Article):
        after = with_images(after, ready.bulletin.images)
    if before is None or after is None or replace(before, digest=after.digest, outline=after.outline) != after:
        return None
    told = {problem for problem in ready.edition.problems if problem.location.path == source.path}
    same_links = _targets(before.outline) == _targets(after.outline)
    same = same_links and before.outline.anchors <= after.outline.anchors and told == set(record.problems)
    return _Edit(before, after) if same else None


def _targets(outline: Outline) -> frozenset[tuple[str, bool]]:
    return frozenset((link.target, link.is_image) for link in outline.links)


def _retouched(ready: Ready, sources: Sources, edits: Sequence[_Edit], store: Store) -> Ready:
    """``ready`` after ``edits``. Of the bulletin only its articles and pages are new: nothing is planned from it."""
    by_digest = {edit.before.digest: edit for edit in edits if edit.before.digest != edit.after.digest}
    frames = {prefix: replace(frame, store=store) for prefix, frame in ready.frames.items()}
    showing = {number: page for number, page in enumerate(ready.pages) if not by_digest.keys().isdisjoint(page.texts)}
    pages = list(ready.pages)
    for number, page in showing.items():
        parts = {name: _with_edits(part, by_digest) for name, part in page.parts.items()}
        pages[number] = replace(page, parts=parts)
    new_keys = page_keys((pages[number] for number in showing), frames)
    after = {edit.after.path: edit.after for edit in edits}
    bulletin = replace(
        ready.bulletin,
        articles=tuple(after.get(one.path, one) for one in ready.bulletin.articles),
        pages=tuple(after.get(one.path, one) for one in ready.bulletin.pages),
    )
    return replace(
        ready,
        sources=sources,
        bulletin=bulletin,
        pages=tuple(pages),
        keys={**ready.keys, **new_keys},
        frames=frames,
    )


def _with_edits(part: Part, edits: Mapping[str, _Edit]) -> Part:
    if isinstance(part, tuple):
        return tuple(_with_edits(one, edits) for one in part)  # type: ignore[return-value]
    if not isinstance(part, Article | StaticPage | TextPart) or part.digest not in edits:
        return part
    edit = edits[part.digest]
    if isinstance(part, Article):
        # In another language it has other words, but the same text.
        return replace(part, digest=edit.after.digest, outline=edit.after.outline)
    if isinstance(part, StaticPage):
        return replace(part, digest=edit.after.digest, outline=edit.after.outline)
    leads = {
        (link.target, link.is_image): address
        for link, address in zip(edit.before.outline.links, part.addresses, strict=True)
    }
    links = edit.after.outline.links
    addresses = tuple(leads[link.target, link.is_image] for link in links)
    shown = {edit.before.outline.links[number].target: picture for number, picture in part.pictures}
    pictures = ((number, shown.get(link.target)) for number, link in enumerate(links) if link.is_image)
    return TextPart(edit.after.digest, addresses, tuple((number, one) for number, one in pictures if one))
