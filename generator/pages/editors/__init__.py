"""The editors' desk: a page on which articles are written in a form, made from the schema that they are checked by."""

from generator.pages.editors.desk import BUNDLES, check_bundles, desk_link, desk_pages, desk_policy

__all__ = ["BUNDLES", "check_bundles", "desk_link", "desk_pages", "desk_policy"]
