"""Fields of Word: parts of a paragraph that hold an instruction, which is not shown, and its result."""

import re

_ADDRESS = re.compile(r'\s*HYPERLINK\s+"([^"]*)"', re.IGNORECASE)
_CONTENTS = re.compile(r"\s*TOC\b", re.IGNORECASE)


class _Field:
    """A field that is open: in its instruction, or in its result."""

    def __init__(self) -> None:
        self.instruction: list[str] = []
        self.has_result = False
        self.link = ""
        self.is_contents = False


class Fields:
    """The fields that are open at a place; they nest, and may go over several paragraphs."""

    def __init__(self) -> None:
        self._open: list[_Field] = []

    def change(self, kind: str) -> None:
        """Takes note of a ``w:fldChar`` of this ``kind``."""
        if kind == "begin":
            self._open.append(_Field())
        elif kind == "end" and self._open:
            self._open.pop()
        elif kind == "separate" and self._open:
            field = self._open[-1]
            instruction = "".join(field.instruction)
            address = _ADDRESS.match(instruction)
            field.has_result, field.link = True, address[1] if address else ""
            field.is_contents = _CONTENTS.match(instruction) is not None

    def begin_paragraph(self) -> None:
        """Closes fields without a result: an instruction ends with its paragraph, and a damaged one hides no text."""
        self._open = [field for field in self._open if field.has_result]

    def instruct(self, text: str) -> None:
        """Takes note of a part of the instruction."""
        if self._open:
            self._open[-1].instruction.append(text)

    @property
    def shows(self) -> bool:
        """Whether text at this place is shown."""
        return all(field.has_result for field in self._open)

    @property
    def is_contents(self) -> bool:
        """Whether text at this place is part of a table of contents."""
        return any(field.is_contents for field in self._open)

    @property
    def link(self) -> str:
        """The address that text at this place links to; empty if it does not."""
        return next((field.link for field in reversed(self._open) if field.link), "")
