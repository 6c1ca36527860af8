"""The sentences that tell of a signing as of something done, and not as of another time or of another document."""

from collections.abc import Sequence

from bantin.domain.text.fast_search import ignoring_case
from bantin.importing.facts.signing.telling import Sentence
from bantin.importing.facts.signing.words import (
    AND_SIGNING,
    COUNT,
    DEED,
    DONE,
    NO_CEREMONY,
    NOT_YET,
    OF_OTHER_TIME,
    PLANNED,
    SHORT_TYPE,
    SIDES,
    SIGN,
    SPEECH,
)

_NEAR = 120
_FOR_SIDES = rf"(?:đại diện|thay mặt)(?: cho)? (?:{COUNT}|các) {SIDES}(?!\w)"
_VERBS = ("ký", "Ký", "KÝ")


def acts_in(telling: Sequence[Sentence]) -> tuple[Sentence, ...]:
    """The sentences of a text that tell of its signing; none if the text is about something else, such as a review.

    A headline comes last: it shortens names and titles, so what is below it counts first.
    """
    acts = [one for one in telling if _tells_of_signing(one)]
    if not acts or not _is_about_signing(telling):
        return ()
    return tuple(sorted(acts, key=lambda one: one is telling[0] and not one.text.endswith(".")))


def signings_in(telling: Sequence[Sentence]) -> tuple[Sentence, ...]:
    """The sentences that tell who signs, although some do not say what: ``Ông A và bà B đại diện hai bên ký kết.``"""
    return tuple(one for one in telling if _tells_of_signing(one, rf"{SHORT_TYPE}|{_FOR_SIDES}|(?:{SIGN})\W*$"))


def _is_about_signing(telling: Sequence[Sentence]) -> bool:
    """Whether the headline does not say that the text is about something else, such as a review."""
    first = telling[0]
    other = ignoring_case(NO_CEREMONY).search(first.text)
    return other is None or _tells_of_signing(first) or ignoring_case(AND_SIGNING).search(first.text) is not None


def _tells_of_signing(sentence: Sentence, what: str = SHORT_TYPE) -> bool:
    """Whether ``sentence`` says that something with a name of ``what`` is signed, now and not at another time."""
    text = sentence.text
    if not any(verb in text for verb in _VERBS):
        return False
    other = ignoring_case(OF_OTHER_TIME).search(text) and not ignoring_case(AND_SIGNING).search(text)
    if other or ignoring_case(SPEECH).search(text):
        return False
    if not ignoring_case(what).search(text):
        return False
    if ignoring_case(NOT_YET).search(text) and not ignoring_case(DONE).search(text):
        return False
    verbs = (one for one in ignoring_case(SIGN).finditer(text) if not ignoring_case(DEED).match(text, one.end()))
    return any(not ignoring_case(PLANNED).search(text[: verb.start()][-_NEAR:]) for verb in verbs)
