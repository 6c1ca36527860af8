"""Tests whether a word can be a Vietnamese syllable, which text in another encoding or language soon fails."""

import re
import unicodedata
from functools import cache
from itertools import product

_ONSETS = "b c ch d đ g gh gi h k kh l m n ng ngh nh ph qu r s t th tr v x"
# 'ăk' occurs in names from the Central Highlands: Đắk Lắk.
_RIMES = (
    "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt ăk âc âm ân âng âp ât âu ây"
    " e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu"
    " i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu"
    " o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet"
    " oi om on ong oong op ot"
    " ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt"
    " u ua uân uâng uât uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt up uơ ut uy"
    " uya uych uyên uyêt uynh uyt uyu"
    " ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu"
    " y yêm yên yêt yêu ynh yt ych"
)
# Letters before which 'k', 'gh' and 'ngh' are written instead of 'c', 'g' and 'ng'.
_FRONT = ("e", "ê", "i", "y")
_BEFORE_FRONT, _BEFORE_OTHERS = ("k", "gh", "ngh"), ("c", "g", "ng")
_SHAPES = ("\u0302", "\u0306", "\u031b")
_TONES = "\u0300\u0301\u0303\u0309\u0323"
# Syllables with these endings have one of these two tones.
_STOPS, _STOP_TONES = ("c", "ch", "k", "p", "t"), ("\u0301", "\u0323")
# A vowel with a mark of its own has the tone; in 'ươ' it is the second one.
_SHAPED = re.compile("[ăâêôơư]")


def is_syllable(word: str) -> bool:
    """Whether ``word``, in either case, is spelt like a Vietnamese syllable."""
    letters = unicodedata.normalize("NFD", word.lower())
    tones = [at for at, mark in enumerate(letters) if mark in _TONES]
    if not tones:
        return unicodedata.normalize("NFC", letters) in _toneless() and not letters.endswith(_STOPS)
    at, tone = tones[0], letters[tones[0]]
    before = unicodedata.normalize("NFC", letters[:at])
    plain = unicodedata.normalize("NFC", letters.replace(tone, "", 1))
    if len(tones) > 1 or plain not in _toneless() or (plain.endswith(_STOPS) and tone not in _STOP_TONES):
        return False
    shaped = [found.start() for found in _SHAPED.finditer(plain)]
    return not shaped or len(before) == shaped[-1] + 1 or letters[at + 1 : at + 2] in _SHAPES


@cache
def _toneless() -> frozenset[str]:
    """All syllables without their tones."""
    return frozenset(
        f"{onset}{rime}" for onset, rime in product(["", *_ONSETS.split()], _RIMES.split()) if _go_together(onset, rime)
    )


def _go_together(onset: str, rime: str) -> bool:
    if onset in _BEFORE_FRONT:
        return rime.startswith(_FRONT)
    if onset in _BEFORE_OTHERS:
        return not rime.startswith(_FRONT) or (onset, rime) in (("g", "i"), ("g", "in"))
    return not rime.startswith("y") or onset in ("", "h", "k", "l", "m", "qu", "s", "t", "v", "b")
