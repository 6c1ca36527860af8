"""The view of the editors' desk."""

from bantin.site.views.pages import View


class CmsView(View, frozen=True, kw_only=True):
    """``desk.html``: the form of the editors; ``settings`` is the address, from here, of the file that describes it.

    ``policy`` is what it may load and do, which is more than other pages.
    """

    settings: str
    policy: str
