"""The report of an import as a page to read: every value, guess and passage, beside its place in the source."""

from functools import partial
from importlib.resources import files

from jinja2 import Environment, StrictUndefined

from bantin.domain.problems import Language
from bantin.domain.text.number_format import format_integer
from bantin.importing.reports.report import Report
from bantin.importing.reports.words import KINDS, LEFT_OUT, NOTICES, REFUSALS, STATES

_TEMPLATE = "page.html"
_LISTED = 30
"""How many drafts of a kind are listed before the others are folded."""


def as_page(report: Report, language: Language) -> str:
    """Makes the page, one file that needs no other."""
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    template = environment.from_string((files(__package__) / _TEMPLATE).read_text(encoding="utf-8"))
    reasons = {str(code): label.text(language) for code, label in (*NOTICES.items(), *LEFT_OUT.items())}
    return template.render(
        report=report,
        listed=_LISTED,
        language=language,
        kinds={kind: label.text(language) for kind, label in KINDS.items()},
        number=partial(format_integer, language=language),
        states={state: label.text(language) for state, label in STATES.items()},
        refusals={refusal: label.text(language) for refusal, label in REFUSALS.items()},
        reasons=reasons,
    )
