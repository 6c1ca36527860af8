"""The values of the counter: hits, days, figures."""

from datetime import date

from msgspec import Struct

ONLINE_SECONDS = 300
"""A visitor who was seen within so many seconds is online."""
IDLE_SECONDS = 1800
"""A view after so many seconds without one begins another visit."""


class Hit(Struct, frozen=True):
    """A view of a page at an instant, in seconds since 1970, by a visitor.

    ``visitor`` is ``None`` for readers who ask not to be tracked: the view counts, but no visit. In the first minutes
    of a day, ``before`` is the visitor's id of the day before, so that nobody is counted online twice at midnight.
    Views by a ``bot`` are counted separately.
    """

    at: int
    page: str
    visitor: int | None = None
    before: int | None = None
    bot: bool = False


class Day(Struct, frozen=True):
    """The counts of a day."""

    views: int = 0
    visits: int = 0
    bots: int = 0

    def __add__(self, other: "Day") -> "Day":
        return Day(self.views + other.views, self.visits + other.visits, self.bots + other.bots)


class Start(Struct, frozen=True):
    """The total of an older counter up to the day before ``on``, when this one took over."""

    total: int = 0
    on: date | None = None


class Figures(Struct, frozen=True):
    """The figures of the widget. All but ``online`` count visits: of this day, week and month, and of all time.

    ``online`` is ``None`` if it cannot be known: logs are read long after readers have left.
    """

    online: int | None
    today: int
    week: int
    month: int
    total: int
