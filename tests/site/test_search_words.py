"""How words are spelt for the engine. The script of the search page spells them the same way: tests/outputs."""

import json
from pathlib import Path

import pytest

from bantin.site.search_words import apart, spelt

SPELT: dict[str, str] = json.loads(Path(__file__).with_name("search_words.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("text", "told"), SPELT.items())
def test_texts_are_spelt_as_the_engine_takes_them(text: str, told: str) -> None:
    assert spelt(apart(text)) == told


def test_decomposed_letters_are_the_same_as_composed_ones() -> None:
    assert spelt("Bo\u0302\u0323 Co\u0302ng an") == "Bộ Công an"
