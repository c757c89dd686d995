"""Filler words for made-up texts: everyday Norwegian, Swedish and Danish, and names that belong to nobody."""

import random

WORDS: dict[str, tuple[str, ...]] = {
    "nb": tuple(
        """anbud anskaffelse avtale bedrift behov bruker budsjett bygg dialog drift effekt energi erfaring fornyelse
        forslag framtid fylke gevinst gjennomføring grønn helse høring innkjøp innspill kompetanse kommune krav kunnskap
        leverandør løsning marked miljø mål møte mulighet næringsliv ny nyttig offentlig område oppdrag oppfølging plan
        prosess prøve region rådgiver samarbeid samfunn seminar skole støtte søknad tjeneste tiltak transport utslipp
        utvikling vann varer veiledning verktøy vinter våren ønske åpen år er og i på som skal kan med for til av""".split()
    ),
    "nn": tuple(
        """anbod innkjøp avtale verksemd behov brukar budsjett bygg dialog drift effekt energi røynsle fornying framlegg
        framtid fylke vinst gjennomføring grøn helse høyring innspel kompetanse kommune krav kunnskap leverandør løysing
        marknad miljø mål møte høve næringsliv ny nyttig offentleg område oppdrag oppfølging plan prosess prøve region
        rådgjevar samarbeid samfunn seminar skule stønad søknad teneste tiltak transport utslepp utvikling vatn varer
        rettleiing verktøy vinter våren ønske open år er og i på som skal kan med for til av""".split()
    ),
    "sv": tuple(
        """anbud upphandling avtal företag behov användare budget bygge dialog drift effekt energi erfarenhet förnyelse
        förslag framtid län vinst genomförande grön hälsa remiss inköp synpunkt kompetens kommun krav kunskap leverantör
        lösning marknad miljö mål möte möjlighet näringsliv ny nyttig offentlig område uppdrag uppföljning plan process
        prov region rådgivare samarbete samhälle seminarium skola stöd ansökan tjänst åtgärd transport utsläpp utveckling
        vatten varor vägledning verktyg vinter våren önskan öppen år är och i på som ska kan med för till av""".split()
    ),
    "da": tuple(
        """tilbud indkøb aftale virksomhed behov bruger budget byggeri dialog drift effekt energi erfaring fornyelse
        forslag fremtid amt gevinst gennemførelse grøn sundhed høring indkøber indspil kompetence kommune krav viden
        leverandør løsning marked miljø mål møde mulighed erhvervsliv ny nyttig offentlig område opgave opfølgning plan
        proces prøve region rådgiver samarbejde samfund seminar skole støtte ansøgning ydelse tiltag transport udledning
        udvikling vand varer vejledning værktøj vinter foråret ønske åben år er og i på som skal kan med for til af""".split()
    ),
}
FIRST = "Anna Bo Carl Dag Eli Finn Gro Hans Ida Jon Kari Lars Mia Nils Oda Per Rut Siv Tor Una Vera Åse Østen".split()
LAST = "Bakk Dalvang Engmo Fossli Granås Holmvik Isdal Kvernmo Lundvang Myrstad Nesbakk Rydmo Sandvang Tveitmo Åsmo".split()
TOWNS = "Nordvik Sørdal Vesterby Østhamn Midtmo Fjellnes Strandvang Åbakken Storskog Lilleelv".split()


class Speaker:
    """Says as much as is wanted, in a language, and always the same for the same seed."""

    def __init__(self, chance: random.Random, lang: str) -> None:
        self._chance = chance
        self._words = WORDS[lang]

    def some(self, count: int) -> str:
        return " ".join(self._chance.choices(self._words, k=count))

    def title(self) -> str:
        return self.some(self._chance.randint(4, 8)).capitalize()

    def sentence(self) -> str:
        return self.some(self._chance.randint(7, 18)).capitalize() + "."

    def paragraph(self, sentences: int) -> str:
        return " ".join(self.sentence() for _ in range(sentences))
