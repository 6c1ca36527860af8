"""CACHE: what earlier builds found out, kept in ``ROOT/.bantin/``. It may be deleted at any time.

Nothing in it is trusted: a row counts only if its seal fits what it says, what it is asked for and the program that
asks, and was made with a secret that the user keeps elsewhere. So a cache that is missing, damaged, forged or from
another version costs time, and never gives another site.
"""

from bantin.runtime.cache.fingerprint import program_version
from bantin.runtime.cache.memory import Memory, secret_in
from bantin.runtime.cache.store import CachedSource, DamagedCache, Store, open_store

__all__ = ["CachedSource", "DamagedCache", "Memory", "Store", "open_store", "program_version", "secret_in"]
