"""Fast build on a later day: writes the files that say the day anew, where nothing else has changed.

A site stays the same until its next change, as :func:`bantin.site.next_change.next_change` finds it. Until then,
nothing has to be read, indexed or planned.
"""

from zoneinfo import ZoneInfo

from msgspec.structs import replace

from bantin.build.cached_pages import decoded, frames_of, load_skeletons, rendered
from bantin.build.request import BuildContext, BuildResult, PublishedSite, Request, Stage
from bantin.build.up_to_date import LastBuild
from bantin.content.files import SITE
from bantin.output.publish import AS_OF, RECEIPT, FileStates, Output, as_of_bytes, reserve, stage
from bantin.output.publish.receipt import certified_for
from bantin.render import Artifact, load_theme
from bantin.runtime.cache import Store
from bantin.site.home import for_day


def on_another_day(
    place: str, last: LastBuild, *, request: Request, output: Output, tools: BuildContext, store: Store
) -> BuildResult | None:
    """Publishes the site of the ``last`` build in ``place`` for the day of the request.

    Returns ``None``, without publishing, if something that it needs is not cached, or if a file there was changed.
    """
    shown = decoded(last)
    skeletons = load_skeletons(place, shown.dated, store) if shown else None
    theme = load_theme(request.root, shown.theme, SITE).value if shown else None
    if shown is None or skeletons is None or theme is None:
        return None
    edition, zone = last.edition, ZoneInfo(last.edition.zone)
    moment = request.moment(zone)
    day = moment.astimezone(zone).date()
    frames = frames_of(shown, theme, request, store)
    dated = [replace(one, view=for_day(one.view, day, frames[one.prefix].site.language)) for one in skeletons]
    with reserve(output, request.root) as reserved:
        file_states = FileStates(store, reserved)
        whole = file_states.untouched(edition.paths)
        pages = rendered(dated, frames, tools)
        if whole is None or pages is None:
            return None
        artifacts = [*pages, Artifact(AS_OF, as_of_bytes(day))]
        written = {RECEIPT, *(one.path for one in artifacts)}
        unchanged = {path: whole[path] for path in edition.paths if path not in written}
        sums = {path: left.sum for path, left in unchanged.items()}
        certify = certified_for(day, (reserved.folder / RECEIPT).read_bytes())
        with stage(artifacts, (), sums, request.root, reserved, certify=certify) as staged:
            if staged.problems:
                return None
            tools.progress(Stage.PUBLISH, 0, 0)
            report = staged.commit()
        file_states.note({}, staged.sums, unchanged)
    return BuildResult(PublishedSite(replace(edition, day=day, moment=moment), report), last.shown)
