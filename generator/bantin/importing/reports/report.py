"""The report of an import, item by item."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from bantin.domain.problems import Language
from bantin.importing.drafts.draft import DraftKind, Value
from bantin.importing.drafts.places import place_words
from bantin.importing.drafts.placing import PlacedDraft, State
from bantin.importing.material import NoticeKind, Place, Refusal

_KINDS = (DraftKind.AGENCY, DraftKind.RECORD, DraftKind.ARTICLE)
_NO_CONTENT = frozenset((NoticeKind.WIDGET, NoticeKind.SCRIPT))
"""What stands on every page of a portal: left out, and nothing to be looked at."""


class Passage(Struct, frozen=True):
    """Words of the source that are not in the draft, why not (a code), and where they stand."""

    words: str
    reason: str
    place: str


class Item(Struct, frozen=True):
    """A draft: its source and path, what became of it, and its values.

    ``guesses`` counts the marks in the file, one for a person with several values; ``open`` are the keys of which the
    source says nothing.
    """

    source: str
    path: str
    kind: DraftKind
    state: State
    title: str
    guesses: int
    taken: tuple[Value, ...]
    guessed: tuple[Value, ...]
    open: tuple[str, ...]
    left_out: tuple[Passage, ...]
    not_understood: tuple[Passage, ...]


class Refused(Struct, frozen=True):
    """A source that was not read, with the reason."""

    source: str
    reason: Refusal
    detail: str = ""


class Group(Struct, frozen=True):
    """The items of one kind: those with most guesses first, and last those that stay as they are."""

    kind: DraftKind
    items: tuple[Item, ...]

    @property
    def states(self) -> Mapping[State, int]:
        """How many drafts came to each state."""
        return Counter(item.state for item in self.items)

    @property
    def guesses(self) -> int:
        """How many guesses the drafts have that are written now."""
        return sum(item.guesses for item in self.items if item.state.is_written)


class Report(Struct, frozen=True):
    """The whole report. ``dry_run`` if nothing was written."""

    items: tuple[Item, ...]
    refused: tuple[Refused, ...]
    dry_run: bool

    @property
    def groups(self) -> tuple[Group, ...]:
        """The items by kind: agencies first, which are confirmed once for all sources."""
        ordered = sorted(self.items, key=lambda item: (not item.state.is_written, -item.guesses, item.path))
        of_kind = ((kind, tuple(item for item in ordered if item.kind is kind)) for kind in _KINDS)
        return tuple(Group(kind, items) for kind, items in of_kind if items)

    @property
    def guesses(self) -> int:
        """How many guesses the drafts have that are written now."""
        return sum(group.guesses for group in self.groups)


def report_of(
    placed: Iterable[PlacedDraft], refused: Iterable[Refused], language: Language, *, dry_run: bool
) -> Report:
    """Makes the report, with places in the words of ``language``."""
    return Report(tuple(_item(one, language) for one in placed), tuple(refused), dry_run)


def _item(placed: PlacedDraft, language: Language) -> Item:
    draft = placed.draft
    left_out = [(one.words, str(one.reason), one.place) for one in draft.left_out]
    told = [(one.words, one.kind, one.place) for one in draft.notices]
    return Item(
        source=draft.key,
        path=placed.path,
        kind=draft.kind,
        state=placed.state,
        title=draft.title,
        guesses=draft.guesses,
        taken=tuple(value for value in draft.values if not value.evidence),
        guessed=tuple(value for value in draft.values if value.evidence),
        open=draft.open,
        left_out=tuple(_passages([*left_out, *(one for one in told if one[1] in _NO_CONTENT)], language)),
        not_understood=tuple(_passages([one for one in told if one[1] not in _NO_CONTENT], language)),
    )


def _passages(told: Iterable[tuple[str, str, Place]], language: Language) -> Iterator[Passage]:
    return (Passage(words, str(reason), place_words(place, language)) for words, reason, place in told)
