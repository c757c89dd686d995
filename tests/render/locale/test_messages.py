"""Catalogues of messages: what they answer, and how they are read."""

import pickle
from collections.abc import Callable
from pathlib import Path

import pytest

from sitegen.render.locale.catalogues import catalogue_path, load, parse
from sitegen.render.locale.messages import Catalogue, Message, catalogue_digest

HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n'
TWO = '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n'


def put(directory: Path, lang: str, *entries: str, header: str = HEADER + TWO) -> None:
    path = catalogue_path(directory, lang)
    path.parent.mkdir(parents=True)
    path.write_text("\n".join((header, *entries)), "utf-8")


def entry(message: str, text: str, before: str = "") -> str:
    return f'{before}msgid "{message}"\nmsgstr "{text}"\n'


def read(*entries: str, header: str = HEADER + TWO) -> Catalogue:
    found = parse("\n".join((header, *entries)).encode(), "nb", "nb.po")
    assert found.diagnostics == ()
    assert found.value
    return found.value


def reasons(*entries: str, header: str = HEADER + TWO) -> list[tuple[int, str]]:
    found = parse("\n".join((header, *entries)).encode(), "nb", "nb.po")
    return [(each.span.line, dict(each.values)["reason"]) for each in found.diagnostics]


def test_a_message_is_said_in_the_language_or_in_english() -> None:
    nb = read(entry("News", "Nyheter"))
    assert (nb.gettext("News"), nb.gettext("Events")) == ("Nyheter", "Events")


def test_a_context_tells_equal_messages_apart() -> None:
    nb = read(entry("Open", "Åpne"), entry("Open", "Åpen", 'msgctxt "status"\n'))
    assert (nb.gettext("Open"), nb.pgettext("status", "Open"), nb.pgettext("x", "Open")) == (
        "Åpne",
        "Åpen",
        "Open",
    )


def test_a_plural_is_chosen_by_the_rule_of_the_file() -> None:
    texts = ("%(n)s den", "%(n)s dny", "%(n)s dní")
    words = 'msgid "%(n)s day"\nmsgid_plural "%(n)s days"\n'
    words += "".join(f'msgstr[{place}] "{text}"\n' for place, text in enumerate(texts))
    rule = '"Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n<5 ? 1 : 2);\\n"\n'
    found = parse(f"{HEADER}{rule}\n{words}".encode(), "cs", "cs.po").value
    assert found
    said = [found.ngettext("%(n)s day", "%(n)s days", n) for n in (1, 2, 4, 5)]
    assert said == [texts[0], texts[1], texts[1], texts[2]]


def test_a_missing_plural_is_english() -> None:
    assert [Catalogue("nb", ()).ngettext("day", "days", n) for n in (0, 1, 2)] == ["days", "day", "days"]


def test_what_is_fuzzy_empty_or_obsolete_is_not_said() -> None:
    half = 'msgid "day"\nmsgid_plural "days"\nmsgstr[0] "dag"\nmsgstr[1] ""\n'
    nb = read(entry("A", "Feil", "#, fuzzy\n"), entry("B", ""), half, '#~ msgid "C"\n#~ msgstr "Feil"\n')
    assert nb.messages == ()


def test_a_site_overrides_words_and_languages_fall_back(tmp_path: Path) -> None:
    site, package = tmp_path / "site", tmp_path / "package"
    put(site, "nn", entry("News", "Aktuelt"))
    put(package, "nn", entry("News", "Nyheiter"), entry("Events", "Arrangement"))
    put(package, "nb", entry("Events", "Arrangementer"), entry("Search", "Søk"))
    nn = load("nn", (site, package), ("nb",)).value
    assert nn
    assert nn.lang == "nn"
    assert [nn.gettext(each) for each in ("News", "Events", "Search", "Home")] == [
        "Aktuelt",
        "Arrangement",
        "Søk",
        "Home",
    ]


def test_a_fallback_keeps_its_own_plurals() -> None:
    three = "n == 1 ? 0 : n == 2 ? 1 : 2"
    nb = Catalogue("nb", (Message("", "day", ("dag", "dager")),))
    se = Catalogue("se", (Message("", "hour", ("diibmu", "diimmu", "diimmut")),), three, nb)
    assert [se.ngettext("hour", "hours", n) for n in (1, 2, 3)] == ["diibmu", "diimmu", "diimmut"]
    assert [se.ngettext("day", "days", n) for n in (1, 2, 3)] == ["dag", "dager", "dager"]


