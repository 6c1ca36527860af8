"""The records of the register as rows of tables."""

import posixpath

from bantin.domain.model import ShownIn
from bantin.index import Directory, Record
from bantin.site.addresses import WORDS
from bantin.site.cards import card, status_link, status_view, subject_of
from bantin.site.memoize import once
from bantin.site.own_fields import own_facts
from bantin.site.views import LinkView, RowView


def value_of(link: LinkView) -> str:
    """The common value of the records of a list, as in the address of the list: ``2012``."""
    return posixpath.basename(link.url.removesuffix("/"))


def _row(record: Record, directory: Directory) -> RowView:
    # A row has the same values as the card of the record, which is usually cached already.
    face, agreement = card(record.home, directory), record.agreement
    words, status = WORDS[directory.site.language], status_link(record.lifecycle.status, directory)
    return RowView(
        id=agreement.id,
        number=agreement.number,
        title=subject_of(record.home),
        url=face.url,
        parties=face.parties,
        type=face.type,
        signed=face.signed,
        status=status.label,
        facets=(
            f"{words.year}/{record.year or words.unknown}",
            f"{words.types}/{agreement.type}",
            *(f"{words.fields}/{field}" for field in agreement.fields),
            f"{words.status}/{value_of(status)}",
        ),
        lang=face.lang,
        own=own_facts(agreement, ShownIn.REGISTER, directory),
        agencies=tuple(party.agency for party in agreement.parties),
        standing=status_view(record.lifecycle.standing, directory),
    )


row = once(lambda record: record.agreement.id, _row)
"""The record as a row of a table."""
