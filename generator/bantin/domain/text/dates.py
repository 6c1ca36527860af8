"""Partly known dates, and moments.

The date of a signing may be known to the day, the month or the year, or to the day of an unknown year. The Extended
Date/Time Format (EDTF, ISO 8601-2) writes these as ``2012-11-20``, ``2012-11``, ``2012`` and ``XXXX-08-18``; the suffix
``?`` means uncertain, ``~`` approximate, ``%`` both.
"""

import calendar
import re
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import lru_cache
from typing import Literal, cast

from msgspec import Struct

Qualifier = Literal["", "?", "~", "%"]

_EDTF = re.compile(r"([0-9]{4}|XXXX)(?:-([0-9]{2}|XX)(?:-([0-9]{2}|XX))?)?([?~%]?)")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d)?(Z|[+-]\d\d:?\d\d)?", re.ASCII)
_LEAP_YEAR = 2024


class ImpossibleDate(ValueError):
    """A well-formed date that does not exist, such as 31 February."""


class NaiveTime(ValueError):
    """A time of day without an offset from UTC."""


class Edtf(Struct, frozen=True, array_like=True):
    """A date whose parts may be unknown (``None``)."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    qualifier: Qualifier = ""

    @classmethod
    def parse(cls, text: str) -> "Edtf":
        """Parses an EDTF date.

        Raises ``ImpossibleDate`` for a day that does not exist and ``ValueError`` for anything else.
        """
        match = _EDTF.fullmatch(text)
        if match is None:
            raise ValueError(text)
        year, month, day = (None if part is None or "X" in part else int(part) for part in match.groups()[:3])
        if month == 0 or (month or 1) > 12 or year == 0:
            raise ImpossibleDate(text)
        if day is not None:
            # An unknown month may have 31 days, an unknown year may be a leap year.
            longest = calendar.monthrange(year or _LEAP_YEAR, month or 1)[1]
            if not 1 <= day <= longest:
                raise ImpossibleDate(text)
        return cls(year, month, day, cast(Qualifier, match[4]))

    @classmethod
    def of(cls, day: date) -> "Edtf":
        """The EDTF date of ``day``."""
        return cls(day.year, day.month, day.day)

    @property
    def exact(self) -> date | None:
        """The day, if it is fully known."""
        if self.year is None or self.month is None or self.day is None:
            return None
        return date(self.year, self.month, self.day)

    @property
    def certain(self) -> date | None:
        """The day, if it is fully known and neither uncertain nor approximate."""
        return None if self.qualifier else self.exact

    @property
    def earliest(self) -> date | None:
        """The first day that it may be; ``None`` if the year is unknown."""
        if self.year is None:
            return None
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> date | None:
        """The last day that it may be; ``None`` if the year is unknown."""
        if self.year is None:
            return None
        month = self.month or 12
        day = self.day or calendar.monthrange(self.year, month)[1]
        return date(self.year, month, day)

    @property
    def order(self) -> tuple[int, int, int]:
        """A sort key; unknown parts come before known ones, so a year comes before its months."""
        return (self.year or 0, self.month or 0, self.day or 0)

    def __str__(self) -> str:
        year = "XXXX" if self.year is None else f"{self.year:04}"
        month = "XX" if self.month is None else f"{self.month:02}"
        if self.day is not None:
            return f"{year}-{month}-{self.day:02}{self.qualifier}"
        return f"{year}{'' if self.month is None else '-' + month}{self.qualifier}"


class Moment(Struct, frozen=True, array_like=True):
    """A time of publication: the day in the site's time zone, and the instant if it is known."""

    day: Edtf
    instant: datetime | None = None

    @classmethod
    def parse(cls, text: str, zone: tzinfo | None) -> "Moment":
        """Parses an EDTF date, or a date and time with its offset from UTC.

        The day is the one in ``zone``, or as written if that is ``None``. Raises ``NaiveTime`` if the offset is
        missing, ``ImpossibleDate`` for a day or an hour that does not exist and ``ValueError`` for anything else.
        """
        match = _MOMENT.fullmatch(text)
        if match is None:
            return cls(Edtf.parse(text))
        if match[1] is None:
            raise NaiveTime(text)
        try:
            written = datetime.fromisoformat(text)
            instant = written.astimezone(zone) if zone else written
        except (ValueError, OverflowError) as error:
            raise ImpossibleDate(text) from error
        return cls(Edtf.of(instant.date()), instant)

    def at(self, zone: tzinfo) -> datetime | None:
        """The instant: midnight in ``zone`` if only the day is known, ``None`` if not even the day is."""
        if self.instant is not None or self.day.exact is None:
            return self.instant
        return datetime.combine(self.day.exact, time(), zone)

    def begins(self, zone: tzinfo) -> datetime | None:
        """The first instant that it may be, in UTC: that of its first day in ``zone`` if only the day is known.

        ``None`` if the year is unknown.
        """
        if self.instant is not None:
            return in_utc(self.instant)
        return first_instant(self.day.earliest, zone) if self.day.earliest else None

    def ends(self, zone: tzinfo) -> datetime | None:
        """The instant at which it is over, in UTC: the end of its last day in ``zone`` if only the day is known.

        ``None`` if the year is unknown.
        """
        if self.instant is not None:
            return in_utc(self.instant)
        return end_of(self.day.latest, zone) if self.day.latest else None

    @property
    def order(self) -> tuple[int, int, int, float]:
        """A sort key: by day, then by instant; a day without a time comes first."""
        return (*self.day.order, self.instant.timestamp() if self.instant else float("-inf"))

    def __str__(self) -> str:
        return iso_instant(self.instant) if self.instant else str(self.day)


# Moments are compared in UTC: Python compares two times of one zone by their clocks, which are put back once a year.
def in_utc(instant: datetime) -> datetime:
    """An aware time in UTC; the first or the last possible one if it is outside the years 1 to 9999 there."""
    try:
        return instant.astimezone(UTC)
    except OverflowError:
        return (datetime.min if instant.year == date.min.year else datetime.max).replace(tzinfo=UTC)


# Cached: many files share a day.
@lru_cache(maxsize=10_000)
def first_instant(day: date, zone: tzinfo) -> datetime:
    """The instant, in UTC, at which ``day`` begins in ``zone``.

    Where clocks skip midnight, the day begins when they are put forward (PEP 495).
    """
    return in_utc(datetime.combine(day, time(), zone))


def end_of(day: date, zone: tzinfo) -> datetime:
    """The instant, in UTC, at which ``day`` is over in ``zone``: the first one of the next day."""
    return first_instant(day + timedelta(days=1), zone) if day < date.max else datetime.max.replace(tzinfo=UTC)


def iso_instant(instant: datetime) -> str:
    """Formats an aware time by RFC 3339, to the second.

    RFC 3339 has offsets of hours and minutes only, so times with another offset (local mean time) are given in UTC.
    """
    offset = instant.utcoffset()
    expressible = instant.astimezone(UTC) if offset and offset.seconds % 60 else instant
    return expressible.isoformat(timespec="seconds")
