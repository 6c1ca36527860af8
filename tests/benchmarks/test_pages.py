"""Pages are counted without a build."""

from pathlib import Path

from benchmarks.corpus import Corpus, write_corpus
from benchmarks.pages import counted, planned_pages


def test_pages_are_counted_by_template_with_those_of_a_single_item(tmp_path: Path) -> None:
    pages = planned_pages(write_corpus(tmp_path, Corpus(3, agencies=4)))
    lines = [[cell.strip() for cell in line.split("|")[1:-1]] for line in counted(pages).splitlines()]
    assert lines[0] == ["template", "HTML pages", "of one item"]
    found = {name: (int(every), int(single)) for name, every, single in lines[2:]}
    assert found["article.html"] == (3, 0)
    assert found["month.html"][0] > 0
    assert found["all"] == tuple(map(sum, zip(*(each for name, each in found.items() if name != "all"), strict=True)))
