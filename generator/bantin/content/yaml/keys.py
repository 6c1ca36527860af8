"""PARSE: the keys that files are made of, and what people call them who do not know them by heart."""

import re
from collections.abc import Collection

from bantin.domain.text.folding import fold
from bantin.domain.text.suggestions import nearest

# Without marks, and without what stands between words; where a word stands for several keys, it is the one of them that
# may stand where it was written.
_CALLED = {
    "title": "tieude tenbai nhande trichyeu tenvanban ten headline subject",
    "published": "ngaydang ngayxuatban dangngay publishedon date",
    "updated": "capnhat ngaycapnhat suangay",
    "lead": "sapo tomtat modau chapeau summary chutri",
    "authors": "tacgia nguoiviet author byline phongvien",
    "source": "nguon nguontin theo",
    "section": "chuyenmuc muc category",
    "tags": "chude tukhoa the nhan topics keywords",
    "photos": "anh hinhanh hinh images photo",
    "slug": "duongdan",
    "draft": "nhap bannhap",
    "public_numbers": "socongkhai sodienthoaicongkhai",
    "expires": "hethan",
    "lang": "ngonngu language",
    "license": "giayphep dieukiensudunglai",
    "comments": "binhluan",
    "clearance": "chedosudung domat",
    "agreement": "vanban thoathuan vanbanduocky",
    "id": "ma mabanghi",
    "type": "loai loaivanban hinhthuc",
    "number": "so sokyhieu sohieu sovanban kyhieu",
    "parties": "cacben cacbenkyket benky coquanky",
    "signatories": "nguoiky signers signedby",
    "presided_by": "chutri nguoichutri",
    "attended_by": "dule thanhphan thamdu",
    "signed_on": "ngayky kyngay date signed",
    "signed_at": "noiky diadiem diadiemky",
    "fields": "linhvuc field",
    "scope": "phamvi",
    "effective_on": "ngaycohieuluc hieuluctu cohieuluctu effective",
    "effective_method": "cachxacdinhhieuluc hieuluc",
    "expires_on": "ngayhethieuluc hethieuluc hieulucden thoihan expires",
    "review": "soket tongket",
    "clauses": "sodieu dieu",
    "legal_basis": "cancu cancuphaply",
    "contact": "daumoi lienhe",
    "events": "lichsu sukien dienbien",
    "relations": "luocdo lienquan quanhe",
    "documents": "vanbangoc tailieu tep dinhkem",
    "text_public": "congbotoanvan congkhai",
    "name": "ten hoten hovaten tencoquan",
    "rank": "capbac quanham hocham",
    "position": "chucvu chucdanh",
    "also": "kiem chucvukhac",
    "role": "vaitro",
    "party": "ben coquan",
    "agency": "coquan donvi",
    "on_behalf": "tucach thaymat",
    "kind": "loai kieu",
    "on": "ngay date",
    "by": "boi doai",
    "note": "ghichu chuthich",
    "part": "phan",
    "until": "den denngay",
    "since": "tu tungay",
    "to": "den toi",
    "external": "benngoai",
    "date": "ngay",
    "url": "lienket diachiweb link",
    "code": "ma manguon",
    "src": "anh tep file",
    "file": "tep tentep",
    "alt": "mota motaanh",
    "caption": "chuthich",
    "credit": "nguoichup anhcua",
    "place": "noi diadanh",
    "venue": "diadiem",
    "every": "chuky",
    "next": "lantoi",
    "chair": "chutri",
    "abbreviations": "viettat tenviettat abbreviation",
    "aliases": "tengoikhac tenkhac diachicu",
    "parent": "captren coquancaptren tructhuoc",
    "level": "cap",
    "website": "trangweb web",
    "predecessors": "tienthan",
    "successors": "kethua",
    "former_names": "tencu",
    "address": "diachi",
    "phone": "dienthoai sodienthoai",
    "email": "thudientu hopthu",
    "reason": "lydo",
    "types": "cacloai loaivanban",
    "sections": "cacchuyenmuc",
    "base_url": "diachitrang",
    "timezone": "muigio",
    "description": "gioithieu mota",
    "publisher": "coquanchuquan",
    "menu": "thucdon",
    "links": "lienket",
    "language": "ngonngu",
}  # fmt: skip
LISTS = frozenset(
    {"authors", "tags", "photos", "parties", "fields", "signatories", "presided_by", "attended_by", "legal_basis"}
    | {"contact", "documents", "events", "relations", "also", "abbreviations", "aliases"}
)
"""The keys whose value is a list."""
_SAID = ("unknown", "chưa rõ", "không rõ", "chưa biết", "không biết", "chưa xác định", "không xác định")
UNKNOWN = frozenset(form for said in _SAID for form in (said, said.capitalize(), said.upper()))
"""What is written for a fact that is known to be unknown."""
NOT_GIVEN = UNKNOWN | {""}
_APART = re.compile(r"[\s_,.-]+")


def is_key(word: str) -> bool:
    """Whether ``word`` is a key of some file, or what people call one; ``Ngày ký``, ``TITLE`` and ``signed_on`` are."""
    return len(word) <= _LONGEST and _bare(word) in _ALL


def is_key_itself(word: str) -> bool:
    """Whether ``word`` is a key of some file, letter for letter."""
    return word in _CALLED


def meant_key(word: str, known: Collection[str]) -> str | None:
    """Which of the keys ``known`` is meant by ``word``: the one called so, else the one most like it."""
    bare = _bare(word)
    called = next((key for key in known if key.replace("_", "") == bare or bare in _CALLED.get(key, "").split()), None)
    return called or nearest(word, known)


def key_of(word: str) -> str:
    """The key that people call ``word``, when it can be only one; else the word itself."""
    bare = _bare(word)
    meant = [key for key in _CALLED if key.replace("_", "") == bare]
    meant = meant or [key for key, called in _CALLED.items() if bare in called.split()]
    return meant[0] if len(meant) == 1 else word


def _bare(word: str) -> str:
    return _APART.sub("", fold(word))


_ALL = frozenset(word for key, called in _CALLED.items() for word in (key.replace("_", ""), *called.split()))
_LONGEST = 40
