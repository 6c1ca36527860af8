"""CACHE: results of earlier builds in ``ROOT/.bantin/``. It may be deleted at any time.

Nothing in it is trusted: a row is used only if its seal, made with a secret that the user stores elsewhere, matches its
contents, the query and the version of the program. So a cache that is missing, damaged, forged or from another version
costs time, but never changes the site.
"""

from bantin.runtime.cache.fingerprint import program_version
from bantin.runtime.cache.location import CacheLocation, load_secret
from bantin.runtime.cache.store import CachedSource, DamagedCache, Store, open_store

__all__ = ["CacheLocation", "CachedSource", "DamagedCache", "Store", "load_secret", "open_store", "program_version"]
