"""INDEX: everything read → :class:`Bulletin`, the one index that pages are planned from."""

from generator.bulletin.archive import Period, periods_of
from generator.bulletin.bulletin import Bulletin, index
from generator.bulletin.directory import Directory

__all__ = ["Bulletin", "Directory", "Period", "index", "periods_of"]
