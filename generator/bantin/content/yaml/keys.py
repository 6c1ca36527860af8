"""PARSE: the keys of content files, and other names by which editors may call them."""

import re
from collections.abc import Collection

from bantin.domain.text.folding import fold
from bantin.domain.text.suggestions import nearest

# Without marks and without separators between words; a name of several keys means the one that is allowed at its place.
_NAMES = {
    "title": "tieude tenbai nhande trichyeu tenvanban ten headline subject",
    "published": "ngaydang ngayxuatban dangngay publishedon date",
    "updated": "capnhat ngaycapnhat suangay",
    "changes": "thaydoi cacthaydoi noidungthaydoi dinhchinh corrections",
    "lead": "sapo modau chapeau chutri",
    "summary": "tomtat noingangon abstract",
    "authors": "tacgia nguoiviet author byline phongvien",
    "source": "nguon nguontin theo",
    "section": "chuyenmuc muc category",
    "tags": "chude tukhoa the nhan topics keywords",
    "photos": "anh hinhanh hinh images photo",
    "slug": "duongdan",
    "draft": "nhap bannhap",
    "gone": "dago gobo gokhoitrang",
    "replaced_by": "thaybang thaythebang",
    "public_numbers": "socongkhai sodienthoaicongkhai",
    "hide_versions_until": "anphienban anphienbanden",
    "expires": "hethan",
    "embargo": "giukinden giukin camvan embargoed",
    "lang": "ngonngu language",
    "license": "giayphep dieukiensudunglai",
    "comments": "binhluan",
    "clearance": "chedosudung domat",
    "about": "noive noivevanban vevanban",
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
    "scope": "phamvi capkyket",
    "effective_on": "ngaycohieuluc hieuluctu cohieuluctu effective",
    "effective_method": "cachxacdinhhieuluc hieuluc",
    "expires_on": "ngayhethieuluc hethieuluc hieulucden thoihan expires",
    "review": "soket tongket",
    "clauses": "sodieu dieu",
    "legal_basis": "cancu cancuphaply",
    "contact": "daumoi lienhe",
    "events": "lichsu sukien dienbien",
    "relations": "luocdo lienquan quanhe",
    "amends": "suadoidieukhoan dieukhoansuadoi suadoitungdieukhoan",
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
    "at": "tai dieukhoan",
    "do": "lamgi suadoithenao",
    "text": "noidung noidungmoi",
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
    "glossary": "giaithich giaithichtungu",
    "word": "tu tungu",
    "meaning": "nghia ynghia",
}  # fmt: skip
LISTS = frozenset(
    {"authors", "tags", "photos", "parties", "fields", "signatories", "presided_by", "attended_by", "legal_basis"}
    | {"contact", "documents", "events", "relations", "amends", "changes", "also", "abbreviations", "aliases"}
)
"""The keys whose value is a list."""
_UNKNOWN_WORDS = ("unknown", "chưa rõ", "không rõ", "chưa biết", "không biết", "chưa xác định", "không xác định")
UNKNOWN = frozenset(form for word in _UNKNOWN_WORDS for form in (word, word.capitalize(), word.upper()))
"""The values that state that a fact is unknown."""
NOT_GIVEN = UNKNOWN | {""}
_SEPARATORS = re.compile(r"[\s_,.-]+")


def is_key(word: str) -> bool:
    """Whether ``word`` is a key of some file or a name of one, such as ``Ngày ký``, ``TITLE`` and ``signed_on``."""
    return len(word) <= _LONGEST and _bare(word) in _ALL


def is_key_itself(word: str) -> bool:
    """Whether ``word`` is a key of some file, letter for letter."""
    return word in _NAMES


def meant_key(word: str, known: Collection[str]) -> str | None:
    """The key among ``known`` that ``word`` means: the one with this name, or else the one spelt most like it."""
    bare = _bare(word)
    named = next((key for key in known if key.replace("_", "") == bare or bare in _NAMES.get(key, "").split()), None)
    return named or nearest(word, known)


def key_of(word: str) -> str:
    """The key that ``word`` names if there is exactly one, else ``word`` itself."""
    bare = _bare(word)
    meant = [key for key in _NAMES if key.replace("_", "") == bare]
    meant = meant or [key for key, names in _NAMES.items() if bare in names.split()]
    return meant[0] if len(meant) == 1 else word


def _bare(word: str) -> str:
    return _SEPARATORS.sub("", fold(word))


_ALL = frozenset(word for key, names in _NAMES.items() for word in (key.replace("_", ""), *names.split()))
_LONGEST = 40
