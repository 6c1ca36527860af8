"""Titles of generated pages: lists, archives, indexes; the catalogue of a theme may change them."""

from msgspec import Struct

from bantin.domain.model import Site
from bantin.domain.problems import Language
from bantin.site.message import Message


class Titles(Struct, frozen=True):
    """Titles in one language; ``{…}`` are placeholders."""

    home: str
    articles: str
    agencies: str
    archive: str
    undated: str
    types: str
    fields: str
    sections: str
    tags: str
    year: str
    archive_of: str
    signed_in: str
    year_unknown: str
    glance: str
    page: str
    not_found: str
    moved: str
    feed: str
    changes_feed: str
    changes_of: str
    corrections: str
    calendar: str
    register: str
    register_part: str
    in_force: str
    in_force_on: str
    unknown_on: str
    in_force_at_end: str
    unknown_at_end: str
    due: str
    unpublished: str
    changes: str
    lists: str
    year_list: str
    downloads: str
    pair: str
    partners: str
    all_partners: str
    people: str
    year_signed: str
    status: str
    statuses: str
    overdue: str
    due_by: str
    due_between: str
    statistics: str
    search: str
    cooperation: str
    data: str
    data_about: str
    data_of: str
    record_as_data: str
    akoma_ntoso: str
    text_as_data: str
    signed_text: str
    text_since: str
    text_known_on: str
    text_of: str
    former_versions: str
    site_map: str
    offline: str
    glossary: str
    glossary_about: str
    components: str
    desk: str
    sign_in: str
    site_map_texts: str
    follow: str


