"""Editors: who they are, and who of them may publish."""

import re
from collections.abc import Collection, Iterator

from msgspec import Struct

_ADDRESS = re.compile(r"[^\s<>@]+@[^\s<>@]+")
# Git drops these at the ends of a name, and refuses a name of nothing else.
_CRUD = " .,:;<>\"\\'\n"
_LONGEST = 100


class Editor(Struct, frozen=True):
    """A person at the desk; ``login`` is what the sign-in knows the person by."""

    login: str
    name: str
    email: str

    def signature(self, time: str) -> Iterator[tuple[str, str]]:
        """The parts of a signature in Git."""
        yield from (("NAME", self.name), ("EMAIL", self.email), ("DATE", time))

    def is_among(self, people: Collection[str]) -> bool:
        """Whether the person is one of these, each named by login or mail address."""
        # By letters of any case, but not by such as “ſ”, which merely folds to another one.
        return not {self.login.lower(), self.email.lower()}.isdisjoint(one.lower() for one in people)


def named(login: str) -> Editor | None:
    """The editor whom a proxy has named; ``None`` if that is no name. A mail address is made up for those without."""
    text = login.strip()
    if not text.strip(_CRUD) or len(text) > _LONGEST or not text.isprintable() or set('<>\\"') & set(text):
        return None
    address = (
        text
        if _ADDRESS.fullmatch(text)
        else f"{re.sub(r'[^A-Za-z0-9._-]+', '-', text).strip('-') or 'editor'}@desk.invalid"
    )
    return Editor(text, text, address)
