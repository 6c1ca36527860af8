"""INDEX: everything read → :class:`Bulletin`, the one index that pages are planned from."""

from generator.bulletin.archive import Period, periods_of
from generator.bulletin.bulletin import Bulletin, index

__all__ = ["Bulletin", "Period", "index", "periods_of"]
