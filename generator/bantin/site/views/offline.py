"""The views of what devices keep of a site."""

from bantin.site.views.pages import View


class ManifestView(View, frozen=True, kw_only=True):
    """``manifest.webmanifest``: how the site is shown among the programs of a device (https://www.w3.org/TR/appmanifest/)."""


class OfflineView(View, frozen=True, kw_only=True):
    """``offline.html``: what is shown without a network in place of a page that the device has not kept."""


class WorkerView(View, frozen=True, kw_only=True):
    """``sw.js``: the worker that keeps pages (https://www.w3.org/TR/service-workers/).

    ``pages`` are those in place of pages that were not kept, each behind the prefix of its language, the longest
    first; without any, nothing is kept. ``notices`` are by language and stand at the head of copies, with ``#`` for
    their time. The worker leaves addresses that begin with one of ``left_alone`` alone.
    """

    pages: tuple[tuple[str, str], ...]
    notices: tuple[tuple[str, str], ...]
    left_alone: tuple[str, ...]
