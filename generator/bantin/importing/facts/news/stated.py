"""What the format of a page states in places of its own, as facts."""

from datetime import tzinfo

from bantin.domain.text.dates import Moment, NaiveTime, iso_instant
from bantin.importing.facts.model import Evidence, Found
from bantin.importing.facts.news.date_lines import read_date_line
from bantin.importing.material import Material, Stated, StatedKey

_DAY = len("2021-11-24")


def stated_values(material: Material, key: StatedKey) -> tuple[Found[str], ...]:
    """The different values that are stated for ``key``, in their order."""
    values: dict[str, Stated] = {}
    for one in material.stated:
        if one.key is key and one.value.strip():
            values.setdefault(" ".join(one.value.split()), one)
    return tuple(_found(value, one) for value, one in values.items())


def stated_words(material: Material, key: StatedKey) -> Found[str] | None:
    """The first value that is stated for ``key``."""
    return next(iter(stated_values(material, key)), None)


def stated_moment(material: Material, key: StatedKey, zone: tzinfo) -> Found[str] | None:
    """The day or moment that is stated for ``key``, in ``zone``; ``None`` if several different days are."""
    said = [(moment, one) for one in material.stated if one.key is key and (moment := _moment(one.value, zone))]
    if not said or any(contradicts(said[0][0], moment) for moment, _ in said):
        return None
    return _found(*said[0])


def contradicts(first: str, second: str) -> bool:
    """Whether two days or moments of one time zone are of different days."""
    return first[:_DAY] != second[:_DAY]


def _moment(value: str, zone: tzinfo) -> str:
    """``value`` as a day in EDTF or a moment in RFC 3339, in ``zone``; empty if it is none."""
    try:
        moment = Moment.parse(value.strip(), zone)
    except NaiveTime:
        return _typed(value.replace("T", " "), zone)
    except ValueError:
        return _typed(value, zone)
    if moment.day.exact is None:
        return ""
    return iso_instant(moment.instant).replace(":00+", "+", 1) if moment.instant else str(moment.day)


def _typed(value: str, zone: tzinfo) -> str:
    said = read_date_line(value, zone)
    return (said.published or said.updated) if said else ""


def _found(value: str, stated: Stated) -> Found[str]:
    return Found(value, Evidence(stated.value, stated.place), is_stated=True)
