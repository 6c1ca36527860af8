"""The editors' desk: a page on which articles are written in a form, made from the schema that they are checked by."""

from bantin.site.cms.bundles import BUNDLES, Bundle
from bantin.site.cms.pages import check_bundles, desk_link, desk_pages, desk_policy

__all__ = ["BUNDLES", "Bundle", "check_bundles", "desk_link", "desk_pages", "desk_policy"]
