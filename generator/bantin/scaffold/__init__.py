"""Templates of new bulletins and of new files in them, and the scripts of the CMS."""

from bantin.scaffold.agency import NewAgency, agency_path, agency_text
from bantin.scaffold.article import (
    NewAgreement,
    NewArticle,
    article_path,
    article_text,
    record_path,
    record_text,
    short_slug,
)
from bantin.scaffold.bulletin import Ci, NewBulletin, bulletin_files, ci_files
from bantin.scaffold.bundles import WrongSum, unpack
from bantin.scaffold.page import page_path, page_text
from bantin.scaffold.translation import translation_text

__all__ = [
    "Ci",
    "NewAgency",
    "NewAgreement",
    "NewArticle",
    "NewBulletin",
    "WrongSum",
    "agency_path",
    "agency_text",
    "article_path",
    "article_text",
    "bulletin_files",
    "ci_files",
    "page_path",
    "page_text",
    "record_path",
    "record_text",
    "short_slug",
    "translation_text",
    "unpack",
]
