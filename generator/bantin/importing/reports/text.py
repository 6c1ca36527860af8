"""The report of an import for a terminal: what became of each source, and a summary."""

from collections.abc import Iterator

from bantin.domain.model import Label
from bantin.domain.problems import Language
from bantin.domain.text.number_format import format_integer
from bantin.importing.drafts.placing import State
from bantin.importing.reports.report import Item, Refused, Report
from bantin.importing.reports.words import REFUSALS, STATES

_LISTED = 40
_ITEM = Label(
    "{state}: {path}  ←  {source}  ({taken} giá trị lấy từ nguồn, {guessed} đoán, {open} để trống)",
    "{state}: {path}  ←  {source}  ({taken} values taken, {guessed} guessed, {open} left open)",
)
_REFUSED = Label("không nhập: {source}: {reason}{detail}", "not imported: {source}: {reason}{detail}")
_MORE = Label("… và {count} tệp khác; xem đủ: --report TỆP.html", "… and {count} more; to see all: --report FILE.html")
_SUM = Label("{counts}; {guesses} chỗ đoán cần xem lại.", "{counts}; {guesses} guesses to be confirmed.")
_NEXT = Label("Xem các chỗ đoán: bantin import review", "To see the guesses: bantin import review")
_DRY = Label("Chưa ghi gì (--dry-run).", "Nothing was written (--dry-run).")
_NOTHING = Label("Không có gì để nhập.", "There is nothing to import.")


def as_text(report: Report, language: Language) -> str:
    """Formats the report: a line for each draft and each source that was refused, and the summary last."""
    return "".join(f"{line}\n" for line in _lines(report, language))


def _lines(report: Report, language: Language) -> Iterator[str]:
    told = [item for item in report.items if item.state is not State.UNCHANGED]
    yield from (_item(item, language) for item in told[:_LISTED])
    if len(told) > _LISTED:
        yield _MORE.text(language).format(count=format_integer(len(told) - _LISTED, language))
    yield from (_refused(one, language) for one in report.refused)
    if not report.items:
        yield _NOTHING.text(language)
        return
    counts = (
        f"{format_integer(count, language)} {STATES[state].text(language)}" for state, count in report.states.items()
    )
    yield _SUM.text(language).format(counts=", ".join(counts), guesses=format_integer(report.guesses, language))
    if report.dry_run:
        yield _DRY.text(language)
    elif report.guesses:
        yield _NEXT.text(language)


def _item(item: Item, language: Language) -> str:
    return _ITEM.text(language).format(
        state=STATES[item.state].text(language),
        path=item.path,
        source=item.source,
        taken=len(item.taken),
        guessed=item.guesses,
        open=len(item.open),
    )


def _refused(one: Refused, language: Language) -> str:
    detail = f" ({one.detail})" if one.detail else ""
    return _REFUSED.text(language).format(source=one.source, reason=REFUSALS[one.reason].text(language), detail=detail)
