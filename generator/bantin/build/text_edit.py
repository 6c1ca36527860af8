"""Fast build after an edit of texts alone: puts the new texts into the cached pages that show them.

When nothing but texts has changed since the last build, nothing else has to be read, indexed or planned. In doubt, the
whole pipeline runs.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

from msgspec import Struct
from msgspec.structs import replace

from bantin.build.cached_pages import (
    CachedPages,
    ShownText,
    SkeletonWriter,
    decoded,
    encoded,
    frames_of,
    load_skeletons,
    publish,
)
from bantin.build.request import BuildContext, BuildResult, Edition, PublishedSite, Request, Stage
from bantin.build.up_to_date import LastBuild
from bantin.content.discover import Role, SourceFile, source_at
from bantin.content.reread import read_again
from bantin.domain.model import History, Link, Outline
from bantin.output.publish import Output, receipt_bytes
from bantin.output.publish.receipt import Subject
from bantin.runtime.cache import Store
from bantin.site.addresses import output_path
from bantin.site.bodies import TextPart, headings_of
from bantin.site.page import key_with
from bantin.site.skeleton import Skeleton, encode_skeleton

_MOST = 20
"""Above this many edited files, fall back to a full plan."""


def with_edited_texts(
    place: str,
    last: LastBuild,
    changed: Sequence[str],
    *,
    request: Request,
    output: Output,
    tools: BuildContext,
    store: Store,
) -> BuildResult | None:
    """Publishes the site in ``place`` with the texts that have ``changed`` since the ``last`` build.

    Returns ``None``, without publishing, if the site has to be planned: more than a few texts have changed, or the edit
    may affect other pages or problems.
    """
    shown = decoded(last)
    sources = _sources(changed, request)
    if shown is None or not shown.texts or sources is None or (tools.find_engine and last.edition.search == "full"):
        return None
    tools.progress(Stage.READ, 0, 0)
    edits = [_edit(source, shown, last.edition, request, store) for source in sources]
    known = [one for one in edits if one is not None]
    if len(known) < len(edits):
        return None
    keys = {address: key for edit in known for address, key in shown.texts[edit.path].pages.items()}
    return _published(_Task(place, shown, known, keys, last.edition), request, output, tools, store)


class _Edit(Struct, frozen=True):
    """An edit of the file ``path``: digests and outlines before and after."""

    path: str
    before: str
    after: str
    old: Outline
    new: Outline

    def part(self, old: TextPart) -> TextPart:
        """The text that replaces ``old`` on a page. The links of both lead to the same addresses."""
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
    """The ``edits`` to make in the site of ``edition`` in the folder ``place``.

    ``shown`` are the pages by text before the edits; ``keys`` are those of the skeletons to fill, by address.
    """

    place: str
    shown: CachedPages
    edits: Sequence[_Edit]
    keys: Mapping[str, bytes]
    edition: Edition


def _sources(paths: Sequence[str], request: Request) -> list[SourceFile] | None:
    """The source files at ``paths``; ``None`` if there are too many, or if one is not an article or page."""
    if len(paths) > _MOST:
        return None
    try:
        found = [source_at(request.root, path) for path in paths]
    except OSError:
        return None
    sources = [one for one in found if one and one.role in (Role.ARTICLE, Role.PAGE)]
    return sources if len(sources) == len(found) else None


def _edit(source: SourceFile, shown: CachedPages, edition: Edition, request: Request, store: Store) -> _Edit | None:
    """Compares a file with its cached version; ``None`` unless only its text has changed, without effect elsewhere."""
    zone = ZoneInfo(edition.zone)
    before, after = read_again(request.root, source, edition.language, zone, store, own=edition.own_fields)
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
        # A link in another language leads to the heading at the same position in the translation.
        and (len(shown.settings) == 1 or one.headings == other.headings)
        and told == set(new.problems)
    )
    return _Edit(source.path, before.digest, after.digest, one, other) if same else None


def _target(link: Link) -> tuple[str, bool]:
    return link.target, link.is_image


def _published(task: _Task, request: Request, output: Output, tools: BuildContext, store: Store) -> BuildResult | None:
    skeletons = load_skeletons(task.place, task.keys, store)
    if skeletons is None:
        return None
    edited = [_with_edits(one, task.edits) for one in skeletons]
    old, keys = _page_keys(skeletons, task), _page_keys(edited, task)
    edition, shown = task.edition, task.shown
    facts = (shown.redirects, shown.drafts, shown.gone, shown.preview)
    subject = Subject(shown.base_url, edition.day, History(), *facts)
    report = publish(
        edited,
        frames_of(shown, request, store),
        edition,
        lambda _folder: partial(receipt_bytes, subject=subject),
        request=request,
        output=output,
        tools=tools,
        store=store,
        before=old,
        keys=keys,
    )
    if report is None:
        return None
    with SkeletonWriter(store, task.place, task.keys) as remembered:
        for one in edited:
            remembered.take(one.address, encode_skeleton(one))
    return BuildResult(PublishedSite(edition, report), encoded(_shown_now(task)))


def _page_keys(skeletons: Iterable[Skeleton[Any]], task: _Task) -> dict[str, bytes]:
    """The keys of pages including their texts, by output path."""
    return {output_path(one.address): key_with(task.keys[one.address], one.texts) for one in skeletons}


def _with_edits(skeleton: Skeleton[Any], edits: Sequence[_Edit]) -> Skeleton[Any]:
    by_digest = {edit.before: edit for edit in edits}
    texts = (by_digest[one.digest].part(one) if one.digest in by_digest else one for one in skeleton.texts)
    return replace(skeleton, texts=tuple(texts))


def _shown_now(task: _Task) -> CachedPages:
    """The pages by text after the edits. Their skeletons stay the same."""
    texts = {edit.path: ShownText(edit.after, task.shown.texts[edit.path].pages) for edit in task.edits}
    return replace(task.shown, texts={**task.shown.texts, **texts})
