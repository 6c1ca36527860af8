"""Parses the text of an agreement from plain lines into provisions, in the layout of official documents.

Each line with words is a paragraph, or continues the one above if it begins with a small letter and no sentence has
ended. Only the layout is lost: emphasis, blank lines, and the punctuation after a number (``5.`` or ``5:``). Quoted
labels do not open provisions, since an amending agreement quotes the text that it inserts.
"""

import re

from bantin.domain.model.provision import AgreementText, ProvisionKind
from bantin.domain.problems import Language
from bantin.domain.provisions.anchors import HEADED
from bantin.domain.provisions.drafts import Outline
from bantin.domain.provisions.formulas import is_basis
from bantin.domain.provisions.inner_labels import inner_label
from bantin.domain.provisions.labels import Label
from bantin.domain.provisions.lines import Line, lines_of, without_emphasis
from bantin.domain.provisions.scopes import Scope, is_heading, leads_on, scopes_of

K = ProvisionKind
_VIETNAMESE = re.compile("[ăâđêôơưĂÂĐÊÔƠƯạ-ỹẠ-Ỹ]")
_SENTENCE_ENDS = '.;:!?”"…'
_BULLETS = ("-", "–", "•", "+", "*")
_FIRST = ("1", "a")
# A shorter line ends a paragraph.
_FULL_LINE = 50


def read_text(text: str, first_line: int = 1) -> AgreementText:
    """Reads the whole text of an agreement. ``first_line`` is the number of its first line in the file."""
    lines = lines_of(text, first_line)
    reader = _Reader("vi" if _VIETNAMESE.search(text) else "en")
    for scope in scopes_of(lines):
        reader.read(lines[scope.begin : scope.end], scope)
    return reader.finished()


class _Reader:
    """Takes the lines of a text one by one."""

    def __init__(self, language: Language) -> None:
        self._outline = Outline(language)
        self._opening: list[list[str]] = []
        self._closing: list[str] = []
        self._paragraph: list[str] | None = None
        self._above: Line | None = None

    def read(self, lines: list[Line], scope: Scope) -> None:
        """Takes the ``lines`` of ``scope``."""
        self._outline.open = []
        self._above = None
        closed = False
        for index, line in enumerate(lines, start=scope.begin):
            closed = closed or (index >= scope.closing and bool(self._outline.open))
            if closed:
                self._closing.append(line.text)
            else:
                self._take(line, scope.heads.get(index), scope)
                self._above = line

    def finished(self) -> AgreementText:
        """The text that was read."""
        preamble, bases, formula = _parts_of_opening(
            [without_emphasis(" ".join(fragments)) for fragments in self._opening]
        )
        return AgreementText(
            preamble,
            bases,
            tuple(draft.finished() for draft in self._outline.roots),
            tuple(self._closing),
            formula,
        )

    def _take(self, line: Line, head: Label | None, scope: Scope) -> None:
        above = "" if line.follows_blank or self._above is None or self._above.is_quoted else self._above.text
        if head is not None:
            self._begin(head, line, scope)
        elif line.is_quoted:
            self._add(line.text)
        elif leads_on(above) and not line.text.startswith(_BULLETS):
            self._continue(line.text)
        else:
            self._take_inner(line, above, scope)

    def _take_inner(self, line: Line, above: str, scope: Scope) -> None:
        """Takes a line that neither begins an outer level nor is in a quotation."""
        label, is_next = inner_label(line.text, self._outline, scope)
        runs_on = len(above) >= _FULL_LINE and above[-1].isalnum() and not self._is_below_number()
        if label is not None and (is_next or not runs_on):
            self._begin(label, line, scope)
        elif label is not None or (above and self._continues(line.text, above)):
            self._continue(line.text)
        else:
            self._add(line.text)

    def _begin(self, label: Label, line: Line, scope: Scope) -> None:
        self._outline.begin(label, line.number)
        self._paragraph = None
        if not label.rest:
            return
        inner, _ = inner_label(label.rest, self._outline, scope) if label.kind is not K.POINT else (None, False)
        if inner is not None and inner.number in _FIRST and inner.kind is not label.kind:
            self._begin(inner, line, scope)
        else:
            self._add(label.rest)

    def _is_below_number(self) -> bool:
        """Whether the line above has the number of an outer level, or its heading, which end without punctuation."""
        return bool(self._outline.open) and self._outline.open[-1].kind in HEADED and len(self._texts) <= 1

    def _continues(self, text: str, above: str) -> bool:
        if text[0].islower():
            return above[-1] not in _SENTENCE_ENDS
        # The heading of a chapter in capitals, over several lines.
        in_capitals = text.isupper() and above.isupper() and len(self._texts) == 1 and self._is_below_number()
        return in_capitals and is_heading(" ".join([*self._texts[0], text]))

    @property
    def _texts(self) -> list[list[str]]:
        return self._outline.open[-1].texts if self._outline.open else self._opening

    def _add(self, text: str) -> None:
        self._paragraph = [text]
        self._texts.append(self._paragraph)

    def _continue(self, text: str) -> None:
        if self._paragraph is None:
            self._add(text)
        else:
            self._paragraph.append(text)


def _parts_of_opening(paragraphs: list[str]) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """The text before the provisions: the preamble, the paragraphs of the legal basis, and those after it."""
    begin = next((index for index, paragraph in enumerate(paragraphs) if is_basis(paragraph)), len(paragraphs))
    end, in_list = begin, False
    while end < len(paragraphs) and (is_basis(paragraphs[end]) or (in_list and paragraphs[end].startswith(_BULLETS))):
        in_list = in_list or paragraphs[end].endswith(":")
        end += 1
    return tuple(paragraphs[:begin]), tuple(paragraphs[begin:end]), tuple(paragraphs[end:])
