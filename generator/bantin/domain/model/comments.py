"""What readers write their comments into, which is no part of the site: it only leads there."""

from msgspec import Struct


class Isso(Struct, frozen=True, array_like=True, tag="isso"):
    """A service of the bulletin's own at ``base``, a path of its host or a full address, without a slash at its end.

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
