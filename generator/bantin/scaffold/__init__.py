"""Templates of new bulletins and articles, and the scripts of the CMS."""

from bantin.scaffold.article import NewArticle, article_path, article_text
from bantin.scaffold.bulletin import Ci, NewBulletin, bulletin_files, ci_files
from bantin.scaffold.bundles import WrongSum, unpack

__all__ = [
    "Ci",
    "NewArticle",
    "NewBulletin",
    "WrongSum",
    "article_path",
    "article_text",
    "bulletin_files",
    "ci_files",
    "unpack",
]
