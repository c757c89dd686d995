"""`glued-word`: two words without a space between them, as pasting leaves them ("sektornFör", "slutt.Det").

A capital inside a word is a fault after a word in small letters; names that are written so are known. After a word
that begins with a capital ("LinkedIn") it is one only if what follows is a word that begins sentences, as nobody
can list all names. The same goes for a sign without a space after it.
"""

import re
from collections.abc import Iterator

from sitegen.content.prose.copy import Copy, finding
from sitegen.foundation.diagnostics import Diagnostic

_SMALL, _LARGE = "a-zà-öø-ÿšžđŋ", "A-ZÀ-ÖØ-ÞŠŽĐŊ"
_WORD = rf"[{_SMALL}{_LARGE}]"
_GLUED = re.compile(
    rf"(?<![\w@./#-])(?P<head>{_WORD}?[{_SMALL}]{{2,40}})(?P<sign>[.!?:;,)]?)(?P<tail>[{_LARGE}][{_SMALL}]{{0,40}})(?![\w@/]|[.-]\w)"
)
_HYPHENED = re.compile(
    rf"(?<=-)(?P<head>[{_SMALL}]{{3,40}})(?P<sign>)(?P<tail>[{_LARGE}][{_SMALL}]{{1,40}})(?![\w@/]|[.-]\w)"
)

_STARTERS = {
    "nb": """
        alle andre da de dei den denne der dersom det dette du eg en et etter ei for fra frå fordi før han
        har her hun hva hvem hver hvis hvor hvordan hvorfor i ifølge ikke ikkje ingen innen jeg kan kva kven
        kvifor kor korleis les med mange men mer meir meld målet mens nei noen når nå og også om opp per på
        påmelding program prosjektet sammen se send siden sjå slik som så ta takk til under ut vel ved vi
        vil være å
    """,
    "sv": """
        alla allt att av både båda de dem den denna deras dessa det detta dit du efter en enligt er ett
        eftersom flera från för genom han har hon hur här i ingen inom inte jag kan klicka kom kommer
        kontakt kontakta läs man med men mer målet när nu och också om på sedan ska som syftet så till under
        ur ut vad var varför varje vem vi via vid vill välkommen även är år åt över
    """,
    "da": """
        alle andre da de dem den denne der dernæst det dette du efter en er et for fordi fra før han har her
        hun hvad hvem hver hvis hvor hvordan hvorfor i ifølge ikke ingen jeg kan læs man mange med men mens
        målet mere nej nogle når nu og også om op på samtidig se selv send siden skal som så til tilmeld tag
        under ved vi vil være workshoppen
    """,
    "en": """
        all also and are but from he her here how more not our please read she the their there these they
        this those we what when where which who why will with you your
    """,
}
_NAMES = frozenset("eforms ebevis ebilag efaktura eid mijødir iphone ipad ipod imac icloud ios ebay etendering".split())  # noqa: SIM905
_STARTS_OF_NAMES = ("e", "i", "m", "mc", "mac", "di", "de", "la", "le", "van", "o")


def check(copy: Copy) -> Iterator[Diagnostic]:
    starters = _starters(copy.lang)
    for passage in copy.passages:
        for pattern in (_GLUED, _HYPHENED):
            for found in pattern.finditer(passage.text):
                if _is_glued(found["head"], found["sign"], found["tail"], starters):
                    apart = f"{found['head']}{found['sign']} {found['tail']}"
                    yield finding("glued-word", passage, (found.start(), found.end()), {"apart": apart})


def _is_glued(head: str, sign: str, tail: str, starters: frozenset[str]) -> bool:
    if tail.casefold() in starters and (len(head) > 3 or head.islower()):
        return len(tail) > 1 or (head.islower() and len(head) > 3)
    if sign or not head.islower():
        return False
    return len(head) > 3 and len(tail) > 1 and (head + tail).casefold() not in _NAMES and head not in _STARTS_OF_NAMES


def _starters(lang: str) -> frozenset[str]:
    primary = lang.split("-")[0].lower()
    return _WORDS["nb" if primary == "nn" else primary]


_WORDS = {lang: frozenset(words.split()) for lang, words in _STARTERS.items()}
