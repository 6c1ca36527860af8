"""INDEX: everything read → :class:`Bulletin`, the one index that pages are planned from."""

from generator.bulletin.archive import Period, periods_of
from generator.bulletin.bulletin import Bulletin, index
from generator.bulletin.directory import Directory
from generator.bulletin.lifecycle import Action, Lifecycle
from generator.bulletin.register import Pair, Record, Register, Signer, Signing
from generator.bulletin.relations import Tie

__all__ = [
    "Action",
    "Bulletin",
    "Directory",
    "Lifecycle",
    "Pair",
    "Period",
    "Record",
    "Register",
    "Signer",
    "Signing",
    "Tie",
    "index",
    "periods_of",
]
