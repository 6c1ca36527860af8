"""Writes the text of an agreement as plain lines. Parsing these gives the same text."""

from collections.abc import Iterator

from bantin.domain.model.provision import AgreementText, Provision, ProvisionKind
from bantin.domain.provisions.anchors import word_of

K = ProvisionKind


def write_text(text: AgreementText) -> str:
    """The whole text, with a blank line between paragraphs."""
    main = [provision for provision in text.provisions if provision.kind is not K.ANNEX]
    annexes = [provision for provision in text.provisions if provision.kind is K.ANNEX]
    blocks = [*text.preamble, *text.bases, *text.formula]
    blocks += [block for provision in main for block in _blocks(provision)]
    in_annexes = [block for provision in annexes for block in _blocks(provision)]
    blocks += [*text.closing, *in_annexes] if main else [*in_annexes, *text.closing]
    return "".join(f"{block}\n\n" for block in blocks).removesuffix("\n")


def write_provision(provision: Provision) -> str:
    """The lines of a provision with all that it contains."""
    return "".join(f"{block}\n\n" for block in _blocks(provision)).removesuffix("\n")


def label_of(provision: Provision) -> str:
    """The number of ``provision`` as written in the text: ``Điều 5.``, ``I.``, ``1.``, ``đ)``, ``(a)``."""
    if provision.kind is K.POINT:
        return f"({provision.number})" if word_of(provision).language == "en" else f"{provision.number})"
    if provision.kind is K.CLAUSE or provision.bare:
        return f"{provision.number}."
    word = word_of(provision).written
    return f"{word} {provision.number}." if provision.number else word


def _blocks(provision: Provision) -> Iterator[str]:
    for one in provision.walk():
        yield from _own_blocks(one)


def _own_blocks(provision: Provision) -> Iterator[str]:
    """The label with the heading or, without one, with the first words; and the other paragraphs."""
    label = label_of(provision)
    if provision.kind is K.ANNEX:
        yield f"{label} {provision.heading}" if provision.number and provision.heading else label
        yield from (provision.heading, *provision.paragraphs)[bool(provision.number or not provision.heading) :]
        return
    beside, *below = (provision.heading, *provision.paragraphs) if provision.heading else (*provision.paragraphs, "")
    yield f"{label} {beside}" if beside else label
    yield from (paragraph for paragraph in below if paragraph)
