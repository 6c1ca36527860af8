"""The measure of the import: what it counts, and that made sources say what they are said to say."""

import random
from pathlib import Path

from benchmarks.importing.documents import LAYOUTS, document
from benchmarks.importing.facts import Outcome, compared, summed
from benchmarks.importing.measuring import measure
from benchmarks.importing.pages import PICTURE, page, picture
from benchmarks.importing.signings import signings


def test_a_value_in_place_of_another_is_wrong_and_one_without_another_is_invented() -> None:
    said = {"title": ("A",), "parties": ("X", "Y"), "place": ("Hà Nội",)}
    found = {"title": ("B",), "parties": ("X", "Y", "Z"), "number": ("1",)}
    assert list(compared(said, found)) == [
        Outcome("title", wrong=("B ≠ A",)),
        Outcome("parties", right=2, invented=("Z",)),
        Outcome("place", open=("Hà Nội",)),
        Outcome("number", invented=("1",)),
    ]
    whole = summed("all", compared(said, found))
    assert (whole.said, whole.right, len(whole.wrong), len(whole.invented), len(whole.open)) == (4, 2, 1, 2, 1)


def test_sources_are_the_same_for_the_same_seed() -> None:
    assert list(signings(5)) == list(signings(5))
    assert list(signings(5)) != list(signings(5, seed=2))


def test_an_import_of_a_document_and_a_page_is_measured_and_built(tmp_path: Path) -> None:
    (signing,) = signings(1)
    made = (
        document("a.docx", signing, LAYOUTS[0], random.Random(1)),
        page("b.html", "wordpress", signing, 1, random.Random(1)),
    )
    files = {one.name: one.data for one in made} | {PICTURE: picture()}
    result = measure(tmp_path, files, made)
    assert result.errors == ()
    for one in made:
        whole = summed(one.name, result.outcomes[one.name])
        assert (whole.right, whole.wrong, whole.invented) == (whole.said, (), ())
