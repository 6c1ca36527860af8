"""PLAN: comments, as the page of an article leads to them."""

from urllib.parse import urlsplit

from bantin.domain.model import Article, Comments, Isso
from bantin.domain.text.urls import origin_of
from bantin.index import Directory
from bantin.site import addresses
from bantin.site.views import CommentsView, GiscusView, IssoView

GISCUS = "https://giscus.app"


def comments_view(article: Article, directory: Directory) -> CommentsView | None:
    """How readers come to the comments on ``article``, in whatever language; ``None`` if it has none."""
    site = directory.site
    if site.comments is None or article.comments is False:
        return None
    if isinstance(site.comments, Isso):
        # The path names the thread, so that the comments move with the site to another host.
        thread = urlsplit(site.root_url).path + addresses.original(site, article)
        base = site.comments.base
        return CommentsView(isso=IssoView(base, thread, is_beside=base.startswith("/")))
    giscus = site.comments
    repository = (giscus.repository, giscus.repository_id, giscus.category, giscus.category_id)
    return CommentsView(giscus=GiscusView(GISCUS, *repository))


def origin_of_comments(comments: Comments | None) -> str:
    """The origin, besides that of the site, that comments come from; empty if there is none."""
    if comments is None:
        return ""
    return origin_of(comments.base if isinstance(comments, Isso) else GISCUS)
