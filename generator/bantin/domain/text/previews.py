"""Previews of changes: their ids, and where they are beside the public site."""

import re

PREVIEWS = "preview"
"""The folder of all previews, at a target and in addresses."""

_ID = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?", re.ASCII)


def is_preview_id(text: str) -> bool:
    """Whether ``text`` can be the id of a preview: 1 to 63 small letters, digits and inner hyphens.

    The number of a change is one, and so is the name of a branch as GitLab shortens it. An id is the name of a folder
    that may be deleted, so nothing else is accepted.
    """
    return _ID.fullmatch(text) is not None


def preview_path(preview_id: str) -> str:
    """Returns the path of a preview below the address, or the folder, of the public site: ``preview/42/``.

    Raises ``ValueError`` if ``preview_id`` is none.
    """
    if not is_preview_id(preview_id):
        raise ValueError(preview_id)
    return f"{PREVIEWS}/{preview_id}/"
