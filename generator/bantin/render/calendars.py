"""Calendars in iCalendar format (RFC 5545), with the properties of RFC 7986 and their widespread predecessors."""

from collections.abc import Iterable
from functools import lru_cache

from icalendar import vDate, vDatetime
from icalendar.parser import Contentline

from bantin import __version__
from bantin.site.views import CalendarView, OccasionView

_MOST_OCTETS = 75
_ESCAPES = str.maketrans({"\\": r"\\", ";": r"\;", ",": r"\,", "\n": r"\n"})


def calendar_text(view: CalendarView) -> str:
    """The calendar as text, in lines of at most 75 octets that end with CR LF.

    Only values and line folding are left to the library: its components are many times slower.
    """
    # RFC 7986 defines the first of each pair; most programs only support the second.
    head = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//Bantin//Bantin {__version__}//EN"]
    head += [f"{name}:{_text(view.title)}" for name in ("NAME", "X-WR-CALNAME")]
    head += [f"{name}:{_text(view.description)}" for name in ("DESCRIPTION", "X-WR-CALDESC") if view.description]
    # Sites are usually built at least once a night.
    head += ["REFRESH-INTERVAL;VALUE=DURATION:P1D", "X-PUBLISHED-TTL:P1D"]
    head += [f"URL:{view.home}", f"SOURCE;VALUE=URI:{view.source}"]
    return "".join((_lines(head), *map(_event, view.occasions), _lines(["END:VCALENDAR"])))


@lru_cache(maxsize=20_000)
def _event(occasion: OccasionView) -> str:
    """An event that lasts a whole day.

    Cached, since it is in the calendar of the bulletin and in those of the parties.
    """
    told = (("DESCRIPTION", occasion.description), ("LOCATION", occasion.location))
    return _lines(
        (
            "BEGIN:VEVENT",
            f"UID:{occasion.id}",
            f"DTSTAMP:{vDatetime(occasion.changed).to_ical().decode()}",
            f"DTSTART;VALUE=DATE:{vDate(occasion.on).to_ical().decode()}",
            f"SUMMARY:{_text(occasion.summary)}",
            *(f"{name}:{_text(known)}" for name, known in told if known),
            f"URL:{occasion.url}",
            f"CATEGORIES:{','.join(map(_text, occasion.categories))}",
            # A signing does not make the owner of a calendar busy.
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
        )
    )


def _text(text: str) -> str:
    """Escapes ``text`` as a value (RFC 5545, 3.3.11): backslashes, separators and line breaks.

    The ``vText`` of the library would turn a backslash before an ``N`` into a line break.
    """
    return text.translate(_ESCAPES)


def _lines(lines: Iterable[str]) -> str:
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _folded(line: str) -> str:
    if len(line.encode()) <= _MOST_OCTETS:
        return line
    folded: bytes = Contentline(line).to_ical()
    return folded.decode()
