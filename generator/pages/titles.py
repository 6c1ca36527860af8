"""The titles of the pages that no editor writes: lists, archives, indexes."""

from msgspec import Struct

from generator.errors import Language


class Titles(Struct, frozen=True):
    """Titles in one language; ``{…}`` are filled in."""

    home: str
    articles: str
    agencies: str
    agencies_by_level: str
    archive: str
    undated: str
    types: str
    fields: str
    sections: str
    tags: str
    year: str
    year_unknown: str
    page: str
    not_found: str
    moved: str


TITLES: dict[Language, Titles] = {
    "vi": Titles(
        home="Trang chủ",
        articles="Tin tức",
        agencies="Cơ quan",
        agencies_by_level="Cơ quan theo cấp",
        archive="Lưu trữ",
        undated="Không rõ ngày",
        types="Loại văn bản",
        fields="Lĩnh vực",
        sections="Chuyên mục",
        tags="Chủ đề",
        year="Năm {year}",
        year_unknown="Chưa rõ năm ký",
        page="{title} – trang {number}",
        not_found="Không tìm thấy trang",
        moved="Trang đã chuyển",
    ),
    "en": Titles(
        home="Home",
        articles="News",
        agencies="Agencies",
        agencies_by_level="Agencies by level",
        archive="Archive",
        undated="Undated",
        types="Types of document",
        fields="Fields",
        sections="Sections",
        tags="Topics",
        year="{year}",
        year_unknown="Year of signing unknown",
        page="{title} – page {number}",
        not_found="Page not found",
        moved="This page has moved",
    ),
}
