"""The table of the parties to an agreement: who signed for each, and how it differs from the others."""

from msgspec.structs import replace

from bantin.domain.model import Agreement
from bantin.site.views import DateView, PartyRowView, PartyTableView, PartyView, PersonView, StatusView


def party_table(
    agreement: Agreement,
    parties: tuple[PartyView, ...],
    signatories: tuple[PersonView, ...],
    standings: tuple[StatusView, ...],
    effective_on: DateView | None,
) -> PartyTableView | None:
    """The table of the parties to ``agreement``; ``None`` if there is nothing to say of them but their names.

    ``parties`` and ``signatories`` are views of those of the agreement, in their order, ``standings`` the status for
    each party; ``effective_on`` is the day for all parties that have none of their own.
    """
    by_party: dict[str | None, list[PersonView]] = {}
    for one, view in zip(agreement.signatories, signatories, strict=True):
        by_party.setdefault(one.party, []).append(replace(view, party=""))
    effective = any(view.effective_on not in (None, effective_on) for view in parties)
    rows = tuple(
        PartyRowView(
            party=view,
            signatories=tuple(by_party.get(party.agency, ())),
            effective_on=view.effective_on or effective_on,
            status=status,
            period=not (effective and _is_told(status, view.effective_on or effective_on)),
        )
        for party, view, status in zip(agreement.parties, parties, standings, strict=True)
    )
    table = PartyTableView(
        rows=rows,
        signed=any(row.signatories or row.party.signed_on for row in rows),
        effective=effective,
        status=any(view.status for view in parties),
        now=any(view.heirs for view in parties),
        others=tuple(by_party.get(None, ())),
    )
    return table if table.signed or table.effective or table.status or table.now else None


def _is_told(status: StatusView, effective_on: DateView | None) -> bool:
    """Whether all that the period of ``status`` says is a day, which is ``effective_on``."""
    return effective_on == (status.enters_on or status.since) and not (status.since and status.until)
