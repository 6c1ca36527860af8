"""Names in more than one language."""

from msgspec import Struct

from bantin.domain.problems import Language


class Label(Struct, frozen=True, array_like=True):
    """A name in Vietnamese and in English; at least one of them is given."""

    vi: str = ""
    en: str = ""

    def text(self, language: Language) -> str:
        """The name in ``language``, or in the other language if there is none."""
        return (self.vi or self.en) if language == "vi" else (self.en or self.vi)


class Term(Struct, frozen=True, array_like=True):
    """A term of a vocabulary: a type of document, a field, a section."""

    id: str
    label: Label
