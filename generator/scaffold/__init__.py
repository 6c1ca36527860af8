"""Beginnings: a new bulletin, a new article, a theme to change."""

from generator.scaffold.article import NewArticle, article_path, article_text
from generator.scaffold.bulletin import Ci, NewBulletin, bulletin_files, ci_files

__all__ = ["Ci", "NewArticle", "NewBulletin", "article_path", "article_text", "bulletin_files", "ci_files"]
