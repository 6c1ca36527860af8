"""The indexing job, with a cheap digest by which most builds recognise that the last index is still right."""

import hashlib
from collections.abc import Callable, Iterator

from msgspec import Struct

from bantin.domain.model import SearchScope
from bantin.domain.problems import Language
from bantin.index import Bulletin
from bantin.render.search.document import document
from bantin.render.search.engine import Engine
from bantin.site.bodies import Texts
from bantin.site.search_entry import count_entries, entries, worded_documents
from bantin.site.search_names import happened

LoadTexts = Callable[[set[str]], Texts]

RECIPE = "6"
"""The version of the indexing method: to be changed with it, so that indexes are rebuilt."""

# With up to so many full texts, a search costs a reader no more than about 300 KB (docs/search.md).
_MOST_FULL, _MOST_FULL_IN_LARGE_PIECES = 2_000, 200


class IndexJob(Struct, frozen=True):
    """The pages of a bulletin to index, with their bodies if ``full``; ``made_of`` is a digest of their contents.

    ``twice`` repeats all words without diacritics, for an engine that needs it.
    """

    bulletin: Bulletin
    full: bool
    twice: bool
    made_of: str

    @property
    def language(self) -> Language:
        """The language of the index."""
        return self.bulletin.directory.site.language

    @property
    def pages(self) -> int:
        """The number of pages."""
        return count_entries(self.bulletin, full=self.full)

    def documents(self, texts_of: LoadTexts, pages_of: LoadTexts) -> Iterator[str]:
        """Yields the pages as HTML for the engine.

        ``texts_of`` loads texts by their digests, and ``pages_of`` the words on pages by the digests of PDFs and of
        their recognised texts.
        """
        found = list(entries(self.bulletin, full=self.full))
        texts = {
            **texts_of({entry.digest for entry in found if entry.digest}),
            **pages_of({digest for entry in found for digest in (entry.pdf, entry.sidecar) if digest}),
        }
        return (document(entry, self.language, texts, twice=self.twice) for entry in found)


def index_job(bulletin: Bulletin, engine: Engine) -> IndexJob | None:
    """Returns the job for ``engine`` to index ``bulletin``; ``None`` if the site has no search."""
    scope = bulletin.directory.site.search
    if scope is SearchScope.OFF:
        return None
    most = _MOST_FULL if engine.recent else _MOST_FULL_IN_LARGE_PIECES
    full = scope is SearchScope.FULL or (scope is SearchScope.AUTO and _count_texts(bulletin) <= most)
    return IndexJob(bulletin, full, not engine.recent, _digest(bulletin, engine, full=full))


def _count_texts(bulletin: Bulletin) -> int:
    texts = sum(one.has_text for one in bulletin.record_files)
    return len(bulletin.articles) + texts + len(worded_documents(bulletin))


def _digest(bulletin: Bulletin, engine: Engine, *, full: bool) -> str:
    directory = bulletin.directory
    # What depends on the day; everything else follows from the files.
    turned = [
        (record.lifecycle.status, record.lifecycle.ends, *happened(record)) for record in bulletin.register.records
    ]
    searched = (bulletin.articles, bulletin.pages, bulletin.record_files) if full else ()
    texts = [one.digest for some in searched for one in some]
    documents = [(facts, record.agreement.id) for facts, record in worded_documents(bulletin)] if full else []
    content = (
        (RECIPE, engine.version, full, directory.site, directory.vocabulary, directory.agencies),
        [(article.path, article.meta_digest) for article in bulletin.articles],
        [(page.path, page.title, page.lead) for page in bulletin.pages],
        [(one.path, one.meta_digest) for one in bulletin.record_files],
        [list(map(str, one)) for one in turned],
        texts,
        documents,
    )
    return hashlib.sha256(repr(content).encode()).hexdigest()
