"""The report of an import, item by item."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from bantin.domain.problems import Language
from bantin.importing.drafts.draft import DraftKind, Value
from bantin.importing.drafts.places import place_words
from bantin.importing.drafts.placing import PlacedDraft, State
from bantin.importing.material import Place, Refusal


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


class Report(Struct, frozen=True):
    """The whole report. ``dry_run`` if nothing was written."""

    items: tuple[Item, ...]
    refused: tuple[Refused, ...]
    dry_run: bool

    @property
    def states(self) -> Mapping[State, int]:
        """How many drafts came to each state."""
        return Counter(item.state for item in self.items)

    @property
    def guesses(self) -> int:
        """How many guesses the drafts have that are written now."""
        written = (State.NEW, State.RENEWED)
        return sum(item.guesses for item in self.items if item.state in written)


def report_of(
    placed: Iterable[PlacedDraft], refused: Iterable[Refused], language: Language, *, dry_run: bool
) -> Report:
    """Makes the report, with places in the words of ``language``."""
    return Report(tuple(_item(one, language) for one in placed), tuple(refused), dry_run)


def _item(placed: PlacedDraft, language: Language) -> Item:
    draft = placed.draft
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
        left_out=tuple(_passages(((one.words, one.reason, one.place) for one in draft.left_out), language)),
        not_understood=tuple(_passages(((one.words, one.kind, one.place) for one in draft.notices), language)),
    )


def _passages(told: Iterable[tuple[str, str, Place]], language: Language) -> Iterator[Passage]:
    return (Passage(words, str(reason), place_words(place, language)) for words, reason, place in told)
