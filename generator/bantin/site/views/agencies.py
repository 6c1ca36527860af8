"""The views of agencies: their list, and the page of each."""

from typing import Literal

from msgspec import Struct

from bantin.site.views.agreement import HeirView
from bantin.site.views.pages import View
from bantin.site.views.parts import DateView, GroupView, LinkView, Pager
from bantin.site.views.register import RowView


class AgencyEntryView(Struct, frozen=True):
    """An agency in a list: the link to its page, and other names by which readers may look for it."""

    link: LinkView
    other_names: tuple[str, ...]


class AgenciesView(View, frozen=True, kw_only=True):
    """``agencies.html``: all agencies, in groups by level, each with its label and its anchor.

    The label is empty if it is the only group and says nothing.
    """

    groups: tuple[tuple[str, str, tuple[AgencyEntryView, ...]], ...]
    total: int


class StageView(Struct, frozen=True):
    """A stage of an agency's history: a former name, or another agency that existed ``before`` it or ``after`` it.

    ``link`` leads to the other agency. ``upcoming`` is true if the day is certainly in the future.
    """

    kind: Literal["name", "before", "after"]
    name: str
    since: DateView | None
    until: DateView | None
    link: LinkView | None
    upcoming: bool


class AgencyFiguresView(Struct, frozen=True):
    """The figures of an agency: its agreements, those in force and of unknown force, its partners, the latest signing.

    An agreement that is partly in force counts as in force. They change only with a fact or a status.
    """

    agreements: int
    in_force: int
    unknown: int
    partners: int
    latest: DateView | None


class AgencyView(View, frozen=True, kw_only=True):
    """``agency.html``: an agency and one page of its agreements, the latest signing first.

    ``rows`` are the agreements as rows of a table; ``groups`` are the same as cards, grouped by year of signing.
    ``figures`` are on the first page only. ``heirs`` are the agencies that hold its duties today, if it no longer does;
    ``partners`` are the agencies with which it has signed, those with most agreements first. ``inherited`` are the
    former agencies whose duties it holds today, with the numbers of their agreements; not those without any.
    """

    abbreviations: tuple[str, ...]
    aliases: tuple[str, ...]
    level: str
    website: str
    address: str
    phone: str
    email: str
    parent: LinkView | None
    children: tuple[LinkView, ...]
    history: tuple[StageView, ...]
    heirs: tuple[HeirView, ...]
    partners: tuple[LinkView, ...]
    groups: tuple[GroupView, ...]
    total: int
    pager: Pager
    rows: tuple[RowView, ...] = ()
    figures: AgencyFiguresView | None = None
    inherited: tuple[LinkView, ...] = ()
