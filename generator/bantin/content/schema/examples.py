"""VALIDATE: an example line for each key, shown in the hints of problems, ready to type."""

_PERSON = "Nguyễn Văn A"
_EXAMPLES = {
    "title": "Hai cơ quan ký quy chế phối hợp",
    "published": "2026-11-20",
    "embargo": "2026-11-20T09:00+07:00",
    "lead": "Chiều 20/11/2026, hai cơ quan ký quy chế phối hợp.",
    "authors": _PERSON,
    "type": "quy-che-phoi-hop",
    "parties": "[bo-cong-an, van-phong-quoc-hoi]",
    "fields": "an-ninh-trat-tu",
    "signatories": f"[{_PERSON}]",
    "signed_on": "2026-11-20",
    "scope": "central",
    "text_public": "yes",
    "name": "Bộ Công an",
    "src": "le-ky.jpg",
    "alt": "Đại diện hai bên ký quy chế",
    "agency": "bo-cong-an",
    "reason": "Đăng trùng với bài khác.",
    "kind": "amended",
    "at": "dieu-5-khoan-2",
    "do": "replace",
    "file": "quy-che.pdf",
    "base_url": "https://bantin.example.vn/",
    "language": "vi",
    "timezone": "Asia/Ho_Chi_Minh",
    "to": "/van-ban/",
    "on": "2026-11-21",
    "note": "Bài trước ghi sai số văn bản.",
}


# Keys that have another meaning below these parents.
_BELOW = {
    ("agreement", "title"): "Quy chế phối hợp giữa hai cơ quan",
    ("signatories", "name"): _PERSON,
    ("presided_by", "name"): _PERSON,
    ("attended_by", "name"): _PERSON,
    ("source", "name"): "Báo Công an",
    ("relations", "kind"): "amends",
    ("changes", "kind"): "correction",
    ("amends", "to"): "quy-che-phoi-hop-2020",
}


def example_of(key: str, depth: int, above: str = "") -> str:
    """A line with ``key`` and an example value, indented by ``depth`` spaces; ``above`` is the parent key."""
    example = _BELOW.get((above, key)) or _EXAMPLES.get(key, "…")
    return f"{' ' * depth}{key}: {example}"
