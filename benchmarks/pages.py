"""The pages of a bulletin by template: how many there are, and how many list a single item. Nothing is built."""

import argparse
from collections import Counter
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from bantin.content.discover import discover
from bantin.content.load import load, load_settings
from bantin.index import index
from bantin.runtime.cache import open_store
from bantin.runtime.workers import InProcess
from bantin.site.addresses import output_path
from bantin.site.page import ListContent, Page
from bantin.site.plan import plan
from benchmarks.corpus import Corpus, write_corpus
from benchmarks.table import table
from benchmarks.workplace import log_progress, workplace

_NOW = datetime(2026, 1, 1, tzinfo=UTC)


def main() -> None:
    """Prints the numbers of HTML pages by template, and in total."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.pages", description=__doc__)
    parser.add_argument("--articles", type=int, default=10_000, help="how many articles, each about an agreement")
    parser.add_argument("--folder", type=Path, help="where to work; the bulletin stays there, to be looked at")
    arguments = parser.parse_args()
    with workplace(arguments.folder) as folder:
        log_progress(f"writing {arguments.articles:,} articles")
        print(counted(planned_pages(write_corpus(folder / "bulletin", Corpus(arguments.articles)))))


def planned_pages(root: Path) -> tuple[Page, ...]:
    """The pages of the bulletin in ``root``, which must have no errors."""
    with open_store(None, b"") as store:
        sources = discover(root).value
        assert sources is not None
        settings = load_settings(root, sources).value
        assert settings is not None
        content = load(root, sources, settings, _NOW.date(), workers=InProcess(), store=store).value
    assert content is not None
    found = plan(index(content, _NOW), content.files).value
    assert found is not None
    return found.pages


def counted(pages: Iterable[Page]) -> str:
    """A table of the HTML pages by template, the most frequent first."""
    every: Counter[str] = Counter()
    single: Counter[str] = Counter()
    for page in pages:
        if output_path(page.address).endswith(".html"):
            every[page.template] += 1
            single[page.template] += isinstance(page.content, ListContent) and page.content.at.total == 1
    rows = [[template, f"{count:,}", f"{single[template]:,}"] for template, count in every.most_common()]
    total = ["all", f"{every.total():,}", f"{single.total():,}"]
    return table(["template", "HTML pages", "of one item"], [*rows, total])


if __name__ == "__main__":
    main()
