"""The stages in their order. Each takes what the one before it made and makes something new."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain
from typing import NoReturn, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from generator.bulletin import Bulletin, index
from generator.cache import Store
from generator.content.discover import SourceFile, discover
from generator.content.files import SITE
from generator.content.history import find_head
from generator.content.load import Settings, load, load_settings
from generator.errors import BulletinError, Checked, Language, Location, Problem, has_errors, in_order
from generator.pages import File, Page, plan
from generator.pages.addresses import output_path
from generator.pages.plan import check_texts
from generator.publish import RECEIPT, Ledger, Output, receipt_bytes, reserve, shelf, stage
from generator.publish.receipt import Certify
from generator.render import Artifact, Frame, Frames, Kept, load_assets, load_theme, render
from generator.render.artifact import Keep
from generator.render.translations import load_translations
from generator.request import Built, Edition, Request, Stage, Tools
from generator.search import indexing

T = TypeVar("T")


class _Ready(Struct, frozen=True):
    """A site that has passed every check but those that rendering makes.

    ``copies`` are the keys of its files, by address.
    """

    edition: Edition
    bulletin: Bulletin
    pages: tuple[Page, ...]
    files: tuple[File, ...]
    copies: Mapping[str, bytes]
    assets: tuple[Artifact, ...]
    frames: Frames
    certify: Certify


def check_all(request: Request, tools: Tools, store: Store) -> Edition:
    """Every stage but the last. Raises ``BulletinError`` with all problems that stand in the way of publishing."""
    ready = _prepare(request, tools, store)
    met = _Met(ready.edition.problems, ready.edition.language)
    for _artifact in _rendered(ready.pages, ready.frames, tools, met):
        pass
    met.stop_on_errors(strict=request.strict)
    return ready.edition


def make(request: Request, output: Output, tools: Tools, store: Store) -> Built:
    """Every stage, into ``output``. Raises ``BulletinError``; then ``output`` is as it was before."""
    ready = _prepare(request, tools, store)
    met = _Met(ready.edition.problems, ready.edition.language)
    bases = {prefix: frame.digest for prefix, frame in ready.frames.items()}
    keys = {**ready.copies, **{output_path(page.address): page.key(bases[page.prefix]) for page in ready.pages}}
    with (
        reserve(output, request.root) as reserved,
        indexing(ready.bulletin, store, tools.find_engine) as indexer,
    ):
        ledger = Ledger(store, reserved)
        standing = ledger.standing({**keys, **indexer.keys})
        unknown = [page for page in ready.pages if output_path(page.address) not in standing]
        files = [file for file in ready.files if file.address not in standing]
        keep = shelf(reserved, request.root).keep if tools.workers.on_this_machine else None
        rendered = _rendered(unknown, ready.frames, tools, met, keep)
        artifacts = chain(ready.assets, rendered, indexer.artifacts(standing.keys()))
        with stage(artifacts, files, standing, request.root, reserved, certify=ready.certify) as staged:
            met.problems += (*staged.problems, *indexer.problems)
            met.stop_on_errors(strict=request.strict)
            tools.progress(Stage.PUBLISH, 0, 0)
            report = staged.commit()
        ledger.note({**keys, **indexer.keys}, staged.sums, standing)
    paths = sorted((*ready.edition.paths, *indexer.keys))
    problems = (*report.problems, *indexer.problems)
    return Built(
        replace(ready.edition, paths=tuple(paths), search=indexer.searched), replace(report, problems=problems)
    )


def _prepare(request: Request, tools: Tools, store: Store) -> _Ready:
    root = request.root
    tools.progress(Stage.READ, 0, 0)
    met = _Met()
    sources = met.take(discover(root))
    settings = _with_base_url(met.take(load_settings(root, sources)), request.base_url)
    met.language = settings.language
    today = request.as_of or request.now.astimezone(settings.site.timezone if settings.site else None).date()
    known = tools.recollection
    head = find_head(root) if request.history else None
    content = met.take(
        load(root, sources, settings, today, workers=tools.workers, store=store, recollection=known, head=head)
    )
    bulletin = index(content, today, drafts=request.drafts)
    if has_errors(met.problems):
        met.problems += check_texts(bulletin, content)
        met.stop_on_errors()
    tools.progress(Stage.PLAN, 0, 0)
    theme = met.take(load_theme(root, content.site.theme, SITE))
    for one in bulletin.in_all_languages:
        met.take(load_translations(theme, one.directory.site.language, root))
    assets = met.take(load_assets(theme, root))
    planned = met.take(plan(bulletin, content.files, (*assets.addresses.values(), RECEIPT)))
    met.stop_on_errors()
    pages = planned.pages
    paths = (
        *(output_path(page.address) for page in pages),
        *(file.address for file in planned.files),
        *(asset.path for asset in assets.artifacts),
        RECEIPT,
    )
    edition = Edition(
        language=settings.language,
        articles=len(bulletin.articles),
        problems=in_order(met.problems),
        zone=content.site.timezone.key,
        day=today,
        paths=tuple(sorted(paths)),
    )
    directories = [one.directory for one in bulletin.in_all_languages]
    frames = {
        (prefix := one.site.prefix): Frame(
            one, replace(planned.sites[prefix], assets=assets.seen_from(one.site.up)), theme, root, store
        )
        for one in directories
    }
    return _Ready(
        edition=edition,
        bulletin=bulletin,
        pages=pages,
        files=planned.files,
        copies=_copies(planned.files, sources.files, store),
        assets=tuple(assets.artifacts),
        frames=frames,
        certify=partial(receipt_bytes, base_url=content.site.base_url, as_of=today, history=content.history),
    )


def _copies(files: Iterable[File], sources: Iterable[SourceFile], store: Store) -> dict[str, bytes]:
    """Keys of the files whose sources cannot have changed while these are the same, by address."""
    settled = {source.path: source for source in sources if store.settled(source.modified)}
    return {
        file.address: f"{source.path} {source.size} {source.modified}".encode()
        for file in files
        if (source := settled.get(file.source))
    }


def _rendered(
    pages: Sequence[Page], frames: Frames, tools: Tools, met: "_Met", keep: Keep | None = None
) -> Iterator[Artifact | Kept]:
    """The artifacts of ``pages``; what goes wrong with the others is met."""
    failed: dict[tuple[Location, str], Problem] = {}
    for done, rendered in enumerate(render(pages, frames, tools.workers, keep)):
        tools.progress(Stage.RENDER, done, len(pages))
        tools.stopwatch(rendered.template, rendered.seconds)
        if rendered.result.value:
            yield rendered.result.value
        # A fault of a template is told of once, however many pages it shows on.
        for problem in rendered.result.problems:
            failed.setdefault((problem.location, problem.code), problem)
    met.problems += failed.values()


class _Met:
    """The problems that the stages have met so far, and the language to tell them in."""

    def __init__(self, problems: Iterable[Problem] = (), language: Language = "en") -> None:
        self.problems = list(problems)
        self.language = language

    def take(self, checked: Checked[T]) -> T:
        """The value of a stage, whose problems join the others. Without a value there is no way on."""
        self.problems += checked.problems
        return self.stop() if checked.value is None else checked.value

    def stop_on_errors(self, *, strict: bool = False) -> None:
        if has_errors(self.problems) or (strict and self.problems):
            self.stop()

    def stop(self) -> NoReturn:
        raise BulletinError(self.problems, self.language)


def _with_base_url(settings: Settings, base_url: str | None) -> Settings:
    if settings.site is None or base_url is None:
        return settings
    return replace(settings, site=replace(settings.site, base_url=base_url))
