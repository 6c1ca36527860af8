"""Makes the draft of a record: the facts of an agreement, and its text if the source has it."""

from bantin.content.discover import CONTENT
from bantin.domain.problems import Language
from bantin.importing.drafts.agreement import agreement_keys
from bantin.importing.drafts.draft import Attached, Draft, DraftKind
from bantin.importing.drafts.ids import Ids
from bantin.importing.drafts.values import values_in
from bantin.importing.drafts.yaml_writer import Scalar, Section, front_matter
from bantin.importing.facts.model import AgreementFacts, LeftOut
from bantin.importing.material import Notice

_PDF = ".pdf"


def record_draft(
    facts: AgreementFacts,
    key: str,
    ids: Ids,
    language: Language,
    *,
    text: str = "",
    attached: tuple[Attached, ...] = (),
    left_out: tuple[LeftOut, ...] = (),
    notices: tuple[Notice, ...] = (),
) -> Draft | None:
    """Makes the draft; ``None`` without a type or two parties: then there is no record yet."""
    documents = (one.path for one in attached if one.path.endswith(_PDF))
    made = agreement_keys(facts, ids, language, [path.removeprefix(CONTENT) for path in documents])
    if made.missing:
        return None
    keys = Section((*made.keys.items, ("draft", Scalar("true"))))
    title = facts.title.value if facts.title else ""
    number = facts.number.value if facts.number else ""
    body = f"\n{text.strip()}\n" if text.strip() else ""
    return Draft(
        DraftKind.RECORD,
        key,
        f"{CONTENT}/agreements",
        (facts.id.value if facts.id else "") or title or number or key,
        f"---\n{front_matter(keys)}---\n{body}",
        title,
        values=tuple(values_in(keys)),
        open=made.open,
        attached=attached,
        left_out=left_out,
        notices=notices,
    )