TITLES: dict[Language, Titles] = {
    "vi": Titles(
        home="Trang chủ",
        articles="Tin tức",
        agencies="Cơ quan",
        archive="Lưu trữ",
        undated="Chưa rõ ngày",
        types="Loại văn bản",
        fields="Lĩnh vực",
        sections="Chuyên mục",
        tags="Chủ đề",
        year="Năm {year}",
        archive_of="Lưu trữ năm {year}",
        signed_in="Văn bản ký năm {year}",
        year_unknown="Chưa rõ năm ký",
        glance="Năm {year} qua con số",
        page="{title} – trang {number}",
        not_found="Không tìm thấy trang",
        moved="Trang đã chuyển",
        feed="Tin về {title} (Atom)",
        changes_feed="Thay đổi về văn bản: {title} (Atom)",
        changes_of="Thay đổi về văn bản: {title}",
        corrections="Đính chính",
        calendar="Lịch của {title} (iCalendar)",
        register="Văn bản đã ký",
        register_part="Văn bản đã ký: {part}",
        in_force="Văn bản còn hiệu lực theo năm",
        in_force_on="Còn hiệu lực vào ngày",
        unknown_on="Chưa rõ hiệu lực vào ngày",
        in_force_at_end="Văn bản còn hiệu lực vào ngày 31/12/{year}",
        unknown_at_end="Văn bản chưa rõ hiệu lực vào ngày 31/12/{year}",
        due="Sắp hết hiệu lực, sắp đến kỳ sơ kết",
        unpublished="Văn bản chưa công bố toàn văn",
        changes="Thay đổi gần đây",
        lists="Danh mục văn bản",
        year_list="Danh mục văn bản hết hiệu lực, ngưng hiệu lực toàn bộ hoặc một phần, được sửa đổi năm {year}",
        downloads="Tải về toàn bộ",
        pair="Văn bản ký giữa {first} và {second}",
        partners="Các cơ quan đã ký với {agency}",
        all_partners="Tất cả {count} cơ quan",
        people="Người ký",
        year_signed="Năm ký",
        status="Tình trạng",
        statuses="Ý nghĩa của từng tình trạng hiệu lực",
        overdue="Đã quá hạn",
        due_by="Đến hết ngày {last}",
        due_between="Từ ngày {first} đến hết ngày {last}",
        statistics="Thống kê",
        search="Tìm kiếm",
        cooperation="Quan hệ ký kết giữa các cơ quan",
        data="Dữ liệu",
        data_about="Toàn bộ dữ liệu của bản tin để sử dụng lại: các tệp, ý nghĩa từng cột, điều kiện sử dụng.",
        data_of="Dữ liệu của {title}",
        record_as_data="Dữ liệu của văn bản này (JSON)",
        akoma_ntoso="Toàn văn dạng Akoma Ntoso",
        text_as_data="Toàn văn dạng dữ liệu (JSON)",
        signed_text="Văn bản đã ký",
        text_since="Văn bản hợp nhất từ {day}",
        text_known_on="Văn bản hợp nhất (chậm nhất từ {day})",
        text_of="{title} – {version}",
        former_versions="Các phiên bản trước: {title}",
        site_map="Sơ đồ trang",
        offline="Không có kết nối mạng",
        glossary="Giải thích từ ngữ",
        glossary_about="Các tình trạng hiệu lực, cách ghi khi ký và những từ ngữ hành chính khác nghĩa là gì.",
        components="Mẫu giao diện",
        desk="Bàn biên tập",
        sign_in="Dành cho biên tập viên",
        site_map_texts="Giới thiệu trang web",
        follow="Theo dõi",
    ),
    "en": Titles(
        home="Home",
        articles="News",
        agencies="Agencies",
        archive="Archive",
        undated="Undated",
        types="Types of document",
        fields="Fields",
        sections="Sections",
        tags="Topics",
        year="{year}",
        archive_of="Archive of {year}",
        signed_in="Agreements signed in {year}",
        year_unknown="Year of signing unknown",
        glance="{year} at a glance",
        page="{title} – page {number}",
        not_found="Page not found",
        moved="This page has moved",
        feed="News of {title} (Atom)",
        changes_feed="Changes of agreements: {title} (Atom)",
        changes_of="Changes of agreements: {title}",
        corrections="Corrections",
        calendar="Calendar of {title} (iCalendar)",
        register="Register of agreements",
        register_part="Agreements: {part}",
        in_force="Agreements in force by year",
        in_force_on="In force on",
        unknown_on="Of unknown force on",
        in_force_at_end="Agreements in force on 31 December {year}",
        unknown_at_end="Agreements of unknown force on 31 December {year}",
        due="Agreements soon due",
        unpublished="Agreements not published in full",
        changes="Recent changes",
        lists="Lists of agreements",
        year_list="Agreements that ended, were suspended or amended in {year}",
        downloads="Download all",
        pair="Agreements between {first} and {second}",
        partners="Agencies that have signed with {agency}",
        all_partners="All {count} agencies",
        people="Signatories",
        year_signed="Year of signing",
        status="Status",
        statuses="What each status means",
        overdue="Overdue",
        due_by="To the end of {last}",
        due_between="{first} to {last}",
        statistics="Statistics",
        search="Search",
        cooperation="Agencies that sign with each other",
        data="Data",
        data_about="All the data of the bulletin for reuse: the files, the meaning of each column, the terms of use.",
        data_of="Data of {title}",
        record_as_data="The data of this agreement (JSON)",
        akoma_ntoso="The text as Akoma Ntoso",
        text_as_data="The text as data (JSON)",
        signed_text="The signed text",
        text_since="Consolidated text from {day}",
        text_known_on="Consolidated text (from {day} at the latest)",
        text_of="{title} – {version}",
        former_versions="Former versions: {title}",
        site_map="Site map",
        offline="No connection",
        glossary="Glossary",
        glossary_about="What the statuses, the notes before signatures and other official terms on this site mean.",
        components="Components",
        desk="Editors’ desk",
        sign_in="Editors’ sign-in",
        site_map_texts="About this site",
        follow="Follow",
    ),
}

MESSAGES: dict[str, Message] = {
    name: Message(getattr(TITLES["vi"], name), getattr(TITLES["en"], name), "title")
    for name in Titles.__struct_fields__
}
"""The titles as messages for catalogues."""


def titles_of(site: Site) -> Titles:
    """The titles in the language of ``site``."""
    if not site.wording:
        return TITLES[site.language]
    return Titles(**{name: message.on(site) for name, message in MESSAGES.items()})
