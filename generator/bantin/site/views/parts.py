"""Parts of views: links, dates, photos, cards, pagers."""

from msgspec import Struct

from bantin.domain.problems import Language


class LinkView(Struct, frozen=True):
    """A link: its label, its address, and the number of articles in the list behind it, if it leads to a list.

    ``lang`` is the language of the label if that differs from the language of the site. If ``linked`` is false, there
    is no page on this site, and only the label is shown. Instead of a list with a single item, the link leads to that
    item, whose title is ``item``; ``item_lang`` is the language of the title if that differs from that of the label.
    """

    label: str
    url: str
    count: int | None = None
    external: bool = False
    lang: str = ""
    linked: bool = True
    item: str = ""
    item_lang: str = ""


class CodeView(Struct, frozen=True):
    """A code for cameras, drawn as one dashed line that winds through its rows, with a margin of four modules.

    It is a square of ``size`` modules. ``dashes`` are the lengths of the black and the white parts of the line in turn,
    in modules. Together they take a quarter of the bytes that a shape for each module would take.
    """

    size: int
    dashes: str

    @property
    def line(self) -> str:
        """The line as the data of an SVG path: a module before the first row, and one behind each."""
        width = self.size + 2
        return "M-1 .5" + f"h{width}v1h-{width}v1" * (self.size // 2) + f"h{width}"


class AlternateView(Struct, frozen=True):
    """An alternate form of a page for other programs: its label, its address, its media type."""

    label: str
    url: str
    type: str


class LanguageView(Struct, frozen=True):
    """The version of a page in one language: the code and the own name of the language, and the address.

    ``here`` is true for the page itself. ``full`` is the full address; empty if the address leads to another page
    because there is no version in this language, or to the same untranslated text.
    """

    language: Language
    label: str
    url: str
    full: str
    here: bool


class FiguresView(Struct, frozen=True):
    """The figures of the visitor counter: visits today, this week and in total, as counted ``at`` a time."""

    today: int
    week: int
    total: int
    at: str


class DateView(Struct, frozen=True):
    """A date for programs (``iso``, in EDTF if it is not an exact day) and for readers, short and long."""

    iso: str
    short: str
    long: str
    full: str
    exact: bool

    @property
    def w3c(self) -> str:
        """The date in W3CDTF, a profile of ISO 8601 that most vocabularies require; empty if that cannot express it."""
        return "" if "X" in self.iso or self.iso[-1] in "?~%" else self.iso


class PageChangeView(Struct, frozen=True):
    """A correction or an update of a page: when it was made, and what was changed."""

    on: DateView
    note: str


class OriginView(Struct, frozen=True):
    """The source file of a page, and its last change, if known.

    ``path`` is its path in the bulletin's folder. ``commit`` is a short id; ``url`` leads to that version of the file,
    if the settings say where the repository is. ``versions`` is the address of the page with its former versions.
    """

    path: str
    commit: str
    url: str
    changed: DateView | None
    versions: str = ""


class SourceView(Struct, frozen=True):
    """An image in one format, given by its media type: the address and the width of each size, the smallest first."""

    type: str
    files: tuple[tuple[str, int], ...]


class PictureView(Struct, frozen=True):
    """An image in its largest size, in a format that all browsers support; ``sources`` are in better formats."""

    url: str
    width: int = 0
    height: int = 0
    sources: tuple[SourceView, ...] = ()


class PhotoView(Struct, frozen=True):
    """A photo with its caption and credit; its size and sources are as in :class:`PictureView`, if known."""

    url: str
    alt: str
    caption: str
    credit: str
    width: int = 0
    height: int = 0
    sources: tuple[SourceView, ...] = ()


class StatusView(Struct, frozen=True):
    """A status and its period: ``kind`` for programs, and a label with a link to the list of this status.

    ``word`` is its label in few words, for a tag; ``meaning`` is the address of the explanation of the status, empty
    if the site has none.

    ``since`` is the first day; ``None`` if unknown. ``until`` is the last day, of which only the month or the year may
    be known; ``None`` if the status is not known to end. It is ``at_least`` until then if nothing is known of the days
    after. ``enters_on`` is the day of a future entry into force. All are ``None`` for an unknown status.
    """

    kind: str
    link: LinkView
    since: DateView | None = None
    until: DateView | None = None
    at_least: bool = False
    enters_on: DateView | None = None
    word: str = ""
    meaning: str = ""


class CardView(Struct, frozen=True):
    """An article in a list, or a record with a file of its own, which was signed and not published.

    ``lang`` is the language of its texts if that differs from the language of the site. ``status`` is that of its
    agreement, or of all its agreements if they have the same one. ``heading`` is the title with no-break spaces in the
    names of agencies.
    """

    title: str
    url: str
    lead: str
    published: DateView | None
    signed: DateView | None
    type: str
    parties: tuple[str, ...]
    section: LinkView | None
    photo: PhotoView | None
    lang: str = ""
    is_record: bool = False
    status: StatusView | None = None
    heading: str = ""

    def __hash__(self) -> int:
        # Templates cache their output for a card under the card. Its address identifies it.
        return hash(self.url)


class Pager(Struct, frozen=True):
    """The pager of a list. ``previous`` and ``next`` are ``None`` at its ends."""

    number: int
    total: int
    previous: LinkView | None
    next: LinkView | None
    pages: tuple[LinkView, ...]


class GroupView(Struct, frozen=True):
    """Cards with a common heading."""

    label: str
    anchor: str
    cards: tuple[CardView, ...]


class HeadingView(Struct, frozen=True):
    """An entry of a table of contents."""

    level: int
    anchor: str
    text: str
