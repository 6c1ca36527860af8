"""The stages in their order. Each takes what the one before it made and makes something new."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import chain

from msgspec.structs import replace

from bantin.build.prepare import Diagnostics, PreparedSite, prepare
from bantin.build.request import BuildContext, BuildResult, Edition, PublishedSite, Request, Stage
from bantin.build.text_edit import SkeletonWriter, shown_by
from bantin.build.up_to_date import BuildInputs, LastBuild
from bantin.domain.problems import Location, Problem
from bantin.output.publish import FileStates, Output, receipt_bytes, reserve, stage, staging_area
from bantin.render import Artifact, StagedFile, render
from bantin.render.artifact import Keep
from bantin.render.images import Drawn, ImageCache, draw
from bantin.render.images.recipe import name_of
from bantin.render.search import indexing
from bantin.runtime.cache import Store
from bantin.site import Page
from bantin.site.addresses import output_path


def check_all(request: Request, tools: BuildContext, store: Store) -> Edition:
    """Every stage but the last. Raises ``BulletinError`` with all problems that stand in the way of publishing."""
    ready = prepare(request, tools, store)
    met = Diagnostics(ready.edition.problems, ready.edition.language)
    for _artifact in _rendered(ready.pages, ready, tools, met):
        pass
    met.stop_on_errors(strict=request.strict)
    return ready.edition


def make(
    request: Request,
    output: Output,
    tools: BuildContext,
    store: Store,
    *,
    question: BuildInputs | None = None,
    last: LastBuild | None = None,
) -> BuildResult:
    """Every stage, into ``output``. For the next build of the same ``question``, texts can be edited afterwards.

    ``last`` is what the last one left. Raises ``BulletinError``; then ``output`` is as it was before.
    """
    ready = prepare(request, tools, store)
    shown = shown_by(ready) if question else b""
    if question is None or not shown:
        return BuildResult(_publish(ready, request, output, tools, store), shown)
    with SkeletonWriter(store, question.place, ready.blank_keys) as blanks:
        built = _publish(ready, request, output, tools, store, blanks=blanks)
        if last:
            blanks.forget_others(last)
    return BuildResult(built, shown)


def _publish(
    ready: PreparedSite,
    request: Request,
    output: Output,
    tools: BuildContext,
    store: Store,
    *,
    blanks: SkeletonWriter | None = None,
) -> PublishedSite:
    met = Diagnostics(ready.edition.problems, ready.edition.language)
    with (
        reserve(output, request.root) as reserved,
        indexing(ready.bulletin, store, tools.find_engine) as indexer,
    ):
        ledger = FileStates(store, reserved)
        standing = ledger.up_to_date({**ready.keys, **indexer.keys})
        unknown = [page for page in ready.pages if output_path(page.address) not in standing]
        files = [file for file in ready.files if file.address not in standing]
        keep = staging_area(reserved, request.root).write if tools.workers.on_this_machine else None
        rendered = _rendered(unknown, ready, tools, met, keep=keep, blanks=blanks)
        album = ImageCache(tools.memory)
        images = [image for image in ready.images if image.address not in standing]
        drawn = _met(draw(images, request.root, album, tools.workers, keep), met)
        artifacts = chain(ready.assets, rendered, drawn, indexer.artifacts(standing.keys()))
        sums = {path: left.sum for path, left in standing.items()}
        certify = partial(receipt_bytes, subject=ready.subject)
        with stage(artifacts, files, sums, request.root, reserved, certify=certify) as staged:
            met.problems += (*staged.problems, *indexer.problems)
            met.stop_on_errors(strict=request.strict)
            tools.progress(Stage.PUBLISH, 0, 0)
            report = staged.commit()
        album.remove_others({name_of(image) for image in ready.images})
        ledger.note({**ready.keys, **indexer.keys}, staged.sums, standing)
    paths = sorted((*ready.edition.paths, *indexer.keys))
    problems = (*report.problems, *indexer.problems)
    return PublishedSite(
        replace(ready.edition, paths=tuple(paths), search=indexer.searched), replace(report, problems=problems)
    )


def _met(drawn: Iterable[Drawn], met: Diagnostics) -> Iterator[Artifact | StagedFile]:
    """The artifacts that were ``drawn``; what went wrong with others is met."""
    for one in drawn:
        met.problems += one.problems
        if one.value:
            yield one.value


def _rendered(
    pages: Sequence[Page],
    ready: PreparedSite,
    tools: BuildContext,
    met: Diagnostics,
    *,
    keep: Keep | None = None,
    blanks: SkeletonWriter | None = None,
) -> Iterator[Artifact | StagedFile]:
    """The artifacts of ``pages``, whose ``blanks`` are remembered; what goes wrong with the others is met."""
    failed: dict[tuple[Location, str], Problem] = {}
    made = render(pages, ready.directories, ready.frames, tools.workers, keep, with_blanks=blanks is not None)
    for done, rendered in enumerate(made):
        tools.progress(Stage.RENDER, done, len(pages))
        tools.stopwatch(rendered.template, rendered.seconds)
        if blanks and rendered.blank:
            blanks.take(pages[done].address, rendered.blank)
        if rendered.result.value:
            yield rendered.result.value
        # A fault of a template is told of once, however many pages it shows on.
        for problem in rendered.result.problems:
            failed.setdefault((problem.location, problem.code), problem)
    met.problems += failed.values()
