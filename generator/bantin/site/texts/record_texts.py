"""The texts of a bulletin, with their versions, numbers and addresses."""

from collections.abc import Iterator
from datetime import date, timedelta

from bantin.domain.model import RecordFile
from bantin.domain.problems import LANGUAGES
from bantin.domain.provisions.anchors import canonical
from bantin.domain.provisions.changes import changes
from bantin.domain.provisions.versions import Consolidation, Version
from bantin.domain.text.dates import Edtf
from bantin.index import Bulletin, TextHistory
from bantin.site import addresses
from bantin.site.addresses import WORDS
from bantin.site.cards import subject_link, subject_of
from bantin.site.texts.version import AmendingDocument, RecordText, TextVersion
from bantin.site.views import LinkView


def record_texts(bulletin: Bulletin) -> Iterator[tuple[RecordFile, RecordText]]:
    """The published texts by the paths of their files."""
    for file in bulletin.record_files:
        history = bulletin.texts.get(file.agreement.id)
        if history:
            yield file, _record_text(file, history, bulletin)


def _record_text(file: RecordFile, history: TextHistory, bulletin: Bulletin) -> RecordText:
    site, found = bulletin.directory.site, history.consolidation
    words, today = WORDS[site.language], bulletin.directory.as_of
    # If it is not known for any day how the text reads, the signed one is still known.
    known = [one for one in found.versions if one.text is not None] or [Version(date.min, date.min, file.text)]
    current = found.on(today)
    return RecordText(
        record=bulletin.register.by_id[file.agreement.id],
        address=addresses.record_file(words, file),
        language=next((one for one in LANGUAGES if one == (file.text_lang or file.lang)), site.main),
        versions=tuple(_versions(file, known, found, bulletin)),
        changed=file.last_changed.day if file.last_changed else None,
        history=changes(found),
        unknown=tuple((one.first, one.last, one.open) for one in found.versions if one.text is None),
        documents={one: _link(one, bulletin) for one in sorted(_concerned(found))},
        digest=history.digest,
        today=known.index(current) + 1 if current in known else None,
    )


def _versions(
    file: RecordFile, known: list[Version], found: Consolidation, bulletin: Bulletin
) -> Iterator[TextVersion]:
    site, alone = bulletin.directory.site, len(known) == 1
    words, main = WORDS[site.language], WORDS[site.main]
    changed_in: dict[str, int] = {}
    for number, version in enumerate(known, start=1):
        if version.text is None:
            continue
        before = known[number - 2] if number > 1 else None
        concerned = [one for one in version.by if before is None or one not in before.by]
        for record in concerned:
            touched = found.touched.get(record, frozenset())
            changed_in |= {one.anchor: number for one in version.text.walk() if canonical(one.anchor) in touched}
        is_followed = number == len(known) or known[number].first == version.last + timedelta(days=1)
        begins = version.first.isoformat() if before else ""
        since = Edtf.of(version.first) if version.since_is_known and version.first > date.min else None
        yield TextVersion(
            number=number,
            since=since if number > 1 else file.agreement.signed_on,
            text=version.text,
            amended_by=tuple(_document(one, bulletin) for one in concerned),
            changed_in=tuple(sorted(changed_in.items())),
            address="" if alone else addresses.text_version(words, file, begins),
            data=site.up + (addresses.record_file(main, file) if alone else addresses.text_version(main, file, begins)),
            meets_next=is_followed,
            first=version.first,
            last=version.last,
        )


def _document(record_id: str, bulletin: Bulletin) -> AmendingDocument:
    home = bulletin.register.by_id[record_id].home
    site = bulletin.directory.site
    return AmendingDocument(subject_of(home), site.base_url + addresses.home(WORDS[site.language], home), record_id)


def _concerned(found: Consolidation) -> set[str]:
    return {record for one in found.versions for record in (*one.by, *one.open)}


def _link(record_id: str, bulletin: Bulletin) -> LinkView:
    return subject_link(bulletin.register.by_id[record_id].home, bulletin.directory.site)
