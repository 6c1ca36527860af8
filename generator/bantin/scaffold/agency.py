"""The file of a new agency: valid as it is, with comments that explain its keys."""

from collections.abc import Mapping

from msgspec import Struct

from bantin.content.yaml.quoting import flow_list
from bantin.domain.problems import Language
from bantin.scaffold.article import yaml_scalar

_COMMENTS: Mapping[Language, Mapping[str, str]] = {
    "vi": {
        "name": "tên hiện nay; tên cũ ghi dưới former_names",
        "abbreviations": "tên viết tắt, ví dụ [BCA]",
        "level": "trung ương, cấp tỉnh, cấp huyện hoặc cấp xã",
        "parent": "cơ quan cấp trên: mã, tên hoặc tên viết tắt",
        "website": "ví dụ https://bocongan.gov.vn/",
        "former_names": "mỗi tên một mục: “- name:”, dưới đó là since, until",
        "contact": "thông tin liên hệ công khai",
    },
    "en": {
        "name": "the present name; former ones go below former_names",
        "abbreviations": "such as [MPS]",
        "level": "central, provincial, district or commune",
        "parent": "the agency above: its id, a name or an abbreviation",
        "website": "such as https://bocongan.gov.vn/",
        "former_names": "an item for each: “- name:”, and below it since, until",
        "contact": "contact details for the public",
    },
}
_COMMENT_COLUMN = 22


class NewAgency(Struct, frozen=True):
    """The facts with which an agency begins. ``english`` is its name in English; anything may be empty but ``name``."""

    name: str
    english: str = ""
    abbreviations: tuple[str, ...] = ()
    level: str = ""
    parent: str = ""
    website: str = ""


def agency_path(agency_id: str) -> str:
    """Returns the path of the file of an agency relative to the root of the bulletin."""
    return f"content/agencies/{agency_id}.yml"


def agency_text(agency: NewAgency, language: Language) -> str:
    """Returns the text of the file, with comments in ``language``."""
    name = yaml_scalar(agency.name)
    values = {
        "name": f"\n  vi: {name}\n  en: {yaml_scalar(agency.english)}" if agency.english else f" {name}",
        "abbreviations": f" {flow_list(agency.abbreviations)}",
        "level": f" {agency.level}",
        "parent": f" {agency.parent}",
        "website": f" {yaml_scalar(agency.website)}" if agency.website else "",
        "former_names": "",
        "contact": "\n  address:\n  phone:\n  email:",
    }
    return "".join(_line(key, value, _COMMENTS[language][key]) for key, value in values.items())


def _line(key: str, value: str, comment: str) -> str:
    first, line_end, below = f"{key}:{value}".partition("\n")
    return f"{first.rstrip():<{_COMMENT_COLUMN - 2}}  # {comment}\n{below}{line_end}"
