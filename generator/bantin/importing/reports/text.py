"""The report of an import for a terminal: what was not imported, what became of the rest, and a summary by kind."""

from collections.abc import Iterator

from bantin.domain.model import Label
from bantin.domain.problems import Language
from bantin.domain.text.number_format import format_integer
from bantin.importing.reports.report import Group, Item, Refused, Report
from bantin.importing.reports.words import KINDS, REFUSALS, STATES

_LISTED = 20
_ITEM = Label(
    "{state}: {path}  ({guesses} chỗ đoán, {open} để trống)", "{state}: {path}  ({guesses} guesses, {open} open)"
)
_REFUSED = Label("không nhập: {source}: {reason}{detail}", "not imported: {source}: {reason}{detail}")
_MORE = Label("… và {count} tệp khác; xem đủ: --report TỆP.html", "… and {count} more; to see all: --report FILE.html")
_PAGE = Label("Xem từng tệp: {page}", "To see each file: {page}")
_EACH = Label("Xem từng tệp: chạy với --report TỆP.html", "To see each file: run with --report FILE.html")
_GROUP = Label("{kind}: {states}; {guesses} chỗ đoán.", "{kind}: {states}; {guesses} guesses.")
_ALL_REFUSED = Label("Không nhập được: {count}.", "Not imported: {count}.")
_NEXT = Label(
    "Tiếp theo, xem các chỗ đoán: bantin import review {root}", "Next, see the guesses: bantin import review {root}"
)
_DRY = Label("Chưa ghi gì (--dry-run).", "Nothing was written (--dry-run).")
_NOTHING = Label("Không có gì để nhập.", "There is nothing to import.")


def as_text(report: Report, language: Language, root: str, page: str = "") -> str:
    """Formats the report of an import into ``root``, a screen long at most: the report as a ``page`` has all."""
    return "".join(f"{line}\n" for line in _lines(report, language, root, page))


def _lines(report: Report, language: Language, root: str, page: str) -> Iterator[str]:
    written = [item for group in report.groups for item in group.items if item.state.is_written]
    if len(written) <= _LISTED:
        yield from (_item(item, language) for item in written)
    yield from (_refused(one, language) for one in report.refused[:_LISTED])
    if len(report.refused) > _LISTED:
        yield _MORE.text(language).format(count=format_integer(len(report.refused) - _LISTED, language))
    yield from (_group(group, language) for group in report.groups)
    if len(report.refused) > 1:
        yield _ALL_REFUSED.text(language).format(count=format_integer(len(report.refused), language))
    if len(written) > _LISTED:
        yield _PAGE.text(language).format(page=page) if page else _EACH.text(language)
    if not report.items:
        yield _NOTHING.text(language)
    elif report.dry_run:
        yield _DRY.text(language)
    elif report.guesses:
        yield _NEXT.text(language).format(root=root)


def _group(group: Group, language: Language) -> str:
    counts = group.states.items()
    states = (f"{format_integer(count, language)} {STATES[state].text(language)}" for state, count in counts)
    return _GROUP.text(language).format(
        kind=KINDS[group.kind].text(language),
        states=", ".join(states),
        guesses=format_integer(group.guesses, language),
    )


def _item(item: Item, language: Language) -> str:
    return _ITEM.text(language).format(
        state=STATES[item.state].text(language), path=item.path, guesses=item.guesses, open=len(item.open)
    )


def _refused(one: Refused, language: Language) -> str:
    detail = f" ({one.detail})" if one.detail else ""
    return _REFUSED.text(language).format(source=one.source, reason=REFUSALS[one.reason].text(language), detail=detail)
