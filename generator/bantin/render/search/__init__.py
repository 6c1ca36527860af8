"""SEARCH: the bulletin → the search index, built by Pagefind while pages are rendered."""

from bantin.render.search.engine import Engine, find_engine
from bantin.render.search.index import FindEngine, Indexers, indexing

__all__ = ["Engine", "FindEngine", "Indexers", "find_engine", "indexing"]
