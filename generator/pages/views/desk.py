"""The view of the editors' desk."""

from generator.pages.views.pages import View


class DeskView(View, frozen=True, kw_only=True):
    """``desk.html``: the form of the editors; ``settings`` is the address, from here, of the file that describes it."""

    settings: str
