"""The editors' desk: a page with a form for articles, which is derived from the schema that checks them."""

from bantin.site.cms.bundles import BUNDLES, Bundle
from bantin.site.cms.pages import check_bundles, desk_link, desk_pages, desk_policy

__all__ = ["BUNDLES", "Bundle", "check_bundles", "desk_link", "desk_pages", "desk_policy"]