def test_no_catalogue_at_all_is_english(tmp_path: Path) -> None:
    assert load("sv", (tmp_path,)).value == Catalogue("sv", ())


def test_a_catalogue_is_a_value() -> None:
    nb, again = read(entry("A", "a"), entry("B", "b")), read(entry("B", "b"), entry("A", "a"))
    assert nb == again
    assert hash(nb) == hash(again)
    assert pickle.loads(pickle.dumps(nb)).gettext("A") == "a"


def test_the_digest_changes_with_any_answer_and_only_then() -> None:
    nb = Catalogue("nb", (Message("", "A", ("a",)),))
    others = (
        Catalogue("nn", nb.messages),
        Catalogue("nb", (Message("", "A", ("b",)),)),
        Catalogue("nb", (Message("x", "A", ("a",)),)),
        Catalogue("nb", nb.messages, "0"),
        Catalogue("nb", nb.messages, parent=nb),
    )
    assert catalogue_digest(nb) == catalogue_digest(Catalogue("nb", nb.messages))
    assert len({catalogue_digest(each) for each in (nb, *others)}) == 6


@pytest.mark.parametrize(
    ("message", "text"),
    [
        ("%(n)s days", "dager"),
        ("%(n)s days", "%(m)s dager"),
        ("%(n)s days", "%(n)s dager, 50 %"),
        ("Days", "%(n)s dager"),
        ("Half", "50 %"),
        ("{n} days", "{m} dager"),
        ("{n} days", "{n} dager {"),
        ("{n} days", "{} dager"),
    ],
)
def test_a_translation_with_other_places_is_told_and_left_out(message: str, text: str) -> None:
    found = parse((HEADER + TWO + "\n" + entry(message, text)).encode(), "nb", "nb.po")
    assert found.value
    assert found.value.messages == ()
    assert [(each.code, each.span.path, each.span.line) for each in found.diagnostics] == [("catalogue", "nb.po", 6)]


@pytest.mark.parametrize(
    ("message", "text"),
    [
        ("%(n)s days", "%(n)s dager"),
        ("%(n)s %%", "%(n)s %%"),
        ("{n} per cent", "{n} %"),
        ("%(n)s", "{%(n)s}"),
        ("{a} and {b}", "{b} og {a}"),
    ],
)
def test_a_translation_with_the_same_places_fits(message: str, text: str) -> None:
    assert read(entry(message, text)).gettext(message) == text


def test_one_of_several_plurals_may_leave_out_the_number() -> None:
    nb = read('msgid "one day"\nmsgid_plural "%(n)s days"\nmsgstr[0] "%(n)s dag"\nmsgstr[1] "%(n)s dager"\n')
    assert nb.ngettext("one day", "%(n)s days", 1) == "%(n)s dag"


def test_a_broken_file_is_told_with_its_line() -> None:
    assert reasons('msgid "A"\nmsgstr "a"\nnonsense\n') == [(8, "Unknown or misformatted keyword on 7")]


@pytest.mark.parametrize(
    "header",
    [
        HEADER + '"Plural-Forms: nplurals=2; plural=(n !=;\\n"\n',
        HEADER + '"Plural-Forms: nplurals=x; plural=n;\\n"\n',
        HEADER + "\"Plural-Forms: nplurals=2; plural=__import__('os');\\n\"\n",
        HEADER.replace("utf-8", "klingon"),
    ],
)
def test_a_broken_header_is_told(header: str) -> None:
    assert len(reasons(entry("Ø", "ø"), header=header)) == 1


def test_bytes_that_are_not_utf_8_are_told() -> None:
    found = parse(HEADER.encode() + b'\nmsgid "A"\nmsgstr "\xe5"\n', "nb", "nb.po")
    assert (found.value, [each.code for each in found.diagnostics]) == (None, ["catalogue"])


@pytest.mark.parametrize("change", [lambda data: b"\xef\xbb\xbf" + data, lambda data: data.replace(b"\n", b"\r\n")])
def test_a_bom_and_crlf_change_nothing(change: Callable[[bytes], bytes]) -> None:
    data = (HEADER + TWO + "\n" + entry("News", "Nyheter")).encode()
    assert parse(change(data), "nb", "nb.po") == parse(data, "nb", "nb.po")
