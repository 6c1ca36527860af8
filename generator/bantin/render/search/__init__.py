"""SEARCH: the bulletin → the index that readers search, made by Pagefind beside rendering."""

from bantin.render.search.engine import Engine, find_engine
from bantin.render.search.index import FindEngine, Indexers, indexing

__all__ = ["Engine", "FindEngine", "Indexers", "find_engine", "indexing"]
