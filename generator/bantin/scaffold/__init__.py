"""Templates of new bulletins and articles, and the scripts of the CMS."""

from bantin.scaffold.article import NewAgreement, NewArticle, article_path, article_text, record_path, record_text
from bantin.scaffold.bulletin import Ci, NewBulletin, bulletin_files, ci_files
from bantin.scaffold.bundles import WrongSum, unpack

__all__ = [
    "Ci",
    "NewAgreement",
    "NewArticle",
    "NewBulletin",
    "WrongSum",
    "article_path",
    "article_text",
    "bulletin_files",
    "ci_files",
    "record_path",
    "record_text",
    "unpack",
]
