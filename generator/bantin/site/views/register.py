"""The views of the register: its records as rows of tables, and the pages that show them."""

from msgspec import Struct

from bantin.site.views.agreement import OwnFactView, PersonView
from bantin.site.views.pages import View
from bantin.site.views.parts import DateView, LinkView, Pager, StatusView


class RowView(Struct, frozen=True):
    """A record in a table: its ``id``, ``parties`` with their names of that day, ``url`` of its page.

    ``facets`` are the lists of the register that contain it, each as a name and a value: ``nam/2012``. ``lang`` is the
    language of the title if that differs from the language of the site. ``own`` are the own facts that are shown in the
    register, each in a separate column. ``standing`` is the status with its period. ``agencies`` are the ids of the
    parties, in their order.
    """

    id: str
    number: str
    title: str
    url: str
    parties: tuple[str, ...]
    type: str
    signed: DateView | None
    status: str
    facets: tuple[str, ...]
    lang: str = ""
    own: tuple[OwnFactView, ...] = ()
    standing: StatusView | None = None
    agencies: tuple[str, ...] = ()

    def __hash__(self) -> int:
        # Templates cache their output for a row under the row. The address of its page identifies it.
        return hash(self.url)


class FacetView(Struct, frozen=True):
    """A facet of the register: its ``name`` in addresses, its label, and a list for each value.

    A choice is the value in addresses and the link to its list.
    """

    name: str
    label: str
    choices: tuple[tuple[str, LinkView], ...]


class RegisterView(View, frozen=True, kw_only=True):
    """``register.html`` and ``in_force.html``: one page of a table of records.

    ``total`` is the number of all records; 0 on the later pages of a list by status, which need not change with it.
    ``others`` are links to related pages. The complete register also has ``facets``, in ``pages`` the addresses of all
    its pages, and in ``agency_list`` the link to the list of all agencies, if the site has one. A script that searches
    it needs ``index``, the address of the file of all rows, ``statuses``, each status that a row can have,
    ``agency_name``, the name of the agencies in addresses, ``co-quan``, and ``download``, the name of the file in which
    it saves what it has found, empty if the site has no data.
    """

    rows: tuple[RowView, ...]
    total: int
    pager: Pager
    others: tuple[LinkView, ...] = ()
    facets: tuple[FacetView, ...] = ()
    pages: tuple[str, ...] = ()
    download: str = ""
    index: str = ""
    statuses: tuple[StatusView, ...] = ()
    agency_name: str = ""
    agency_list: LinkView | None = None


class AgencyChoiceView(Struct, frozen=True):
    """An agency to search the register by: its value in addresses, its name, and others that it has or had."""

    value: str
    name: str
    others: tuple[str, ...]


class RowsView(View, frozen=True, kw_only=True):
    """All rows of the register, and the agencies to search them by, for the script that does so."""

    rows: tuple[RowView, ...]
    agencies: tuple[AgencyChoiceView, ...]


class StatusMeaningView(Struct, frozen=True):
    """A status without a period, its meaning in words, and the link to its list; ``None`` if no record has it."""

    status: StatusView
    meaning: str
    anchor: str
    list: LinkView | None


class StatusesView(View, frozen=True, kw_only=True):
    """``statuses.html``: what each status means."""

    statuses: tuple[StatusMeaningView, ...]


class NoteView(Struct, frozen=True):
    """A note about a record: its subject (``label``), its date, and details in the words of the sources."""

    row: RowView
    label: str
    on: DateView | None
    note: str


class NotesView(View, frozen=True, kw_only=True):
    """``notes.html``, ``due.html`` and ``unpublished.html``: one page of notes about records, in groups.

    Each group has a label, which is empty if it is the only group, and an anchor.
    """

    groups: tuple[tuple[str, str, tuple[NoteView, ...]], ...]
    total: int
    pager: Pager


class SigningView(Struct, frozen=True):
    """A signature under an agreement: ``person`` has the name as written, and the rank and position of that day."""

    row: RowView
    person: PersonView


class SignerView(View, frozen=True, kw_only=True):
    """``signer.html``: one page of the agreements signed under a name; ``total`` is their number."""

    signings: tuple[SigningView, ...]
    total: int
    pager: Pager


class YearRowView(Struct, frozen=True):
    """A row of the list of a year: an agreement, the part that is concerned, the reason, and since when."""

    type: str
    number: str
    signed: DateView | None
    title: LinkView
    part: str
    reason: str
    on: DateView | None


class YearListView(View, frozen=True, kw_only=True):
    """``year_list.html``: what ended, was suspended or was amended in a year, in groups.

    ``heads`` are those of the columns, the first of which has the numbers of the rows. Each group has a label and an
    anchor. ``files`` are the links to the list as office files.
    """

    heads: tuple[str, ...]
    groups: tuple[tuple[str, str, tuple[YearRowView, ...]], ...]
    files: tuple[LinkView, ...]
    total: int
