"""Names in more than one language."""

from dataclasses import dataclass

from generator.errors import Language


@dataclass(frozen=True, slots=True)
class Label:
    """A name in Vietnamese and in English; at least one of them is given."""

    vi: str = ""
    en: str = ""

    def text(self, language: Language) -> str:
        """The name in ``language``, or in the other one where it has no such name."""
        return (self.vi or self.en) if language == "vi" else (self.en or self.vi)


@dataclass(frozen=True, slots=True)
class Term:
    """A word of a vocabulary: a type of document, a field, a section."""

    id: str
    label: Label
