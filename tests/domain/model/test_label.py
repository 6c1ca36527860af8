"""Labels: the name in one language, or else in the other."""

import pytest

from bantin.domain.model import Label
from bantin.domain.problems import Language


@pytest.mark.parametrize(
    ("label", "language", "text"),
    [
        (Label(vi="Quy chế", en="Regulation"), "vi", "Quy chế"),
        (Label(vi="Quy chế", en="Regulation"), "en", "Regulation"),
        (Label(vi="Quy chế"), "en", "Quy chế"),
        (Label(en="Regulation"), "vi", "Regulation"),
        (Label(vi="Quy chế"), "vi", "Quy chế"),
        (Label(en="Regulation"), "en", "Regulation"),
        (Label(), "vi", ""),
    ],
)
def test_a_label_is_shown_in_its_language_or_in_the_other(label: Label, language: Language, text: str) -> None:
    assert label.text(language) == text
