"""Where editors write, other than in their own files."""

from enum import StrEnum

from msgspec import Struct


class CmsBackend(StrEnum):
    """Where the repository is; ``TEST`` keeps what is written in the browser, for trying the desk out."""

    GITHUB = "github"
    GITLAB = "gitlab"
    GITEA = "gitea"
    TEST = "test-repo"


class Cms(Struct, frozen=True, array_like=True):
    """The editors' desk: which repository it writes to, and how editors sign in there.

    ``base_url`` is where they sign in, if that is not where their backend has it; ``api_root`` the address of a host's
    own interface; ``app_id`` what the host knows the desk by. Empty texts mean what is usual.
    """

    backend: CmsBackend
    repository: str = ""
    branch: str = ""
    base_url: str = ""
    api_root: str = ""
    app_id: str = ""
