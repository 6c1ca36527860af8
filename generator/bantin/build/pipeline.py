"""The stages of a build in order. Each takes the result of the one before, and returns a new value."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import chain

from msgspec.structs import replace

from bantin.build.cached_pages import SkeletonWriter, keeps_texts, shown_by
from bantin.build.ledger_file import is_public, published_addresses, write_ledger
from bantin.build.prepare import Diagnostics, PreparedSite, prepare
from bantin.build.request import BuildContext, BuildResult, Edition, PublishedSite, Request, Stage
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
    """Runs every stage but the last. Raises ``BulletinError`` with all problems that prevent publishing."""
    prepared = prepare(request, tools, store)
    diagnostics = Diagnostics(prepared.edition.problems, prepared.edition.language)
    for _artifact in _rendered(prepared.pages, prepared, tools, diagnostics):
        pass
    diagnostics.stop_on_errors(strict=request.strict)
    return prepared.edition


def make(
    request: Request,
    output: Output,
    tools: BuildContext,
    store: Store,
    *,
    inputs: BuildInputs | None = None,
    last: LastBuild | None = None,
) -> BuildResult:
    """Runs every stage, and publishes the site into ``output``.

    With ``inputs``, pages are cached without their texts, so that the next build can put edited texts or another day
    into them; cached pages of the ``last`` build that exist no more are removed. Raises ``BulletinError``, with
    ``output`` unchanged.
    """
    known = partial(published_addresses, output) if request.keeps_ledger else None
    prepared = prepare(request, tools, store, known)
    shown = shown_by(prepared) if inputs else b""
    if inputs is None:
        return _kept(BuildResult(_publish(prepared, request, output, tools, store), shown), prepared, request)
    with SkeletonWriter(store, inputs.place, prepared.blank_keys) as skeletons:
        built = _publish(prepared, request, output, tools, store, skeletons=skeletons)
        if last:
            skeletons.forget_others(last)
    return _kept(BuildResult(built, shown), prepared, request)


def _kept(result: BuildResult, prepared: PreparedSite, request: Request) -> BuildResult:
    """``result`` with the ledger that was written, if the request wants one kept and the site is public."""
    if not request.keeps_ledger or not is_public(prepared.bulletin.directory.site):
        return result
    ledger = write_ledger(request.root, prepared.ledger)
    report = result.built.report
    told = replace(report, problems=(*report.problems, *ledger.problems))
    return replace(result, built=replace(result.built, report=told), ledger=ledger.value)


def _publish(
    prepared: PreparedSite,
    request: Request,
    output: Output,
    tools: BuildContext,
    store: Store,
    *,
    skeletons: SkeletonWriter | None = None,
) -> PublishedSite:
    diagnostics = Diagnostics(prepared.edition.problems, prepared.edition.language)
    with (
        reserve(output, request.root) as reserved,
        indexing(prepared.bulletin, store, tools.find_engine) as indexer,
    ):
        file_states = FileStates(store, reserved)
        unchanged = file_states.up_to_date({**prepared.keys, **indexer.keys})
        unknown = [page for page in prepared.pages if output_path(page.address) not in unchanged]
        files = [file for file in prepared.files if file.address not in unchanged]
        keep = staging_area(reserved, request.root).write if tools.workers.on_this_machine else None
        rendered = _rendered(unknown, prepared, tools, diagnostics, keep=keep, skeletons=skeletons)
        image_cache = ImageCache(tools.cache_location)
        images = [image for image in prepared.images if image.address not in unchanged]
        drawn = _without_problems(draw(images, request.root, image_cache, tools.workers, keep), diagnostics)
        artifacts = chain(prepared.assets, rendered, drawn, indexer.artifacts(unchanged.keys()))
        sums = {path: left.sum for path, left in unchanged.items()}
        certify = partial(receipt_bytes, subject=prepared.subject)
        with stage(artifacts, files, sums, request.root, reserved, certify=certify) as staged:
            diagnostics.problems += (*staged.problems, *indexer.problems)
            diagnostics.stop_on_errors(strict=request.strict)
            tools.progress(Stage.PUBLISH, 0, 0)
            report = staged.commit()
        image_cache.remove_others({name_of(image) for image in prepared.images})
        file_states.note({**prepared.keys, **indexer.keys}, staged.sums, unchanged)
    paths = sorted((*prepared.edition.paths, *indexer.keys))
    problems = (*report.problems, *indexer.problems)
    return PublishedSite(
        replace(prepared.edition, paths=tuple(paths), search=indexer.searched), replace(report, problems=problems)
    )


def _without_problems(drawn: Iterable[Drawn], diagnostics: Diagnostics) -> Iterator[Artifact | StagedFile]:
    """Yields the images that were ``drawn``, and adds the problems of the others to ``diagnostics``."""
    for one in drawn:
        diagnostics.problems += one.problems
        if one.value:
            yield one.value


def _rendered(
    pages: Sequence[Page],
    prepared: PreparedSite,
    tools: BuildContext,
    diagnostics: Diagnostics,
    *,
    keep: Keep | None = None,
    skeletons: SkeletonWriter | None = None,
) -> Iterator[Artifact | StagedFile]:
    """Yields the artifacts of ``pages``, and caches their ``skeletons``; problems of templates join ``diagnostics``."""
    failed: dict[tuple[Location, str], Problem] = {}
    with_skeletons = skeletons is not None and keeps_texts(prepared)
    made = render(pages, prepared.directories, prepared.frames, tools.workers, keep, with_skeletons=with_skeletons)
    for done, rendered in enumerate(made):
        tools.progress(Stage.RENDER, done, len(pages))
        tools.stopwatch(rendered.template, rendered.seconds)
        if skeletons and rendered.skeleton:
            skeletons.take(pages[done].address, rendered.skeleton)
        if rendered.result.value:
            yield rendered.result.value
        # A problem of a template is reported once, however many pages have it.
        for problem in rendered.result.problems:
            failed.setdefault((problem.location, problem.code), problem)
    diagnostics.problems += failed.values()
