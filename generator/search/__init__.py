"""SEARCH: the bulletin → the index that readers search, made by Pagefind beside rendering."""

from generator.search.engine import Engine, find_engine
from generator.search.index import FindEngine, Indexers, indexing

__all__ = ["Engine", "FindEngine", "Indexers", "find_engine", "indexing"]
