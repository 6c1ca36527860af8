"""INDEX: the content that was read → :class:`Bulletin`, the index from which pages are planned."""

from bantin.domain.rules.lifecycle import Action, Lifecycle
from bantin.domain.rules.review import UpcomingReview, next_review, overdue_review
from bantin.domain.rules.standing import Standing, day_from, party_standing, standing
from bantin.index.archive import Period, periods_of
from bantin.index.bulletin import Bulletin, index
from bantin.index.directory import Directory
from bantin.index.register import Pair, Record, Register, Signer, Signing, TextPlace
from bantin.index.relations import Other, Tie, lineage, related
from bantin.index.succession import current_successors
from bantin.index.texts import TextHistory
from bantin.index.timeline import Milestone, Role, timeline
from bantin.index.years import at_ends_of_years

__all__ = [
    "Action",
    "Bulletin",
    "Directory",
    "Lifecycle",
    "Milestone",
    "Other",
    "Pair",
    "Period",
    "Record",
    "Register",
    "Role",
    "Signer",
    "Signing",
    "Standing",
    "TextHistory",
    "TextPlace",
    "Tie",
    "UpcomingReview",
    "at_ends_of_years",
    "current_successors",
    "day_from",
    "index",
    "lineage",
    "next_review",
    "overdue_review",
    "party_standing",
    "periods_of",
    "related",
    "standing",
    "timeline",
]
