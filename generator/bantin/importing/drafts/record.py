"""Makes the draft of a record: the facts of an agreement, and its text if the source has it."""

from collections.abc import Iterable

from bantin.domain.model import Label
from bantin.domain.problems import Language
from bantin.importing.drafts.agreement import AgreementKeys, agreement_keys
from bantin.importing.drafts.draft import Attached, Draft, DraftKind
from bantin.importing.drafts.ids import Ids
from bantin.importing.drafts.values import values_in
from bantin.importing.drafts.yaml_writer import Scalar, Section, front_matter
from bantin.importing.facts.model import AgreementFacts, LeftOut
from bantin.importing.material import Notice

_FOLDER = "content/agreements"
_INCOMPLETE = Label(
    "# Nguồn chưa đủ để lập bản ghi: còn thiếu {missing}.\n",
    "# The source does not say enough for a record: {missing} is missing.\n",
)


def record_draft(
    facts: AgreementFacts,
    key: str,
    ids: Ids,
    language: Language,
    *,
    text: str = "",
    attached: Iterable[Attached] = (),
    left_out: Iterable[LeftOut] = (),
    notices: Iterable[Notice] = (),
) -> Draft:
    """Makes the draft. A record that lacks its type or its parties says so, and is no record until they are added."""
    made = agreement_keys(facts, ids, language)
    keys = Section((*made.keys.items, ("draft", Scalar("true"))))
    title = facts.title.value if facts.title else ""
    number = facts.number.value if facts.number else ""
    return Draft(
        DraftKind.RECORD,
        key,
        _FOLDER,
        (facts.id.value if facts.id else "") or title or number or key,
        _whole(keys, made, text, language),
        title,
        values=tuple(values_in(keys)),
        open=tuple(dict.fromkeys((*made.missing, *made.open))),
        attached=tuple(attached),
        left_out=tuple(left_out),
        notices=tuple(notices),
    )


def _whole(keys: Section, made: AgreementKeys, text: str, language: Language) -> str:
    missing = _INCOMPLETE.text(language).format(missing=", ".join(made.missing)) if made.missing else ""
    body = f"\n{text.strip()}\n" if text.strip() else ""
    return f"---\n{missing}{front_matter(keys)}---\n{body}"
