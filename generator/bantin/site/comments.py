"""PLAN: comments on the page of an article."""

from urllib.parse import urlsplit

from bantin.domain.model import Article, Comments, Isso
from bantin.domain.text.urls import origin_of
from bantin.index import Directory
from bantin.site import addresses
from bantin.site.views import CommentsView, GiscusView, IssoView

GISCUS = "https://giscus.app"


def comments_view(article: Article, directory: Directory) -> CommentsView | None:
    """The comment thread of ``article``, which all its languages share; ``None`` if it has no comments."""
    site = directory.site
    if site.comments is None or article.comments is False:
        return None
    if isinstance(site.comments, Isso):
        # The thread is named by the path, so that it survives a move of the site to another host.
        thread = urlsplit(site.root_url).path + addresses.original(site, article)
        base = site.comments.base
        return CommentsView(isso=IssoView(base, thread, is_beside=base.startswith("/")))
    giscus = site.comments
    repository = (giscus.repository, giscus.repository_id, giscus.category, giscus.category_id)
    return CommentsView(giscus=GiscusView(GISCUS, *repository))


def origin_of_comments(comments: Comments | None) -> str:
    """The origin that comments are loaded from; empty if that is the site's own, or if there are no comments."""
    if comments is None:
        return ""
    return origin_of(comments.base if isinstance(comments, Isso) else GISCUS)
