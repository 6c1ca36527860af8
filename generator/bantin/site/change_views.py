"""The changes of a published page, as readers are told of them."""

from collections.abc import Iterable, Iterator

from bantin.domain.model import Change, ChangeKind, told_changes
from bantin.domain.problems import Language
from bantin.site.cards import exact_view
from bantin.site.views import PageChangeView


def change_views(changes: Iterable[Change], kind: ChangeKind, language: Language) -> tuple[PageChangeView, ...]:
    """The views of those of ``changes`` that are of one ``kind``, the newest first."""
    return tuple(_views((change for change in told_changes(changes) if change.kind is kind), language))


def _views(changes: Iterable[Change], language: Language) -> Iterator[PageChangeView]:
    for change in changes:
        yield PageChangeView(exact_view(change.on, language), change.note)
