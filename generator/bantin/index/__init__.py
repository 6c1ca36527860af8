"""INDEX: everything read → :class:`Bulletin`, the one index that pages are planned from."""

from bantin.domain.rules.lifecycle import Action, Lifecycle, party_status
from bantin.domain.rules.review import UpcomingReview, next_review, overdue_review
from bantin.index.archive import Period, periods_of
from bantin.index.bulletin import Bulletin, index
from bantin.index.directory import Directory
from bantin.index.register import Pair, Record, Register, Signer, Signing
from bantin.index.relations import Other, Tie, lineage, related
from bantin.index.succession import heirs
from bantin.index.years import at_ends_of_years

__all__ = [
    "Action",
    "Bulletin",
    "Directory",
    "Lifecycle",
    "Other",
    "Pair",
    "Period",
    "Record",
    "Register",
    "Signer",
    "Signing",
    "Tie",
    "UpcomingReview",
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
