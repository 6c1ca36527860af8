"""Beginnings: a new bulletin, a new article, a theme to change, what the editors' desk runs on."""

from generator.scaffold.article import NewArticle, article_path, article_text
from generator.scaffold.bulletin import Ci, NewBulletin, bulletin_files, ci_files
from generator.scaffold.bundles import WrongSum, unpack

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
