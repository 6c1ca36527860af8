"""The views of the register: its records as rows of tables, and the pages that show them."""

from msgspec import Struct

from bantin.site.views.agreement import OwnFactView, PersonView
from bantin.site.views.pages import View
from bantin.site.views.parts import DateView, LinkView, Pager


class RowView(Struct, frozen=True):
    """A record as it stands in a table: ``parties`` by the names of the day, ``url`` of the article that tells of it.

    ``facets`` are the lists of the register that it stands in, each by the name and the value: ``nam/2012``. ``lang``
    is the language of its title where it is not that of the site. ``own`` are facts that the settings of the bulletin
    declare for the register, each in a column of its own.
    """

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

    def __hash__(self) -> int:
        # A theme keeps what it makes of a row under the row, and there is one for each article.
        return hash(self.url)


class FacetView(Struct, frozen=True):
    """One way to divide the register: its ``name`` in addresses, what it is called, and a list for each value.

    A choice is the value in addresses and the link to its list.
    """

    name: str
    label: str
    choices: tuple[tuple[str, LinkView], ...]


class RegisterView(View, frozen=True, kw_only=True):
    """``register.html`` and ``in_force.html``: records in a table, a page at a time.

    Their statuses are those of the day ``as_of``. ``others`` are pages that belong beside this one. The whole register
    has ``facets``, and the addresses of all its ``pages`` for a script to search.
    """

    as_of: DateView
    rows: tuple[RowView, ...]
    total: int
    pager: Pager
    others: tuple[LinkView, ...] = ()
    facets: tuple[FacetView, ...] = ()
    pages: tuple[str, ...] = ()


class NoteView(Struct, frozen=True):
    """A record of which something is told: what (``label``), when, and more in the words of the sources."""

    row: RowView
    label: str
    on: DateView | None
    note: str


class NotesView(View, frozen=True, kw_only=True):
    """``notes.html``, ``due.html`` and ``unpublished.html``: what is told of records, in groups, a page at a time.

    Each group has a label, empty where it is the only one, and an anchor.
    """

    as_of: DateView
    groups: tuple[tuple[str, str, tuple[NoteView, ...]], ...]
    total: int
    pager: Pager


class SigningView(Struct, frozen=True):
    """A signature under an agreement: ``person`` has the name as it was written, and the rank and post of that day."""

    row: RowView
    person: PersonView


class SignerView(View, frozen=True, kw_only=True):
    """``signer.html``: what was signed under one name, a page at a time; ``total`` is the number of agreements."""

    signings: tuple[SigningView, ...]
    total: int
    pager: Pager
