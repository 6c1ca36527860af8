"""The view of the editors' desk."""

from bantin.site.views.pages import View


class CmsView(View, frozen=True, kw_only=True):
    """``desk.html``: the editors' form; ``settings`` is the relative address of the file that describes the form.

    ``policy`` is its Content-Security-Policy, which allows more than that of other pages.
    """

    settings: str
    policy: str
