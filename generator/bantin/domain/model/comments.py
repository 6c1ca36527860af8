"""The service that holds readers' comments; it is not part of the site, which only links to it."""

from msgspec import Struct


class Isso(Struct, frozen=True, array_like=True, tag="isso"):
    """A self-hosted service at ``base``: a path of the site's host or a full address, without a trailing slash.

    https://isso-comments.de/
    """

    base: str


class Giscus(Struct, frozen=True, array_like=True, tag="giscus"):
    """The discussions of a repository on GitHub. https://giscus.app/ gives the two ids."""

    repository: str
    repository_id: str
    category: str
    category_id: str


Comments = Isso | Giscus
