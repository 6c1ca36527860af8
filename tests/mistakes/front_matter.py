"""Mistakes in front matter: what YAML takes away, and what it does not understand."""

from tests.mistakes.mistake import Mistake, in_article, line_of

MISTAKES = (
    Mistake(
        "no year, no month",
        in_article("signed_on: 2020-05-05", "signed_on: 2020-13-05"),
        "impossible-date",
        line_of("signed_on"),
    ),
)
