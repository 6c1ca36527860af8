"""The view of the former versions of a page."""

from typing import Literal

from msgspec import Struct

from bantin.site.views.pages import View
from bantin.site.views.parts import DateView, LinkView
from bantin.site.views.text import ChangedWordsView

ChangedLine = tuple[ChangedWordsView, ...]
"""A line or paragraph with what was deleted from it and inserted into it."""


class ChangedFactView(Struct, frozen=True):
    """A fact that differs from the version before: its name, and its value in lines."""

    label: str
    lines: tuple[ChangedLine, ...]


class FormerVersionView(Struct, frozen=True):
    """A version of a page, public from ``since`` ``until`` the next one; ``until`` is ``None`` for the present one.

    ``commit`` is a short id, ``url`` leads to the file as it was. ``notes`` tell what was changed, in the editors'
    words. ``facts`` and ``passages`` of the text differ from the version before, unless it is the ``first`` one or
    not ``compared``, since one of the two is not shown. If ``shown`` is ``unreadable``, nothing is known of it; if
    it is ``withheld``, it may hold a secret or personal number.
    """

    since: DateView
    until: DateView | None
    commit: str
    url: str
    notes: tuple[str, ...]
    shown: Literal["yes", "unreadable", "withheld"]
    first: bool
    compared: bool
    facts: tuple[ChangedFactView, ...]
    passages: tuple[tuple[ChangedLine, ...], ...]


class FormerVersionsView(View, frozen=True, kw_only=True):
    """``versions.html``: the versions of an article or record that readers could see, the latest first.

    ``item`` leads to the page; ``before`` are the words before its title in the heading. ``hidden`` is true if there
    were earlier versions, which are not shown;
    ``uncommitted`` if the present one is newer than all of ``versions``.
    """

    item: LinkView
    before: str
    versions: tuple[FormerVersionView, ...]
    hidden: bool
    uncommitted: bool
