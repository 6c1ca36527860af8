"""Dates as far as they are known, and moments.

A date of a signing may be known to the day, the month or the year, or to the day of an unknown year. The Extended
Date/Time Format (EDTF, ISO 8601-2) writes these as ``2012-11-20``, ``2012-11``, ``2012`` and ``XXXX-08-18``; a ``?``
after it says that it is uncertain, a ``~`` that it is approximate, a ``%`` both.
"""

import calendar
import re
from datetime import UTC, date, datetime, time, tzinfo
from typing import Literal, cast

from msgspec import Struct

Qualifier = Literal["", "?", "~", "%"]

_EDTF = re.compile(r"([0-9]{4}|XXXX)(?:-([0-9]{2}|XX)(?:-([0-9]{2}|XX))?)?([?~%]?)")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d)?(Z|[+-]\d\d:?\d\d)?", re.ASCII)
_LEAP_YEAR = 2024


class ImpossibleDate(ValueError):
    """A date that is well written but that no calendar has, such as 31 February."""


class NaiveTime(ValueError):
    """A time of day that does not say how far it is from UTC."""


class Edtf(Struct, frozen=True, array_like=True):
    """A date as far as it is known: a part that is ``None`` is unknown."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    qualifier: Qualifier = ""

    @classmethod
    def parse(cls, text: str) -> "Edtf":
        """The date that ``text`` writes.

        Raises ``ImpossibleDate`` for a day that does not exist and ``ValueError`` for what is not such a date.
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
        """The date of a whole day."""
        return cls(day.year, day.month, day.day)

    @property
    def exact(self) -> date | None:
        """The day, when all of it is known."""
        if self.year is None or self.month is None or self.day is None:
            return None
        return date(self.year, self.month, self.day)

    @property
    def certain(self) -> date | None:
        """The day, when all of it is known and none of it in doubt."""
        return None if self.qualifier else self.exact

    @property
    def earliest(self) -> date | None:
        """The first day that it may be; ``None`` when the year is unknown."""
        if self.year is None:
            return None
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> date | None:
        """The last day that it may be; ``None`` when the year is unknown."""
        if self.year is None:
            return None
        month = self.month or 12
        day = self.day or calendar.monthrange(self.year, month)[1]
        return date(self.year, month, day)

    @property
    def order(self) -> tuple[int, int, int]:
        """A key to sort by; what is unknown comes before what is known, so a year comes before its months."""
        return (self.year or 0, self.month or 0, self.day or 0)

    def __str__(self) -> str:
        year = "XXXX" if self.year is None else f"{self.year:04}"
        month = "XX" if self.month is None else f"{self.month:02}"
        if self.day is not None:
            return f"{year}-{month}-{self.day:02}{self.qualifier}"
        return f"{year}{'' if self.month is None else '-' + month}{self.qualifier}"


class Moment(Struct, frozen=True, array_like=True):
    """When something was published: the day in the site's time zone, and the instant where it is known."""

    day: Edtf
    instant: datetime | None = None

    @classmethod
    def parse(cls, text: str, zone: tzinfo | None) -> "Moment":
        """The moment that ``text`` writes: an EDTF date, or a date and time with its offset from UTC.

        The day is the one in ``zone``, or as written when that is ``None``. Raises ``NaiveTime`` when the offset is
        missing, ``ImpossibleDate`` for a day or an hour that does not exist and ``ValueError`` for what is neither.
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
        """The instant for machines: midnight in ``zone`` where only the day is known, ``None`` for less than a day."""
        if self.instant is not None or self.day.exact is None:
            return self.instant
        return datetime.combine(self.day.exact, time(), zone)

    @property
    def order(self) -> tuple[int, int, int, float]:
        """A key to sort by: by day, then by instant; a day without a time comes first."""
        return (*self.day.order, self.instant.timestamp() if self.instant else float("-inf"))

    def __str__(self) -> str:
        return iso_instant(self.instant) if self.instant else str(self.day)


def iso_instant(instant: datetime) -> str:
    """An aware time as RFC 3339 writes it, to the second.

    Its offsets have hours and minutes only; times before there were such offsets are told in UTC.
    """
    offset = instant.utcoffset()
    told = instant.astimezone(UTC) if offset and offset.seconds % 60 else instant
    return told.isoformat(timespec="seconds")
