"""Produces Vietnamese text that was decoded with the wrong legacy encoding."""

import unicodedata

# Each letter of TCVN3, next to the Latin-1 character with the same code.
TCVN3 = dict(
    zip(
        "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
        "¡¢£¤¥¦§¨©ª«¬\xad®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ",
        strict=True,
    )
)
# VNI writes marks after the letter: the character for each tone, alone and combined with ^ and with ˘.
VNI_TONES = dict(zip("\u0300\u0309\u0303\u0301\u0323", ("øàè", "ûåú", "õãü", "ùáé", "ïäë"), strict=True))
VNI_WHOLE = dict(zip("đìỉĩíịỵơư", "ñìæóíòîôö", strict=True))
CP1252_HOLES = (0x81, 0x8D, 0x8F, 0x90, 0x9D)


def in_tcvn3(text: str) -> str:
    return "".join(TCVN3.get(char, TCVN3.get(char.lower(), char)) for char in text)


def in_vni(text: str) -> str:
    return "".join(vni_letter(char.lower()).upper() if char.isupper() else vni_letter(char) for char in text)


def vni_letter(char: str) -> str:
    if char in VNI_WHOLE:
        return VNI_WHOLE[char]
    decomposed = unicodedata.normalize("NFD", char)
    base, marks = decomposed[0], decomposed[1:]
    tone = next((mark for mark in marks if mark in VNI_TONES), "")
    if "\u031b" in marks:
        return VNI_WHOLE[unicodedata.normalize("NFC", base + "\u031b")] + VNI_TONES[tone][0]
    if "\u0302" in marks:
        return base + (VNI_TONES[tone][1] if tone else "â")
    if "\u0306" in marks:
        return base + (VNI_TONES[tone][2] if tone else "ê")
    return base + VNI_TONES[tone][0] if tone else char


def in_mojibake(text: str) -> str:
    """UTF-8 decoded as Windows-1252."""
    return "".join(chr(byte) if byte in CP1252_HOLES else bytes([byte]).decode("cp1252") for byte in text.encode())


def in_windows_1258(text: str) -> bytes:
    """Encodes text in Windows-1258: tones are marks after the letters; circumflexes, breves and horns are not."""
    out = ""
    for char in text:
        shape, tones = unicodedata.normalize("NFD", char), ""
        for tone in VNI_TONES:
            if tone in shape:
                shape, tones = shape.replace(tone, ""), tone
        out += unicodedata.normalize("NFC", shape) + tones
    return out.encode("cp1258")


# The letters of VISCII from 0x80 on.
_VISCII = dict(
    zip(
        "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡưàáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ",
        map(chr, range(0x80, 0x100)),
        strict=True,
    )
)


def in_viscii(text: str) -> str:
    """VISCII decoded as Latin-1."""
    return "".join(_VISCII.get(char, char) for char in text)


def in_windows_1252(text: str) -> str:
    """Windows-1258 decoded as Windows-1252."""
    return "".join(
        chr(byte) if byte in CP1252_HOLES else bytes([byte]).decode("cp1252") for byte in in_windows_1258(text)
    )
