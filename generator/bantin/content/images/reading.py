"""VALIDATE: the images that articles, pages and the settings show: files → :class:`~bantin.domain.model.ImageFacts`.

An image is decoded once; the findings are cached, and valid while its size and time, or its digest, are the same.
"""

import hashlib
import posixpath
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from bantin.content.checks.attachments import IMAGES
from bantin.content.discover import CONTENT, Role, SourceFile, Sources, on_disk, read
from bantin.content.files import SITE
from bantin.content.paths import resolve
from bantin.content.problems import images as problems
from bantin.domain.model import Article, ImageFacts, ReferenceTarget, Site, StaticPage, Translation
from bantin.domain.problems import Location, Problem, has_errors
from bantin.domain.text.urls import decoded
from bantin.runtime.cache import DamagedCache, Store
from bantin.runtime.workers import Workers

LARGEST_IMAGE = 100_000_000
"""The size in bytes of the largest image that is read."""

SMALLEST_PHOTO = 480
"""The width in pixels from which a photo fills the screen of a phone."""

_SUBJECT = "images"
_MEGABYTE = 1_000_000
# Decoding an image takes long enough for a task of its own.
_AT_ONCE = 1

_ContentItem = Article | StaticPage | Translation | Site


class ExaminedImage(Struct, frozen=True):
    """The findings in an image of this size, time of change, digest and inode; ``facts`` if it can be shown.

    Its problems are located at the file itself.
    """

    path: str
    size: int
    modified: int
    digest: str
    facts: ImageFacts | None
    problems: tuple[Problem, ...]
    inode: int = 0


def read_images(
    root: Path, sources: Sources, texts: Iterable[_ContentItem], *, workers: Workers, store: Store
) -> Mapping[str, ExaminedImage]:
    """Examines every image among ``sources`` that one of ``texts`` shows or links to; by path."""
    images = {one.path: one for one in sources.of(Role.ATTACHMENT) if _is_image(one.path)}
    if not images:
        return {}
    shown = {path for one in texts for path, _, _ in _shown_by(one)}
    wanted = [one for path, one in images.items() if path in shown]
    known = _load_cached(store)
    unchanged = (_if_unchanged(root, source, known.get(source.path), store) for source in wanted)
    found = {one.path: one for one in unchanged if one}
    unread = [source for source in wanted if source.path not in found]
    for piece in workers.each(partial(_examine_all, root), unread, _AT_ONCE):
        found |= {one.path: replace(one, modified=store.stamp(one.modified)) for one in piece}
    lasting = {source.path: found[source.path] for source in wanted if found[source.path].digest}
    if lasting != known:
        store.note(_SUBJECT, msgspec.msgpack.encode(tuple(lasting.values())))
    return found


def check_images(texts: Iterable[_ContentItem], found: Mapping[str, ExaminedImage]) -> Iterator[Problem]:
    """Reports the problems of the images ``found`` where ``texts`` first show them.

    A wrong extension is reported wherever the name is written, since it has to be changed there.
    """
    if not found:
        return
    reported: set[Problem] = set()
    for text in texts:
        for path, at, is_photo in _shown_by(text):
            one = found.get(path)
            if one is None:
                continue
            yield from (_located(problem, at) for problem in one.problems if problem not in reported)
            reported.update(problem for problem in one.problems if problem.kind != problems.WRONG_SUFFIX)
            if is_photo and one.facts and one.facts.width < SMALLEST_PHOTO:
                yield problems.SMALL.at(at, path=path, width=one.facts.width, least=SMALLEST_PHOTO)


def with_images(article: Article, images: Mapping[str, ImageFacts]) -> Article:
    """``article`` with the facts of its photos, on which its ``meta_digest`` then depends as well."""
    if not article.photos or not images:
        return article
    photos = tuple(replace(photo, facts=images.get(photo.src)) for photo in article.photos)
    described = f"{article.meta_digest}{[photo.facts for photo in photos]}"
    return replace(article, photos=photos, meta_digest=hashlib.blake2b(described.encode(), digest_size=16).hexdigest())


def _is_image(path: str) -> bool:
    return posixpath.splitext(path)[1].lower() in IMAGES


def _shown_by(text: _ContentItem) -> Iterator[tuple[str, Location, bool]]:
    """The images that a text shows or links to: path, location, and whether it is one of its photos."""
    if isinstance(text, Site):
        yield from _shown_everywhere(text)
        return
    if isinstance(text, Article):
        for reference in text.references:
            if reference.target is ReferenceTarget.IMAGE:
                yield reference.id, reference.place.within(text.path), True
    for link in text.outline.links:
        path = resolve(decoded(urlsplit(link.target).path), posixpath.dirname(text.path))
        if path and _is_image(path):
            yield path, link.place.within(text.path), False


def _shown_everywhere(site: Site) -> Iterator[tuple[str, Location, bool]]:
    named = [(one.to, one.place) for one in (*site.menu, *site.links)]
    named += [(site.emblem.file, site.emblem.place)] if site.emblem else []
    for target, place in named:
        path = resolve(decoded(urlsplit(target).path), CONTENT)
        if path and _is_image(path):
            yield path, place.within(SITE), False


def _located(problem: Problem, at: Location) -> Problem:
    """``problem`` of an image located ``at`` a place that shows it, if its message names the image."""
    return replace(problem, location=at) if ("path", problem.location.path) in problem.values else problem


def _load_cached(store: Store) -> dict[str, ExaminedImage]:
    record = store.noted(_SUBJECT)
    if record is None:
        return {}
    try:
        return {one.path: one for one in msgspec.msgpack.decode(record, type=tuple[ExaminedImage, ...])}
    except ValueError as error:
        raise DamagedCache from error


def _if_unchanged(root: Path, source: SourceFile, known: ExaminedImage | None, store: Store) -> ExaminedImage | None:
    """The ``known`` findings in a file, if it is still the same."""
    if known is None or known.size != source.size:
        return None
    if (known.modified, known.inode) == (source.modified, source.inode):
        return known
    try:
        with on_disk(root, source.path).open("rb") as file:
            digest = hashlib.file_digest(file, lambda: hashlib.blake2b(digest_size=16)).hexdigest()
    except OSError:
        return None
    return replace(known, modified=store.stamp(source.modified), inode=source.inode) if digest == known.digest else None


def _examine_all(root: Path, sources: Sequence[SourceFile]) -> list[ExaminedImage]:
    return [_examine(root, source) for source in sources]


def _examine(root: Path, source: SourceFile) -> ExaminedImage:
    # Imported lazily: slow to load, and not needed if all findings are cached.
    from bantin.content.images.examining import digest_of_image, examine

    if source.size > LARGEST_IMAGE:
        sizes = {"size": source.size // _MEGABYTE, "most": LARGEST_IMAGE // _MEGABYTE}
        problem = problems.TOO_MANY_BYTES.at(Location(source.path), path=source.path, **sizes)
        return ExaminedImage(source.path, source.size, source.modified, "", None, (problem,), source.inode)
    data = read(root, source.path, LARGEST_IMAGE)
    if data.value is None:
        return ExaminedImage(source.path, source.size, source.modified, "", None, data.problems, source.inode)
    checked = examine(source.path, data.value)
    facts = None if has_errors(checked.problems) else checked.value
    size, digest = len(data.value), digest_of_image(data.value)
    return ExaminedImage(source.path, size, source.modified, digest, facts, checked.problems, source.inode)
