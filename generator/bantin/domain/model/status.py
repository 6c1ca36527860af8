"""Whether an agreement is in force."""

from enum import StrEnum


class Status(StrEnum):
    """The legal status of an agreement on a given day. ``docs/lifecycle.md`` has the rules and their sources."""

    UNKNOWN = "unknown"
    NOT_YET = "not_yet"
    IN_FORCE = "in_force"
    PARTLY = "partly"
    PARTLY_SUSPENDED = "partly_suspended"
    SUSPENDED = "suspended"
    ENDED = "ended"


BINDING = frozenset({Status.IN_FORCE, Status.PARTLY, Status.PARTLY_SUSPENDED})
"""The statuses of an agreement that is in force, in whole or in part."""
