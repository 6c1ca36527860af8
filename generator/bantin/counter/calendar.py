"""Days, weeks and months as a site counts them: in its own time zone, whatever the clocks of its readers say."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from msgspec import Struct

_PUT_BACK = 3600  # seconds


class Calendar(Struct, frozen=True):
    """The calendar of a site. ``week_start`` is the first day of its week: 0 for Monday to 6 for Sunday.

    Instants are whole seconds since 1970 in UTC.
    """

    zone: ZoneInfo
    week_start: int = 0

    def day(self, at: int) -> date:
        """The day on which the instant ``at`` falls."""
        return datetime.fromtimestamp(at, self.zone).date()

    def latest(self, at: int) -> date:
        """The latest day that may have begun at the instant ``at``, by a clock that has since been put back a little.

        A day that lies further ahead was begun by a clock that was wrong, and must not draw later hits to it.
        """
        return self.day(at + _PUT_BACK)

    def begin(self, day: date) -> int:
        """The first instant of ``day``, which is not midnight where clocks are put forward at that hour."""
        # Python takes a midnight that is skipped for the instant at which clocks are put forward (PEP 495).
        return int(datetime(day.year, day.month, day.day, tzinfo=self.zone).timestamp())

    def before(self, day: date) -> date:
        """The day before ``day``."""
        return day - timedelta(days=1)

    def after(self, day: date) -> date:
        """The day after ``day``."""
        return day + timedelta(days=1)

    def week(self, day: date) -> date:
        """The first day of the week of ``day``."""
        return day - timedelta(days=(day.weekday() - self.week_start) % 7)

    def month(self, day: date) -> date:
        """The first day of the month of ``day``."""
        return day.replace(day=1)

    def iso(self, at: int) -> str:
        """The instant ``at`` as RFC 3339 writes it, with the offset of the site's zone."""
        return datetime.fromtimestamp(at, self.zone).isoformat(timespec="seconds")
