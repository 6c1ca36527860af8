"""The indexing job, and when two jobs give the same index."""

from datetime import UTC, datetime
from typing import Any

import pytest
from msgspec.structs import replace

from bantin.domain.model import Document, DocumentFacts, MachineReading, SearchScope
from bantin.domain.provisions.reading import read_text
from bantin.index import index
from bantin.render.search import Engine
from bantin.render.search.job import IndexJob, index_job
from tests.index.contents import NOW, SITE, agency, agreement, article, content, on, page, record

PDF, SCAN = "content/documents/a.pdf", "content/documents/quet.pdf"

OLD, NEW = Engine("pagefind", (1, 5, 2)), Engine("pagefind", (1, 6, 0))


def ordered(
    *made: Any, engine: Engine = NEW, scope: SearchScope = SearchScope.AUTO, now: datetime = NOW
) -> IndexJob | None:
    return index_job(index(content(*made, site=replace(SITE, search=scope)), now), engine)


def made_of(*made: Any, **changes: Any) -> str:
    found = ordered(*made, **changes)
    assert found
    return found.made_of


def test_a_site_without_search_orders_nothing() -> None:
    assert ordered(article(), scope=SearchScope.OFF) is None


@pytest.mark.parametrize(
    ("scope", "engine", "articles", "full"),
    [
        (SearchScope.AUTO, NEW, 201, True),
        (SearchScope.AUTO, OLD, 200, True),
        (SearchScope.AUTO, OLD, 201, False),
        (SearchScope.FULL, OLD, 201, True),
        (SearchScope.TITLES, NEW, 1, False),
    ],
)
def test_texts_are_searched_while_that_costs_readers_little(
    scope: SearchScope, engine: Engine, articles: int, *, full: bool
) -> None:
    found = ordered(*(article(f"b{number}") for number in range(articles)), scope=scope, engine=engine)
    assert found
    assert (found.full, found.twice) == (full, not engine.recent)


def test_every_page_is_counted() -> None:
    found = ordered(agency("a"), agency("b"), article(), page())
    assert found
    assert len(list(found.documents(_loaded, _loaded))) == found.pages


def _loaded(digests: set[str]) -> dict[str, tuple[str, ...]]:
    return dict.fromkeys(digests, ("",))


@pytest.mark.parametrize("scope", [SearchScope.FULL, SearchScope.TITLES])
def test_records_and_the_words_of_documents_are_counted(scope: SearchScope) -> None:
    made = record("r", agreement=agreement(documents=(Document(PDF, "signed"), Document(SCAN, "annex"))))
    known = DocumentFacts(PDF, 1, "aa", has_words=True), DocumentFacts(SCAN, 1, "bb")
    read = replace(content(made, site=replace(SITE, search=scope)), documents={one.path: one for one in known})
    found = index_job(index(read, NOW), NEW)
    assert found
    pages = list(found.documents(_loaded, _loaded))
    assert len(pages) == found.pages
    assert sum("a.pdf" in one for one in pages) == (scope is SearchScope.FULL)
    assert not any("quet.pdf" in one for one in pages)


def test_what_machines_have_read_is_loaded_and_makes_another_order() -> None:
    made = record("r", agreement=agreement(documents=(Document(SCAN, "signed"),)))
    asked: set[str] = set()

    def load(digests: set[str]) -> dict[str, tuple[str, ...]]:
        asked.update(digests)
        return _loaded(digests)

    found = [
        index_job(index(replace(content(made), documents={SCAN: facts}), NOW), NEW)
        for facts in (DocumentFacts(SCAN, 1, "aa"), DocumentFacts(SCAN, 1, "aa", reading=MachineReading("bb", 91)))
    ]
    without, read = (one for one in found if one)
    assert without.made_of != read.made_of
    assert sum("quet.pdf" in one for one in read.documents(_loaded, load)) == 1
    assert asked == {"bb"}


def test_texts_of_records_and_documents_are_as_dear_as_articles() -> None:
    text = read_text("Điều 1. Phạm vi")
    records = [record(f"r{number}", text=text, meta_digest=f"{number}") for number in range(201)]
    many, few = ordered(*records, engine=OLD), ordered(*records[:200], engine=OLD)
    assert many
    assert few
    assert (many.full, few.full) == (False, True)


ARTICLE = article(agreement=agreement(signed_on=on("2020-01-01")), digest="t", meta_digest="f")


@pytest.mark.parametrize(
    "changed",
    [
        [replace(ARTICLE, meta_digest="other")],
        [replace(ARTICLE, digest="other")],
        [ARTICLE, page()],
        [ARTICLE, agency("a", "Tên khác"), agency("b")],
        [],
    ],
)
def test_another_bulletin_is_another_order(changed: list[Any]) -> None:
    assert made_of(*changed) != made_of(ARTICLE)


def test_the_same_bulletin_is_the_same_order() -> None:
    assert made_of(ARTICLE) == made_of(ARTICLE)


def test_another_engine_is_another_order() -> None:
    assert made_of(ARTICLE, engine=OLD) != made_of(ARTICLE)


def test_a_text_that_is_not_searched_changes_nothing() -> None:
    edited = replace(ARTICLE, digest="other")
    assert made_of(edited, scope=SearchScope.TITLES) == made_of(ARTICLE, scope=SearchScope.TITLES)


def test_a_status_that_changes_with_the_day_is_another_order() -> None:
    term = agreement(signed_on=on("2020-01-01"), effective_on=on("2020-01-01"), expires_on=on("2025-06-30"))
    ending = article(agreement=term)
    days = [made_of(ending, now=datetime(2025, *day, tzinfo=UTC)) for day in ((6, 1), (6, 2), (7, 2))]
    assert days[0] == days[1] != days[2]
