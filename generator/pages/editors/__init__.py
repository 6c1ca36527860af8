"""The editors' desk: a page on which articles are written in a form, made from the schema that they are checked by."""

from generator.pages.editors.bundles import BUNDLES, Bundle
from generator.pages.editors.desk import check_bundles, desk_link, desk_pages, desk_policy

__all__ = ["BUNDLES", "Bundle", "check_bundles", "desk_link", "desk_pages", "desk_policy"]
