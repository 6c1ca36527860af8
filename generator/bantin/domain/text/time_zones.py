"""The names of time zones that mean the same on every machine."""

from functools import lru_cache
from importlib import resources

_NO_PLACE = "Factory"
"""What a machine is set to before anybody has said where it stands."""


@lru_cache(maxsize=1)
def time_zones() -> frozenset[str]:
    """The names in the IANA's database.

    A machine may know more, such as ``localtime``, which is wherever it stands, and ``right/…``, which counts leap
    seconds: with these, another machine would make another site.
    """
    listed = (resources.files("tzdata") / "zones").read_text(encoding="utf-8")
    return frozenset(listed.split()) - {_NO_PLACE}
