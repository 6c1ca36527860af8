"""Templates as Python, kept from build to build: to compile those of an article takes longer than to render many."""

import contextlib

from jinja2.bccache import Bucket, FileSystemBytecodeCache

from bantin.domain.problems import Language


class CompiledTemplates(FileSystemBytecodeCache):
    """What the program ``version`` has made of templates for sites in one language; of ``sandboxed`` ones, other code.

    It is Jinja's own cache, in the folder of the user that Jinja chooses. What a bulletin remembers may come from
    anywhere, and is never trusted; this is code that will be run, so it lies where nobody else can write. Raises
    ``RuntimeError`` where there is no such folder.
    """

    def __init__(self, version: bytes, language: Language, *, sandboxed: bool = False) -> None:
        super().__init__(pattern="bantin-%s.cache")
        self._made_by = f"{version.hex()} {language}{' sandboxed' if sandboxed else ''}"

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """What a template is kept under. Whether its source is still the same is looked at each time, by Jinja."""
        return super().get_cache_key(f"{self._made_by} {name}", filename)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keeps a template, if there is room for it."""
        with contextlib.suppress(OSError):
            super().dump_bytecode(bucket)


def compiled_templates(version: bytes, language: Language, *, sandboxed: bool = False) -> CompiledTemplates | None:
    """What is kept; ``None`` where nothing can be."""
    try:
        return CompiledTemplates(version, language, sandboxed=sandboxed)
    except (OSError, RuntimeError):
        return None
