"""The time zone names that mean the same on every machine."""

from functools import lru_cache
from importlib import resources

_NO_PLACE = "Factory"
"""The setting of a machine that has not been configured yet."""


@lru_cache(maxsize=1)
def time_zones() -> frozenset[str]:
    """The names in the IANA database.

    A machine may know more, such as ``localtime``, its own zone, and ``right/…``, which counts leap seconds; with these
    a site would depend on the machine that builds it.
    """
    listed = (resources.files("tzdata") / "zones").read_text(encoding="utf-8")
    return frozenset(listed.split()) - {_NO_PLACE}
