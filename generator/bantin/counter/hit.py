"""What is counted, and what counting gives."""

from datetime import date

from msgspec import Struct

ONLINE_SECONDS = 300
"""Who was seen within so many seconds is online."""
IDLE_SECONDS = 1800
"""Who comes back after so many seconds comes for another visit."""


class Hit(Struct, frozen=True):
    """A page that was looked at: when, in seconds since 1970, which, and by whom.

    ``visitor`` is ``None`` for who asked not to be told apart: the view counts, and no visit. In the first minutes of a
    day ``before`` is the id that the visitor had the day before, so that nobody is online twice at midnight. A ``bot``
    is counted by itself.
    """

    at: int
    page: str
    visitor: int | None = None
    before: int | None = None
    bot: bool = False


class Day(Struct, frozen=True):
    """What was counted on a day."""

    views: int = 0
    visits: int = 0
    bots: int = 0

    def __add__(self, other: "Day") -> "Day":
        return Day(self.views + other.views, self.visits + other.visits, self.bots + other.bots)


class Start(Struct, frozen=True):
    """The figure that an older counter had reached when this one took over, before the day ``on``."""

    total: int = 0
    on: date | None = None


class Figures(Struct, frozen=True):
    """The figures of the widget. All but ``online`` count visits: of this day, week and month, and of all time.

    ``online`` is ``None`` where nobody can know: logs tell of readers long after they have left.
    """

    online: int | None
    today: int
    week: int
    month: int
    total: int
