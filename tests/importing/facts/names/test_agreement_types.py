"""The type with which a title begins."""

import pytest

from bantin.importing.facts.names.agreement_types import type_in_title
from tests.importing.facts.documents.layouts import known_names


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("Quy chế phối hợp trong công tác cảnh vệ", "Quy chế phối hợp"),
        ("Quy chế phối hợp công tác giữa hai bộ", "Quy chế phối hợp"),
        ("Biên bản ghi nhớ về dự báo", "Biên bản ghi nhớ"),
        ("Kế hoạch phối hợp dự báo", "Kế hoạch phối hợp"),
        ("Quyết định ban hành Quy chế phối hợp", ""),
        ("Về việc phối hợp theo Quy chế phối hợp", ""),
        ("", ""),
    ],
)
def test_it_is_the_one_that_the_bulletin_knows_and_none_of_one_agency(title: str, words: str) -> None:
    assert type_in_title(title, known_names()) == words
