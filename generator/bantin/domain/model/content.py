"""The content of a bulletin: everything that its files say."""

from collections.abc import Mapping

from msgspec import Struct

from bantin.domain.model.agency import Agency
from bantin.domain.model.article import Article, StaticPage
from bantin.domain.model.body import Outline
from bantin.domain.model.document import DocumentFacts
from bantin.domain.model.gone import Gone
from bantin.domain.model.history import History, PublicVersion
from bantin.domain.model.image import ImageFacts
from bantin.domain.model.ledger import Ledger
from bantin.domain.model.record import RecordFile
from bantin.domain.model.site import Site, VisitorFigures, Vocabulary
from bantin.domain.model.translation import Translation


class Content(Struct, frozen=True):
    """All content of a bulletin, parsed and checked.

    ``records`` are those with files of their own; others are parts of articles. ``files`` are the paths of all files of
    the content folder; ``broken`` those of articles, pages, records and agencies that could not be used, and
    ``orphans`` the texts of such articles and pages, if readable. ``documents`` are the facts of PDFs and other files
    that agreements refer to, by path. ``history`` has the commits of the files, ``versions`` the public versions of
    articles and records that have several. ``figures`` are those of the visitor counter. ``translations`` are of
    articles, records and pages; ``images`` are the facts of those that articles and pages show or link to, by path.
    ``gone`` are the files whose pages are not there any more. ``ledger`` has every address that ever was public;
    ``None`` without one.
    """

    site: Site
    vocabulary: Vocabulary
    agencies: tuple[Agency, ...]
    articles: tuple[Article, ...]
    pages: tuple[StaticPage, ...]
    files: frozenset[str]
    broken: frozenset[str]
    orphans: tuple[tuple[str, Outline], ...]
    documents: Mapping[str, DocumentFacts] = {}
    history: History = History()
    versions: Mapping[str, tuple[PublicVersion, ...]] = {}
    figures: VisitorFigures | None = None
    translations: tuple[Translation, ...] = ()
    images: Mapping[str, ImageFacts] = {}
    records: tuple[RecordFile, ...] = ()
    ledger: Ledger | None = None
    gone: tuple[Gone, ...] = ()
