"""INDEX: everything read → :class:`Bulletin`, the one index that pages are planned from."""

from generator.bulletin.archive import Period, periods_of
from generator.bulletin.bulletin import Bulletin, index
from generator.bulletin.directory import Directory
from generator.bulletin.lifecycle import Action, Lifecycle, party_status
from generator.bulletin.register import Pair, Record, Register, Signer, Signing
from generator.bulletin.relations import Other, Tie, lineage, related
from generator.bulletin.review import Due, next_review, overdue_review
from generator.bulletin.succession import heirs
from generator.bulletin.years import at_ends_of_years

__all__ = [
    "Action",
    "Bulletin",
    "Directory",
    "Due",
    "Lifecycle",
    "Other",
    "Pair",
    "Period",
    "Record",
    "Register",
    "Signer",
    "Signing",
    "Tie",
    "at_ends_of_years",
    "heirs",
    "index",
    "lineage",
    "next_review",
    "overdue_review",
    "party_status",
    "periods_of",
    "related",
]
