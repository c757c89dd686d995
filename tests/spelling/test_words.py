"""Which words are looked up, and where they stand: ⟦ and ⟧ are put around what is marked, in all four languages."""

import re
from pathlib import Path

import pytest

from tests.spelling.stage import misspelt, news, spelt, stage
from tests.telling.stage import check

MARKED = {
    "nb": [
        "Vi skriver om offentlige ⟦anskafelser⟧ og om **⟦klimma⟧** i dag.",
        "⟦Vellkommen⟧ til møtet. ⟦Prisn⟧ er lav.",
        "- Et ⟦pungt⟧ på listen\n- [Et ⟦lenkkeord⟧](https://example.org/feilord)",
        "Anskaffelsesstrategi, innspillmøtet, leverandørdialogene og miljøkravene er sammensatt.",
        "Klima- og miljødepartementet, e-postadressene og 2020-tallet, nærings- og fiskerihavner.",
        "Se https://example.org/feilordd, feilord@example.org, feilordd.pdf, `feilordd` og f.eks. bl.a. kl. 10.",
        "NATO, EUs, LinkedIn, eForms, ABCD-er, Fjaesbuuk i setningen og Kari Nordmannsen.",
        "[upphandlinng på svenska]{lang=sv} er ikke norsk.",
        "Prisen er evt. 3 kroner, ekskl. mva., jf. forskriften og prop. 51; evt., ja. Kap. 3 (jf. § 5) sier mer.",
        "Et ⟦pungt⟧. Neste ⟦pungt⟧ er kort.",
        "Et 10-årsjubileumm, 3D-utskrivter og covid-19-pandemien, men ⟦jubileumm-året⟧.",
        "Vi ber om ⟦påmeldding⟧ og ⟦vurderring⟧, og at ⟦vurderringer⟧ deles.",
        "| Navn | ⟦Prisn⟧ |\n|---|---|\n| En | to |",
    ],
    "nn": [
        "Eit ⟦kvalifikasjonkrav⟧ er ikkje privatiseringsval med cateringavtale.",
        "Eit ⟦inkjøp⟧ i kommunane, og ikkje noko meir om dialogmøte.",
        "Dei ⟦kjem'e⟧ ikkje i dag.",
    ],
    "sv": [
        "Vår ⟦erfarenhett⟧ av ⟦tillgänglighett⟧, en 25-procentigg höjning och en silverring.",
        "En ⟦upphandlinng⟧ av möbler, möbelåterbruk och hälso- och sjukvården.",
        "Vi ⟦kommmer⟧ i dag: ⟦Imorrgon⟧.",
    ],
    "da": [
        "Vi ser ⟦annoncerring⟧, ⟦tilmeldding⟧ og et ⟦kvalitetkrav⟧.",
        "Et ⟦indkøbb⟧ af mad, genbrugsworkshop og innovationsindkøb.",
        "Vi ⟦skrivr⟧ i dag.",
    ],
}
CASES = [pytest.param(lang, text, id=f"{lang} {number}") for lang in MARKED for number, text in enumerate(MARKED[lang])]


@pytest.mark.parametrize(("lang", "text"), CASES)
def test_a_word_is_marked_where_it_stands(lang: str, text: str, tmp_path: Path) -> None:
    stage(tmp_path, news(re.sub("[⟦⟧]", "", text), lang))
    result = spelt()
    wanted = []
    for number, line in enumerate(text.split("\n"), 5):
        for found in re.finditer("⟦(.*?)⟧", line):
            column = found.start() - 2 * line[: found.start()].count("⟦") + 1
            wanted.append(
                f"content/news/sak.{lang}.md:{number}:{column}: warning: No dictionary knows the word “{found[1]}”."
            )
    assert [
        line.partition(" [")[0] for line in result.stderr.splitlines() if "[" in line and ": warning" in line
    ] == wanted
    assert result.exit_code == 0


def test_words_of_the_front_matter_are_looked_up_and_addresses_are_not(tmp_path: Path) -> None:
    front = "summary: Et samendragg av saken.\nslug: feilordd\nlinks:\n  - {title: Mer lesningg, url: https://example.org/x}\n"
    stage(tmp_path, news("Teksten.", front=front))
    assert misspelt(spelt()) == ["samendragg", "lesningg"]


def test_the_likely_word_is_offered_and_never_in_two(tmp_path: Path) -> None:
    stage(tmp_path, news("Vi skriver om ansakffelser. Det er fagdag."))
    said = spelt().stderr
    assert "Did you mean “anskaffelser”? If the word is right, write it into words.txt." in said
    assert not re.search(r"Did you mean “[^”]*[ -][^”]*”", said)


def test_without_the_flag_nothing_is_looked_up(tmp_path: Path) -> None:
    stage(tmp_path, news("Vi skriver om anskafelser."))
    assert misspelt(check("--site", ".")) == []
    kept = (tmp_path / "build/cache/sitegen.sqlite").read_bytes()
    assert misspelt(spelt()) == ["anskafelser"]
    assert (tmp_path / "build/cache/sitegen.sqlite").read_bytes() == kept
    assert "no mistakes" in check("--site", ".").stdout


def test_only_the_files_that_are_named_are_looked_up(tmp_path: Path) -> None:
    other = "@ content/news/annen.nb.md\n---\ntitle: Ord\npublished: 2027-01-04\n---\nEt feilordd.\n"
    stage(tmp_path, news("Vi skriver om anskafelser.") + other)
    result = spelt("content/news/sak.nb.md")
    assert misspelt(result) == ["anskafelser"]
    assert "more in files" not in result.stdout
    assert sorted(misspelt(spelt("content/news"))) == ["anskafelser", "feilordd"]


def test_words_of_pictures_are_looked_up_where_they_stand(tmp_path: Path) -> None:
    text = '![Et bildde av rutta](rute.png "Slik går den i komunen")\n\n![En svensk bilddd](rute.png){lang=sv}'
    page = news(text).replace("sak.nb.md", "sak/index.nb.md")
    stage(tmp_path, page + "@ content/news/sak/rute.png\n(a picture)\n")
    said = re.findall(r"index\.nb\.md:(\d+:\d+): .* “(\w+)”\. \[misspelt\]", spelt().stderr)
    assert said == [("5:6", "bildde"), ("5:48", "komunen")]
