"""The scopes of a text, which are the main part and each annex, and the labels that open provisions in them.

The meaning of a line such as ``1.`` depends on the whole scope: with articles, it is a clause of an article; without,
it may be below ``I.``, or at the top.
"""

from collections.abc import Sequence

from msgspec import Struct

from bantin.domain.model.provision import ProvisionKind
from bantin.domain.provisions.formulas import is_signature
from bantin.domain.provisions.labels import Label, bare_label, headed_label
from bantin.domain.provisions.lines import Line
from bantin.domain.provisions.numbers import follows, order_of

K = ProvisionKind
# Words after which a sentence continues, so that a label on the next line is a reference.
_LEADING_ON = frozenset(
    (
        *("tại", "theo", "của", "và", "hoặc", "với", "đến", "tới", "từ", "về", "các", "những"),
        *("to", "of", "in", "under", "with", "and", "or", "by", "the"),
    )
)
_INNER = frozenset(("khoản", "điểm", "clause", "point"))
_FEWEST_BARE = 2
_LARGEST_STEP = 3
_LONGEST_HEADING = 300
_MOST_WORDS_BEFORE_STOP = 6
_NO_HEADING_BEGINS = ("-", "–", "+", "•", "*", "“", '"', "|", "(", ">", "«")


class Scope(Struct, frozen=True):
    """The main part of a text or an annex: the indexes of its lines, and its structure.

    ``heads`` are the labels of its outer provisions by the index of their line. ``closing`` is the index of the line at
    which the signatures begin, or ``end``.
    """

    begin: int
    end: int
    heads: dict[int, Label]
    closing: int
    has_articles: bool

    @property
    def is_plain(self) -> bool:
        """Whether the scope consists of clauses and points only."""
        return not any(label.kind is not K.ANNEX for label in self.heads.values())


def is_heading(text: str) -> bool:
    """Whether words beside or below a number are its heading, rather than the first words of the provision.

    A heading is not a sentence: it ends without a full stop, or has a few words only.
    """
    if not text or len(text) > _LONGEST_HEADING or text.startswith(_NO_HEADING_BEGINS):
        return False
    if text[-1] == ".":
        return text[-2:-1].isalpha() and text.count(" ") < _MOST_WORDS_BEFORE_STOP
    return text[-1] not in ":;,!?”"


def leads_on(text: str) -> bool:
    """Whether the sentence of a line continues on the next one: it ends with such a word or with ``khoản 2``."""
    words = text[-20:].split(" ")
    return words[-1].lower() in _LEADING_ON or (len(words) > 1 and words[-2] in _INNER and len(words[-1]) <= 4)


def scopes_of(lines: Sequence[Line]) -> list[Scope]:
    """The scopes of a text in their order; the first one is the main part, which may be empty."""
    heads = {index: label for index in range(len(lines)) if (label := _head_at(lines, index))}
    begins = [0, *(index for index, label in heads.items() if label.kind is K.ANNEX)]
    scopes = [
        _scope(lines, begin, end, heads)
        for begin, end in zip(begins, [*begins[1:], len(lines)], strict=True)
        if begin < end or begin == 0
    ]
    return _with_one_closing(lines, scopes)


def _head_at(lines: Sequence[Line], index: int) -> Label | None:
    line = lines[index]
    if line.is_quoted or (not line.follows_blank and index and leads_on(lines[index - 1].text)):
        return None
    label = headed_label(line.text)
    if label is not None and label.kind is K.ANNEX and label.rest and label.rest[-1] in ".;,:":
        return None  # an entry in a list of annexes
    return label


def _scope(lines: Sequence[Line], begin: int, end: int, heads: dict[int, Label]) -> Scope:
    own = {index: heads[index] for index in range(begin, end) if index in heads}
    has_articles = any(label.kind is K.ARTICLE for label in own.values())
    if not has_articles:
        own |= _bare_heads(lines, begin, end, own)
    return Scope(begin, end, own, end, has_articles)


def _bare_heads(lines: Sequence[Line], begin: int, end: int, heads: dict[int, Label]) -> dict[int, Label]:
    """The numbers ``I.`` and letters ``A.`` that are in sequence, if there are at least two of a kind."""
    found: dict[int, Label] = {}
    letter, numeral = "", 0
    for index in range(begin, end):
        if index in heads:
            letter, numeral = "", 0
        label = None if lines[index].is_quoted or index in heads else bare_label(lines[index].text)
        if label is None:
            continue
        order = order_of(label.kind, label.number)
        if label.kind is K.SECTION and order and numeral <= order.count <= numeral + _LARGEST_STEP:
            found[index], numeral = label, order.count
        elif len(label.number) == 1 and follows(label.number.lower(), letter):
            found[index] = Label(K.PART, label.number, label.rest, sign=label.sign)
            letter, numeral = label.number.lower(), 0
    for kind in (K.PART, K.SECTION):
        of_kind = [index for index, label in found.items() if label.kind is kind]
        if len(of_kind) < _FEWEST_BARE:
            found = {index: label for index, label in found.items() if label.kind is not kind}
    return found


def _with_one_closing(lines: Sequence[Line], scopes: list[Scope]) -> list[Scope]:
    """Finds where the signatures begin: after the main part, or else after the last annex."""
    for place in dict.fromkeys((0, len(scopes) - 1)):
        scope = scopes[place]
        last_head = max(scope.heads, default=scope.begin - 1)
        closing = next(
            (
                index
                for index in range(last_head + 1, scope.end)
                if not lines[index].is_quoted and is_signature(lines[index].text)
            ),
            scope.end,
        )
        if closing < scope.end:
            while closing - 1 > last_head and _may_be_party(lines[closing - 1]):
                closing -= 1
            scopes[place] = Scope(scope.begin, scope.end, scope.heads, closing, scope.has_articles)
            break
    return scopes


def _may_be_party(line: Line) -> bool:
    """Whether a line right above a signature names who signs: ``BỘ CÔNG AN`` above ``BỘ TRƯỞNG``."""
    return line.text.isupper() and not line.is_quoted and line.text[-1].isalpha() and len(line.text) > 1
