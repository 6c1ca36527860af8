"""Lifecycle: whether an agreement is in force on a day, and what became of it. The rules: ``docs/lifecycle.md``."""

from datetime import date

from msgspec import Struct

from generator.model import Agreement, EventKind, Status
from generator.text.dates import Edtf


class Action(Struct, frozen=True):
    """An entry of an agreement's history.

    ``kind`` is ``None`` where the agreed term ends. ``parties`` are the agencies that it concerns when it does not
    concern all. ``upcoming`` says that it certainly lies after the day of the lifecycle.
    """

    kind: EventKind | None
    on: Edtf | None
    note: str = ""
    by: str = ""
    parties: tuple[str, ...] = ()
    upcoming: bool = False


class Lifecycle(Struct, frozen=True):
    """What is known of an agreement on one day.

    ``since`` is when its status began, ``until`` when it is to end, as far as they are known. ``history`` is in the
    order of the dates; what has none comes last.
    """

    status: Status
    since: Edtf | None
    until: Edtf | None
    history: tuple[Action, ...]


def lifecycle(agreement: Agreement, as_of: date) -> Lifecycle:
    """The lifecycle of ``agreement`` on the day ``as_of``."""
    return Lifecycle(status_on(agreement, as_of), None, agreement.expires_on, ())


def status_on(agreement: Agreement, day: date) -> Status:
    """The status of ``agreement`` on ``day``."""
    begins = agreement.effective_on.latest if agreement.effective_on else None
    return Status.IN_FORCE if begins and begins <= day else Status.UNKNOWN
