"""The status of agreements at the ends of years."""

from collections.abc import Iterator
from datetime import date

from bantin.domain.model import Agreement, Status
from bantin.domain.rules.lifecycle import status_on


def at_ends_of_years(agreement: Agreement, first: int, last: int) -> Iterator[tuple[int, Status]]:
    """Yields the years from ``first`` to ``last``, each with the status of ``agreement`` on 31 December.

    The status is only computed again for years with a date of the agreement, which are few.
    """
    turns = set(_turns(agreement))
    status = Status.UNKNOWN
    for year in range(first, last + 1):
        if year == first or year in turns:
            status = status_on(agreement, date(year, 12, 31))
        yield year, status


def _turns(agreement: Agreement) -> Iterator[int]:
    """The years whose last day may have another status than the last day of the year before."""
    begins = [agreement.signed_on, agreement.effective_on, *(event.on for event in agreement.events)]
    begins += [own for party in agreement.parties for own in (party.signed_on, party.effective_on)]
    yield from (on.year for on in begins if on and on.year)
    for end in (agreement.expires_on, *(event.until for event in agreement.events)):
        # A term that ends on the last day of a year is over in the next one.
        yield from (end.year, end.year + 1) if end and end.year else ()
