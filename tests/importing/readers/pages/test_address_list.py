"""Lists of old addresses."""

from bantin.importing.readers.pages.address_list import read_addresses

GOOD = """Tệp\tĐịa chỉ cũ
# hai trang đầu
tin1.html\t/Pages/tin-tuc.aspx?ItemID=18746

"tin, hai.html",https://bo.example.vn/tin/2?a=1,2
thu-muc\\tin3.html;/tin/3
tin1.html\t/Pages/tin-tuc.aspx?ItemID=18746
"""


def told(text: str) -> list[tuple[str, int]]:
    return [(problem.code, problem.location.line) for problem in read_addresses(text.encode(), "a.txt").problems]


def test_names_and_addresses_with_tabs_commas_and_semicolons() -> None:
    assert read_addresses(GOOD.encode(), "a.txt").value == {
        "tin1.html": "/Pages/tin-tuc.aspx?ItemID=18746",
        "tin, hai.html": "/tin/2?a=1,2",
        "thu-muc/tin3.html": "/tin/3",
    }


def test_all_that_is_wrong_is_told_with_its_line() -> None:
    text = "tin1.html\t/a\ntin2.html\ntin1.html\t/b\ntin3.html\tjavascript:x\n"
    assert told(text) == [("no-old-address", 2), ("file-listed-twice", 3), ("bad-old-address", 4)]
    assert read_addresses(text.encode(), "a.txt").value is None


def test_a_list_in_another_encoding_is_refused() -> None:
    assert read_addresses("tin.html\t/ký".encode("cp1258", "replace") + b"\xff\xe0", "a.txt").value is None
