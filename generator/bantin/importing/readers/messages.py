"""Messages between an import and the confined process that reads its sources, in MessagePack."""

from msgspec import Struct

from bantin.importing.material import Material, Refusal, Sheet
from bantin.importing.readers.kinds import SourceKind


class Setup(Struct, frozen=True):
    """The first message: the limits of the process, and the recipe as written, empty if there is none."""

    seconds: int
    memory: int
    recipe: bytes = b""


class Source(Struct, frozen=True):
    """A source to be read: its kind, its name, and its bytes."""

    kind: SourceKind
    name: str
    data: bytes


class Reading(Struct, frozen=True):
    """What a source holds; or why it is not read, with a detail for people, perhaps empty."""

    materials: tuple[Material, ...] = ()
    sheets: tuple[Sheet, ...] = ()
    refusal: Refusal | None = None
    detail: str = ""
