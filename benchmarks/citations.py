"""The precision and recall of finding citations, on sentences that were annotated by hand.

``python -m benchmarks.citations`` prints both, for the sentences that the rules were made with and for those held out.
"""

import argparse
from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from bantin.domain.text.citations import Citation, find_citations

_TEXT = Path(__file__).resolve().parent.parent / "tests/domain/text"
CORPORA = {"made with": _TEXT / "citations.tsv", "held out": _TEXT / "citations_held_out.tsv"}
"""The sentences by their purpose. See :func:`sentences` for their form."""
_BEGIN, _END = "⟦⟧"


class Sentence(Struct, frozen=True):
    """A sentence, and the citations in it, as :func:`told` writes them."""

    text: str
    citations: tuple[str, ...]


class Score(Struct, frozen=True):
    """The numbers of annotated, found, and completely found citations."""

    expected: int
    found: int
    right: int

    @property
    def precision(self) -> float:
        """The share of found citations that are right (precision)."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """The share of annotated citations that were found (recall)."""
        return self.right / self.expected if self.expected else 1.0


def sentences(path: Path) -> Iterator[Sentence]:
    """Reads annotated sentences: one a line, each citation in ``⟦⟧``, then the facts of each, after tabs.

    These are the kind, the number or ``~`` and the name, ``@`` and the date, ``#`` and the provisions, ``!`` for the
    text's own document; ``-`` stands for a missing fact.
    """
    for line in path.read_text(encoding="utf-8").splitlines():
        marked, *told_of = line.split("\t")
        pieces = marked.split(_BEGIN)
        text, expected = pieces[0], []
        for piece, one in zip(pieces[1:], told_of, strict=True):
            cited, _, behind = piece.partition(_END)
            expected.append(f"{len(text)}-{len(text) + len(cited)} {one}")
            text += cited + behind
        yield Sentence(text, tuple(expected))


def told(citation: Citation) -> str:
    """The position and the facts of a citation, in the form of the annotations."""
    name = f"~{citation.name.replace(' ', '_')}" if citation.name else "-"
    parts = [f"{citation.start}-{citation.end}", citation.kind or "-", citation.number or name]
    parts += [f"@{citation.date}"] if citation.date else []
    parts += [f"#{','.join(citation.provisions)}"] if citation.provisions else []
    return " ".join([*parts, *(["!"] if citation.own else [])])


def score(annotated: Iterable[Sentence]) -> Score:
    """Compares found citations with the annotations; one with any different fact counts as wrong."""
    expected = found = right = 0
    for sentence in annotated:
        seen = {told(citation) for citation in find_citations(sentence.text)}
        expected, found = expected + len(sentence.citations), found + len(seen)
        right += len(seen.intersection(sentence.citations))
    return Score(expected, found, right)


def mistakes(annotated: Iterable[Sentence]) -> Iterator[str]:
    """The wrongly found and the missed citations, with their sentences."""
    for sentence in annotated:
        seen = [told(citation) for citation in find_citations(sentence.text)]
        yield from (f"+ {one}\t{sentence.text}" for one in seen if one not in sentence.citations)
        yield from (f"- {one}\t{sentence.text}" for one in sentence.citations if one not in seen)


def main() -> None:
    """Prints precision and recall for each corpus; with ``--mistakes``, also the mistakes in the first one."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--mistakes", action="store_true", help="also print the mistakes")
    asked = parser.parse_args()
    for name, path in CORPORA.items():
        annotated = tuple(sentences(path))
        result, without = score(annotated), sum(not one.citations for one in annotated)
        print(f"{name}: {result.expected} citations, {without} sentences without; ", end="")
        print(f"precision {result.precision:.3f}, recall {result.recall:.3f}")
        if asked.mistakes and name == "made with":
            print("\n".join(mistakes(annotated)))


if __name__ == "__main__":
    main()
