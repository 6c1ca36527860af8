"""Visitor ids, which distinguish the visitors of a day and cannot be linked with those of another day.

An id is a keyed digest of an address and the name of a browser. The key is random, valid for a day of the site's
calendar, and stored apart from the figures, so ids can neither be traced back nor be compared between days.
"""

import hashlib
import ipaddress
import os
import secrets
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path

from msgspec import Struct

from bantin.counter.calendar import Calendar
from bantin.counter.hit import ONLINE_SECONDS

_KEY_BYTES = 32
_DAYS_KEPT = 2
Address = ipaddress.IPv4Address | ipaddress.IPv6Address


class VisitorIds(Struct, frozen=True):
    """The id of a visitor, and in the first minutes of a day that of the day before."""

    visitor: int
    before: int | None = None


class VisitorIdMaker:
    """Computes visitor ids. ``key`` returns the key of a day."""

    def __init__(self, calendar: Calendar, key: Callable[[date], bytes]) -> None:
        self._calendar = calendar
        self._key = key

    def ids(self, household: bytes, agent: bytes, at: int) -> VisitorIds:
        """The ids, at the instant ``at``, of a visitor with the browser ``agent`` in a household (see ``network``).

        Raises ``OSError`` if the folder of the keys cannot be used.
        """
        day = self._calendar.day(at)
        visitor = self.id_of(day, household, agent)
        if at >= self._calendar.begin(day) + ONLINE_SECONDS:
            return VisitorIds(visitor)
        return VisitorIds(visitor, self.id_of(self._calendar.before(day), household, agent))

    def id_of(self, day: date, household: bytes, agent: bytes) -> int:
        """The id of a visitor on ``day``. Raises ``OSError``."""
        who = household + b"\0" + agent
        return int.from_bytes(hashlib.blake2b(who, key=self._key(day), digest_size=8).digest(), "big", signed=True)


def network(address: Address) -> bytes:
    """The part of an address that identifies a household: all of an IPv4 address, the first half of an IPv6 address."""
    if isinstance(address, ipaddress.IPv6Address):
        return address.ipv4_mapped.packed if address.ipv4_mapped else address.packed[:8]
    return address.packed


class DayKeys:
    """The keys of days, in memory and, if there is a ``folder``, also in files, so that they outlive the process.

    The folder must not survive a reboot nor be backed up: systemd's ``RuntimeDirectory`` is suitable.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._keys: dict[date, bytes] = {}

    def __call__(self, day: date) -> bytes:
        """The key of ``day``, created on first use.

        Keys of days that are not adjacent to it are deleted, even later ones, which a wrong clock may have created.
        Raises ``OSError``.
        """
        known = self._keys.get(day)
        if known:
            return known
        key = _shared_key(self._folder, day) if self._folder else secrets.token_bytes(_KEY_BYTES)
        self._keys[day] = key
        for other in [one for one in self._keys if abs((day - one).days) >= _DAYS_KEPT]:
            del self._keys[other]
        return key


def _shared_key(folder: Path, day: date) -> bytes:
    """The key of ``day`` that is shared by all processes with the same ``folder``."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    file = folder / f"{day.isoformat()}.key"
    if not file.exists():
        draft = folder / f".{secrets.token_hex(8)}"
        handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as written:
            written.write(secrets.token_bytes(_KEY_BYTES))
        # If another process does the same, the first key is used by both.
        with suppress(FileExistsError):
            os.link(draft, file)
        draft.unlink()
    near = {date.fromordinal(day.toordinal() + days).isoformat() for days in range(1 - _DAYS_KEPT, _DAYS_KEPT)}
    for other in folder.glob("*.key"):
        if other.stem not in near:
            other.unlink(missing_ok=True)
    return file.read_bytes()
