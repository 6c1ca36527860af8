"""The texts of records in all their versions."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from msgspec import Struct

from bantin.domain.model import AgreementText, RecordFile, RecordHome
from bantin.domain.provisions.versions import Consolidation, consolidate


class TextHistory(Struct, frozen=True):
    """The versions of the text of a record.

    ``digest`` covers everything that they depend on: the file of the text, and the front matter of the records that
    amend it.
    """

    consolidation: Consolidation
    digest: str


def text_histories(homes: Iterable[RecordHome], as_of: date) -> Mapping[str, TextHistory]:
    """The versions of each published text among ``homes``, by the ids of the records.

    Events without a date count as having happened by the day ``as_of``.
    """
    homes = tuple(homes)
    amending = amending_homes(homes)
    return {
        file.agreement.id: _history(file, file.text, amending.get(file.agreement.id, ()), as_of)
        for file in homes
        if isinstance(file, RecordFile) and file.text
    }


def amending_homes(homes: Iterable[RecordHome]) -> Mapping[str, tuple[RecordHome, ...]]:
    """Those of ``homes`` whose agreements amend others, by the ids of the amended records."""
    found: defaultdict[str, dict[str, RecordHome]] = defaultdict(dict)
    for home in homes:
        for amendment in home.agreement.amends if home.agreement else ():
            found[amendment.to][home.path] = home
    return {record: tuple(amending.values()) for record, amending in found.items()}


def _history(file: RecordFile, text: AgreementText, amending: Sequence[RecordHome], as_of: date) -> TextHistory:
    others = [home.agreement for home in amending if home.agreement]
    found = consolidate(file.agreement, text, others, as_of)
    periods = [(one.first, one.last, one.by, one.open, one.since_is_known, one.text is None) for one in found.versions]
    made_of = [file.digest, *sorted(home.meta_digest for home in amending), repr(periods)]
    return TextHistory(found, hashlib.blake2b("\n".join(made_of).encode(), digest_size=16).hexdigest())
