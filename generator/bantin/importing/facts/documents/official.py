"""Tells official documents from other texts in files of the same kinds, by their layout."""

from collections.abc import Iterable

from bantin.domain.model.provision import ProvisionKind
from bantin.importing.facts.documents.head import names_state_or_party
from bantin.importing.facts.documents.lines import label_of, lines_in
from bantin.importing.material import Block

# The lines within which a document has its head.
_HEAD = 30
_LEAST_ARTICLES = 2


def is_official(blocks: Iterable[Block]) -> bool:
    """Whether a document is laid out as a signed one: it names the state or the party in its head, or has articles."""
    lines = [line.text for block in blocks for line in lines_in(block)]
    if any(map(names_state_or_party, lines[:_HEAD])):
        return True
    labels = [label for line in lines if (label := label_of(line))]
    return sum(label.kind is ProvisionKind.ARTICLE for label in labels) >= _LEAST_ARTICLES
