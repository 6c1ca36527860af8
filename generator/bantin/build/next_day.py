"""Fast build on a later day: writes the files that say the day anew, where nothing else has changed.

A site stays the same until its next change, as :func:`bantin.site.next_change.next_change` finds it. Until then,
nothing has to be read, indexed or planned.
"""

from zoneinfo import ZoneInfo

from msgspec.structs import replace

from bantin.build.cached_pages import decoded, frames_of, load_skeletons, publish
from bantin.build.request import BuildContext, BuildResult, PublishedSite, Request
from bantin.build.up_to_date import LastBuild
from bantin.output.publish import AS_OF, RECEIPT, Output, as_of_bytes
from bantin.output.publish.receipt import certified_for
from bantin.render import Artifact
from bantin.runtime.cache import Store
from bantin.site.build_day import for_day


def on_another_day(
    place: str, last: LastBuild, *, request: Request, output: Output, tools: BuildContext, store: Store
) -> BuildResult | None:
    """Publishes the site of the ``last`` build in ``place`` for the day of the request.

    Returns ``None``, without publishing, if something that it needs is not cached, or if a file there was changed.
    """
    shown = decoded(last)
    skeletons = load_skeletons(place, shown.dated, store) if shown else None
    if shown is None or skeletons is None:
        return None
    edition, zone = last.edition, ZoneInfo(last.edition.zone)
    day = request.day(zone)
    frames = frames_of(shown, request, store)
    dated = [replace(one, view=for_day(one.view, day, frames[one.prefix].site.language)) for one in skeletons]
    report = publish(
        dated,
        frames,
        edition,
        lambda folder: certified_for(day, (folder / RECEIPT).read_bytes()),
        request=request,
        output=output,
        tools=tools,
        store=store,
        others=[Artifact(AS_OF, as_of_bytes(day))],
    )
    if report is None:
        return None
    return BuildResult(PublishedSite(replace(edition, day=day, moment=request.moment(zone)), report), last.shown)
