"""Days, weeks and months in the time zone of the site, independent of the clocks of its readers."""

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
        """The latest day that may have begun by the instant ``at``, if the clock has since been put back a little.

        A later day can only have begun by a clock that was wrong, so hits must not be counted on it.
        """
        return self.day(at + _PUT_BACK)

    def begin(self, day: date) -> int:
        """The first instant of ``day``, which is not midnight if the clocks are put forward then."""
        # Python maps a midnight that is skipped to the instant at which clocks are put forward (PEP 495).
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
        """Formats the instant ``at`` by RFC 3339, with the offset of the site's zone."""
        return datetime.fromtimestamp(at, self.zone).isoformat(timespec="seconds")
