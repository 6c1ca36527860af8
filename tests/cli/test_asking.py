"""Asking at the terminal: in the language of the bulletin, until the answer can be understood."""

import click
import pytest
from click.testing import CliRunner

from bantin.cli.asking import ask, confirm
from bantin.cli.words import Bilingual, WrongValue
from bantin.domain.problems import Language

NO_NUMBER = Bilingual("“{text}” không phải là số", "“{text}” is no number")


def number(text: str) -> int:
    if not text.isdigit():
        raise WrongValue(NO_NUMBER, text=text)
    return int(text)


@pytest.mark.parametrize(
    ("answer", "agreed"),
    [
        ("c", True), ("Có", True), ("CO", True), ("y", True), ("yes", True),
        ("k", False), ("Không", False), ("n", False), ("", False),
    ],
)  # fmt: skip
@pytest.mark.parametrize("language", ["vi", "en"])
def test_yes_and_no_are_understood_in_both_languages(answer: str, agreed: bool, language: Language) -> None:
    with CliRunner().isolation(input=f"{answer}\n"):
        assert confirm("?", language) is agreed


def test_what_is_neither_yes_nor_no_is_asked_again() -> None:
    with CliRunner().isolation(input="có lẽ\nc\n") as (stdout, *_others):
        assert confirm("Tiếp tục?", "vi")
        assert stdout.getvalue().decode().count("Tiếp tục? [c/K]: ") == 2


def test_an_answer_that_makes_no_sense_is_shown_in_the_language_and_asked_again() -> None:
    with CliRunner().isolation(input="hai\n2\n") as (_stdout, stderr, *_others):
        assert ask("Mấy?", number, "vi") == 2
        assert stderr is not None
        assert "Lỗi: Giá trị không hợp lệ: “hai” không phải là số\n" in stderr.getvalue().decode()


def test_nobody_who_answers_ends_the_question() -> None:
    with CliRunner().isolation(input=""), pytest.raises(click.Abort):
        ask("?", number, "en")
