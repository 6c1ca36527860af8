"""A cache of compiled templates: compiling the templates of an article takes longer than rendering many."""

import contextlib

from jinja2.bccache import Bucket, FileSystemBytecodeCache

from bantin.domain.problems import Language


class CompiledTemplates(FileSystemBytecodeCache):
    """The templates compiled by program version ``version`` for one language, with or without a sandbox.

    This is Jinja's own cache in the user's folder that Jinja chooses, where nobody else can write. It holds code that
    is executed, so the cache of a bulletin, which may come from anywhere, must not be used for it. Raises
    ``RuntimeError`` if there is no such folder.
    """

    def __init__(self, version: bytes, language: Language, *, sandboxed: bool = False) -> None:
        super().__init__(pattern="bantin-%s.cache")
        self._made_by = f"{version.hex()} {language}{' sandboxed' if sandboxed else ''}"

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """The cache key of a template. Jinja itself compares the source with that of the cached template."""
        return super().get_cache_key(f"{self._made_by} {name}", filename)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Caches a template, unless the disk is full or not writable."""
        with contextlib.suppress(OSError):
            super().dump_bytecode(bucket)


def compiled_templates(version: bytes, language: Language, *, sandboxed: bool = False) -> CompiledTemplates | None:
    """The cache of compiled templates; ``None`` if there is no folder for it."""
    try:
        return CompiledTemplates(version, language, sandboxed=sandboxed)
    except (OSError, RuntimeError):
        return None
