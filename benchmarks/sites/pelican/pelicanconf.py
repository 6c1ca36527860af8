"""Pelican's settings. All others have their defaults."""

SITENAME = "Bản tin thử tốc độ"
SITEURL = "https://bantin.example"
FEED_DOMAIN = SITEURL
TIMEZONE = "Asia/Ho_Chi_Minh"
DEFAULT_LANG = "vi"
DEFAULT_DATE_FORMAT = "%d/%m/%Y"

PATH = "content"
ARTICLE_PATHS = ["articles"]
THEME = "theme"

# The addresses are those of Bantin.
ARTICLE_URL = "bai-viet/{date:%Y}/{slug}/"
ARTICLE_SAVE_AS = f"{ARTICLE_URL}index.html"
PAGE_URL = "{slug}/"
PAGE_SAVE_AS = f"{PAGE_URL}index.html"
CATEGORY_URL = "linh-vuc/{slug}/"
CATEGORY_SAVE_AS = f"{CATEGORY_URL}index.html"
CATEGORIES_SAVE_AS = "linh-vuc/index.html"
TAG_URL = "co-quan/{slug}/"
TAG_SAVE_AS = f"{TAG_URL}index.html"
TAGS_SAVE_AS = "co-quan/index.html"
INDEX_SAVE_AS = "bai-viet/index.html"
HOME_SAVE_AS = "index.html"
SITEMAP_SAVE_AS = "sitemap.xml"
DIRECT_TEMPLATES = ["home", "index", "categories", "tags", "404", "sitemap"]

DEFAULT_PAGINATION = 50
PAGINATION_PATTERNS = [
    (1, "{url}", "{save_as}"),
    (2, "{base_name}/trang/{number}/", "{base_name}/trang/{number}/index.html"),
]

# Two taxonomies, as the others have: an author has no page and no feed.
AUTHOR_SAVE_AS = ""
AUTHOR_FEED_ATOM = None
AUTHOR_FEED_RSS = None
TRANSLATION_FEED_ATOM = None
FEED_MAX_ITEMS = 20
