"""Makes the draft of a record: the facts of an agreement, and its text if the source has it."""

from collections.abc import Iterator

from bantin.content.discover import CONTENT
from bantin.domain.model import Label
from bantin.domain.problems import Language
from bantin.domain.text.guesses import guess_comment
from bantin.domain.text.one_line import one_line
from bantin.importing.drafts.agreement import agreement_keys
from bantin.importing.drafts.draft import Attached, Draft, DraftKind
from bantin.importing.drafts.ids import Ids
from bantin.importing.drafts.places import evidence_words
from bantin.importing.drafts.values import values_in
from bantin.importing.drafts.yaml_writer import Scalar, Section, front_matter
from bantin.importing.facts.model import AgreementFacts, LeftOut
from bantin.importing.material import Notice

_PDF = ".pdf"
_NAMED = Label(
    "# Nguồn nêu tệp {file}: hãy đặt vào content/documents/ rồi ghi vào “documents”.",
    "# The source names the file {file}: put it into content/documents/, and name it under “documents”.",
)


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
        f"---\n{front_matter(keys)}{''.join(_named_files(facts, language))}---\n{body}",
        title,
        values=tuple(values_in(keys)),
        open=made.open,
        attached=attached,
        left_out=left_out,
        notices=notices,
    )


def _named_files(facts: AgreementFacts, language: Language) -> Iterator[str]:
    """Comments that name the files of the agreement: the source names them, and they need not be in the bulletin."""
    for found in facts.documents:
        words = _NAMED.text(language).format(file=one_line(found.value))
        yield f"{words}  {guess_comment(evidence_words(found.evidence, language, found.value))}\n"
