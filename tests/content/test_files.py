"""The properties of a bulletin that are known before its files are parsed."""

from pathlib import Path

import pytest
from hypothesis import given

from bantin.content.files import language_of, peek_language
from bantin.domain.problems import Language
from tests.bulletins import SITE, write
from tests.content.strategies import any_file, bounded


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("title: x\nlanguage: vi\n", "vi"),
        ("title: [\nlanguage: 'vi'\n@", "vi"),
        ('language:\t"vi"\r\ntitle: x\r\n', "vi"),
        ("language:vi\n", "vi"),
        ("language: en\n", "en"),
        ("language: fr\n", "en"),
        ("language: vietnamese\n", "en"),
        ("  language: vi\n", "en"),
        ("# language: vi\n", "en"),
        ("title: x\n", "en"),
        ("", "en"),
    ],
)
def test_problems_are_shown_in_the_language_that_the_settings_seem_to_be_in(text: str, language: Language) -> None:
    assert language_of(text.encode()) == language


def test_the_language_of_bytes_that_are_no_text_is_seen_too() -> None:
    assert language_of(b"title: \xff\xfe\nlanguage: vi\n") == "vi"


@bounded
@given(any_file(SITE, "language: en\n"))
def test_any_bytes_are_in_some_language(data: bytes) -> None:
    assert language_of(data) in ("vi", "en")


@pytest.mark.parametrize(
    ("settings", "language"),
    [
        (SITE, "vi"),
        (SITE.replace("language: vi", "language: en"), "en"),
        ("title: 'x\nlanguage: vi\n", "vi"),
        ("language: fr\n", "en"),
        ("", "en"),
        (None, "en"),
    ],
)
def test_the_language_of_problems_is_known_whatever_state_the_bulletin_is_in(
    tmp_path: Path, settings: str | None, language: Language
) -> None:
    if settings is not None:
        write(tmp_path, {"content/site.yml": settings})
    assert peek_language(tmp_path) == language
