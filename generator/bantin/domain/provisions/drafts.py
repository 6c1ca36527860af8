"""Provisions during parsing: open ones, to which words and inner provisions are added."""

from collections import Counter

from bantin.domain.model.provision import Provision, ProvisionKind
from bantin.domain.problems import Language
from bantin.domain.provisions.anchors import HEADED, LEVELS, anchor_under, word_for
from bantin.domain.provisions.labels import Label
from bantin.domain.provisions.lines import without_emphasis
from bantin.domain.provisions.scopes import is_heading


class Draft:
    """A provision that is being parsed. Each of ``texts`` is a paragraph, as a list of lines."""

    def __init__(self, label: Label, anchor: str, language: Language, line: int) -> None:
        self.kind = label.kind
        self.number = label.number
        self.sign = label.sign
        self.anchor = anchor
        self.language = language
        self.line = line
        self.bare = label.word is None and label.kind in HEADED
        self.texts: list[list[str]] = []
        self.children: list[Draft] = []

    def finished(self) -> Provision:
        """The parsed provision. The first paragraph of an outer level is its heading if it looks like one."""
        paragraphs = tuple(without_emphasis(" ".join(fragments)) for fragments in self.texts)
        headed = self.kind in HEADED and bool(paragraphs) and is_heading(paragraphs[0])
        return Provision(
            self.kind,
            self.number,
            self.anchor,
            heading=paragraphs[0] if headed else "",
            paragraphs=paragraphs[1:] if headed else paragraphs,
            children=tuple(child.finished() for child in self.children),
            line=self.line,
            bare=self.bare,
        )


class Outline:
    """The provisions parsed so far, and the open ones among them, from the outermost to the innermost."""

    def __init__(self, language: Language) -> None:
        self.roots: list[Draft] = []
        self.open: list[Draft] = []
        self._language = language
        self._taken: Counter[str] = Counter()

    def begin(self, label: Label, line: int) -> Draft:
        """Opens a provision, and closes those that cannot contain it."""
        level = LEVELS.index(label.kind)
        self.open = [draft for draft in self.open if LEVELS.index(draft.kind) < level]
        language = label.word.language if label.word else self._language_here()
        word = label.word or word_for(label.kind, language)
        draft = Draft(label, self._unique(anchor_under(self._base(label.kind), word, label.number)), language, line)
        (self.open[-1].children if self.open else self.roots).append(draft)
        self.open.append(draft)
        return draft

    def innermost(self, *kinds: ProvisionKind) -> Draft | None:
        """The innermost open provision of one of ``kinds``."""
        return next((draft for draft in reversed(self.open) if draft.kind in kinds), None)

    def _language_here(self) -> Language:
        return next((draft.language for draft in reversed(self.open)), self._language)

    def _base(self, kind: ProvisionKind) -> str:
        """The anchor that a new one is based on: articles are numbered throughout the text or annex."""
        if kind is ProvisionKind.ARTICLE:
            annex = self.innermost(ProvisionKind.ANNEX)
            return annex.anchor if annex else ""
        return self.open[-1].anchor if self.open else ""

    def _unique(self, anchor: str) -> str:
        self._taken[anchor] += 1
        return anchor if self._taken[anchor] == 1 else f"{anchor}-x{self._taken[anchor]}"
