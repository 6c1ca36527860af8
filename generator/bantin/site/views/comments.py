"""The views of comments: one for each engine that can hold them."""

from msgspec import Struct


class IssoView(Struct, frozen=True):
    """Isso at the address ``base``; ``thread`` is what it knows the page by. ``is_beside``: on the host of the site."""

    base: str
    thread: str
    is_beside: bool


class GiscusView(Struct, frozen=True):
    """Giscus at the address ``base``, and which discussions it shows."""

    base: str
    repository: str
    repository_id: str
    category: str
    category_id: str


class CommentsView(Struct, frozen=True):
    """The comments on an article, in one engine."""

    isso: IssoView | None = None
    giscus: GiscusView | None = None
