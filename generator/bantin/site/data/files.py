"""The files of the data, with their addresses and the terms of reuse."""

import re

from msgspec import Struct

from bantin.domain.model import Label
from bantin.index import Directory
from bantin.site import addresses
from bantin.site.addresses import WORDS


class DataFile(Struct, frozen=True):
    """A file that is not a table: its name, its contents, and its format."""

    name: str
    about: Label
    format: str


AGREEMENTS_JSON = DataFile(
    "agreements.json",
    Label("Toàn bộ văn bản, mỗi văn bản với mọi chi tiết", "All agreements, each with all that belongs to it"),
    "JSON",
)
WORKBOOK = DataFile(
    "agreements.xlsx",
    Label(
        "Các bảng dữ liệu trong một tệp Excel, mỗi bảng một trang tính", "The tables in one workbook, a sheet for each"
    ),
    "Excel (Office Open XML)",
)
SCHEMA = DataFile(
    "schema.json", Label("Lược đồ của các tệp JSON", "The schema of the JSON files"), "JSON Schema 2020-12"
)
TEXT_SCHEMA = DataFile(
    "text.schema.json", Label("Lược đồ của toàn văn dạng JSON", "The schema of texts in JSON"), "JSON Schema 2020-12"
)
PACKAGE = DataFile(
    "datapackage.json",
    Label("Mô tả các tệp CSV và liên kết giữa chúng", "The CSV files described, and how they lead to each other"),
    "Data Package 2.0",
)
CATALOGUE = DataFile(
    "catalogue.jsonld",
    Label("Mô tả dữ liệu cho các cổng dữ liệu mở", "The data described, for open data portals"),
    "DCAT-AP 3.0 (JSON-LD)",
)
LICENSE_ANCHOR = "bt-license"

_ADDRESS = re.compile(r"https?://[^\s<>\"]*[^\s<>\".,;:!?)\]]")


def file_url(directory: Directory, name: str) -> str:
    """The full address of a file of the data; ``""`` is the page that explains them."""
    site = directory.site
    return site.root_url + addresses.data(WORDS[site.main], name)


def license_url(directory: Directory) -> str:
    """The address of the terms of reuse: the one that they contain, or else that of the page that explains the data."""
    named = _ADDRESS.search(directory.site.license)
    return named[0] if named else f"{file_url(directory, '')}#{LICENSE_ANCHOR}"
