"""Words and ends of words that compounds of the four languages have, and those that only look like parts of one.

Plain lists, one for all languages: what is rare in one of them does no harm there. Knows no rules.
"""

import re


def _listed(*words: str) -> frozenset[str]:
    return frozenset(" ".join(words).split())


WHOLE = re.compile(
    r"forslag|förslag|mellomtid|måltid|område?|områd|oppmerksom|samtid|spørsmål|spørgsmål|spursmål|"
    r"vägledning|vejledning|veiledning|værksted|verksta|verksted|transport|tjenest|vikling|"
    r"assist|konsist|universitet"
)
"""What is in one piece, alone and in compounds: no one hears two words in it any longer, or ever did."""

APART = _listed(
    # what is put before words, to mean something else
    "an anti att av be bi bort efter eks ekstra etter ett for fore forbi fort forut fra fram framme frem fremme från "
    "frå før fyr för före gen genom gennem gjen gjennom hem her hit hjem igen igjen imot ind inn inne inni inom innan "
    "inter kon kontra med mel mellan mellem mellom mid min mis miss mod mot ned neo ner nær och ofte også om omkring "
    "opp oppe over para per pre pro rundt sam saman samman sammen semi slik snart sub super supra til tilbage tilbake "
    "till tillbaka trans tvers ultra und unda under undan unna upp uppe ut uta utan ute uten utenfor van ved veld vel "
    "vid vidare videre väl være åter över",
    # what is put beside words
    "alle allt alt andet andra andre annan annen annet bare blev blir både dem den denna denne deres dess det dette "
    "din disse ein eit eller ene enn enten er eta får går gör gjør gerne gjerne gärna han har have hele hon hun hva "
    "hvad hver hvis hvor ikke ikkje ingen inte land men mens mer nesten noe noen något några når nogen nogle oss seg "
    "sig sin skal skulle slike som vår våra vara vere var vart ville vil",
)
"""Words that no compound begins or ends with, as far as letters can tell."""

SUFFIXES = _listed(
    "aktig ande ansen arna asjon ation bar dom else ende ene erna erne het heit hed isk ing leg lig ling lös løs isme "
    "mess messig nad ning ring sam sel sjon skab skap som tion vis"
)
"""What makes a word of another, though it may be a word as well."""

SHORT = _listed("bil bok båt dag dør hus lov mat mål råd sak sal tid veg vei väg")
"""Words of three letters that compounds end with; others of that length are chance."""

TINY = _listed("by år")
"""Words that a compound ends with only where they have an ending themselves."""

COMMON = _listed("dag hus krav lov mål plan råd tid")
"""Short words that end a compound also where it is not known what comes before."""

ENDINGS = tuple(
    sorted(_listed("a ande an ane ar arane are aren arna arne e en ene er ere eren erna erne et n na ne or r t"))
)
"""Of nouns, and of those who do something."""

NOUN_ENDING = re.compile(r"(?:en|et|er|ar|or|ene|ane|erne|arna|orna|erna)$")
"""Without it a long word is surely one."""

GENITIVES = tuple(sorted(_listed("ens ets enes ernes arnes arnas ornas ernas nas nes ers ars ors es as")))
"""Ends of words that have an -s put behind an ending."""
