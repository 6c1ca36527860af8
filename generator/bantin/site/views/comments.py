"""The views of comments, one for each comment service."""

from msgspec import Struct


class IssoView(Struct, frozen=True):
    """The Isso server at ``base``; ``thread`` identifies the page there.

    ``is_beside`` is true if it is on the site's host.
    """

    base: str
    thread: str
    is_beside: bool


class GiscusView(Struct, frozen=True):
    """The giscus server at ``base``, and the GitHub discussions that it shows."""

    base: str
    repository: str
    repository_id: str
    category: str
    category_id: str


class CommentsView(Struct, frozen=True):
    """The comments on an article, by one of the services."""

    isso: IssoView | None = None
    giscus: GiscusView | None = None
