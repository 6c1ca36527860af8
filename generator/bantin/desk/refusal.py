"""Refusals of the desk: why something was not done, in words that the editor sees."""

from http import HTTPStatus

from bantin.domain.model import Label
from bantin.domain.problems import Language


class Refused(Exception):
    """The desk does not do what was asked. ``words``, filled with ``values``, say why, and what to do."""

    def __init__(self, status: HTTPStatus, words: Label, **values: object) -> None:
        self.status = status
        self.words = words
        self.values = values
        super().__init__(self.text("en"))

    def text(self, language: Language) -> str:
        """The reason in ``language``."""
        return self.words.text(language).format(**self.values)
