"""The documents of an agreement on the page of its article: their properties and digital signatures."""

import posixpath
from collections.abc import Iterable

from bantin.domain.model import Document, DocumentFacts, MachineReading, SignatureFacts, Site
from bantin.domain.text.number_format import format_size
from bantin.index import Directory
from bantin.site import addresses, labels
from bantin.site.cards import instant_view
from bantin.site.views import DocumentView, SignatureView


def document_views(
    documents: Iterable[Document], known: Iterable[DocumentFacts], directory: Directory
) -> tuple[DocumentView, ...]:
    """The views of ``documents``, in the same order; ``known`` are the facts of examined files."""
    by_path = {facts.path: facts for facts in known}
    return tuple(_view(document, by_path.get(document.file), directory) for document in documents)


def reading_note(reading: MachineReading, site: Site) -> str:
    """The notice about text that was recognised by a machine."""
    if reading.confidence is None:
        return labels.READ_AND_CORRECTED.on(site)
    return labels.READ_BY_MACHINE.on(site).format(percent=reading.confidence)


def _view(document: Document, facts: DocumentFacts | None, directory: Directory) -> DocumentView:
    language = directory.site.language
    return DocumentView(
        label=labels.DOCUMENTS[document.kind].on(directory.site),
        name=posixpath.basename(document.file),
        url=addresses.attachment(directory.site, document.file),
        size=format_size(facts.size, language) if facts else "",
        pages=facts.pages if facts else None,
        sha256=facts.sha256 if facts else document.sha256 or "",
        signatures=tuple(_signature(signature, directory) for signature in facts.signatures) if facts else (),
        unchecked=facts.unchecked if facts else False,
        reading=reading_note(facts.reading, directory.site) if facts and facts.reading else "",
    )


def _signature(facts: SignatureFacts, directory: Directory) -> SignatureView:
    site = directory.site
    return SignatureView(
        signer=facts.signer,
        organisation=facts.organisation,
        issuer=facts.issuer,
        on=instant_view(facts.signed_at.astimezone(site.timezone), site.language) if facts.signed_at else None,
        time_stamped=facts.time_stamped,
        intact=facts.intact,
        covers_whole_file=facts.covers_whole_file,
        changed_since=facts.changed_since,
        trust=labels.TRUST[facts.trust].on(site).format(root=facts.trusted_by),
    )
