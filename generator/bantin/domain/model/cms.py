"""The settings of the CMS, in which editors write in a browser."""

from enum import StrEnum

from msgspec import Struct


class CmsBackend(StrEnum):
    """Where the repository is hosted: at a code host, or ``HERE``, in the agency, where ``bantin desk`` serves the CMS.

    ``TEST`` stores edits in the browser only, for trying the CMS out.
    """

    GITHUB = "github"
    GITLAB = "gitlab"
    GITEA = "gitea"
    HERE = "desk"
    TEST = "test-repo"


class Cms(Struct, frozen=True, array_like=True):
    """The CMS: which repository it writes to, and how editors sign in.

    ``base_url`` is where they sign in, if not at the usual place of the backend; ``api_root`` is the address of the
    host's API; ``app_id`` is the id under which the CMS is registered there. Empty strings stand for the defaults.
    ``review`` asks that what is saved waits for somebody to publish it, one of ``publishers`` where ``bantin desk``
    serves the CMS, which ``is_served`` says.
    """

    backend: CmsBackend
    repository: str = ""
    branch: str = ""
    base_url: str = ""
    api_root: str = ""
    app_id: str = ""
    review: bool = True
    publishers: tuple[str, ...] = ()
    is_served: bool = False

    @property
    def is_reviewed(self) -> bool:
        """Whether the CMS saves changes as pull or merge requests, which it can do on these hosts only."""
        return self.review and self.backend in {CmsBackend.GITHUB, CmsBackend.GITLAB}
