"""Where dictionaries are found, and what is said where there are none, or no Enchant."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.spelling.stage import misspelt, news, spelt, stage
from tests.telling.stage import check

TWO = """\
@ site.yaml
title: Eksempel
url: https://example.org/
timezone: Europe/Oslo
languages: {nb: {}, zz: {}}
url_words: {news: {zz: uutiset}}
"""
FILE = "content/news/sak.nb.md"
BARE = """
import sys
sys.modules["enchant"] = None
from sitegen.cli import main
main()
"""


def test_a_language_without_a_dictionary_is_told_in_one_line_and_passed_over(tmp_path: Path) -> None:
    stage(tmp_path, TWO + news("Et feilordd."))
    result = spelt()
    missing = [line for line in result.stderr.splitlines() if "dictionary for" in line]
    assert missing == ["There is no dictionary for zz, so that these texts were not looked up."]
    assert misspelt(result) == ["feilordd"]


def test_a_folder_of_ones_own_comes_before_the_system(tmp_path: Path) -> None:
    stage(tmp_path, news("Zorgord er et ord."))
    own = tmp_path / "mine"
    own.mkdir()
    (own / "nb_NO.aff").write_text("SET UTF-8\n", "utf-8")
    (own / "nb_NO.dic").write_text("2\nzorgord\nord\n", "utf-8")
    assert misspelt(spelt(FILE, "--dictionaries", own)) == ["er", "et"]
    assert misspelt(spelt(FILE, DICPATH=str(own))) == ["er", "et"]


@pytest.mark.parametrize(
    ("name", "arguments", "variables", "said"),
    [
        ("borte", ["--dictionaries"], {}, "Invalid value for '--dictionaries': Directory 'borte' does not exist."),
        ("site.yaml", ["--dictionaries"], {}, "Invalid value for '--dictionaries': Directory 'site.yaml' is a file."),
        ("content", ["--dictionaries"], {}, "--dictionaries names content, which has no dictionary"),
        ("half", ["--dictionaries"], {}, "--dictionaries names half, which has no dictionary"),
        ("borte", [], {"DICPATH": "borte"}, "DICPATH names borte, which is no folder"),
        ("content", [], {"DICPATH": "whole:content"}, "DICPATH names content, which has no dictionary"),
    ],
)
def test_a_folder_without_dictionaries_is_wrong_usage(
    name: str, arguments: list[str], variables: dict[str, str], said: str, tmp_path: Path
) -> None:
    stage(tmp_path, news("Et feilordd."))
    for path in ("half/nb_NO.aff", "whole/nb_NO.aff", "whole/nb_NO.dic"):
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text("", "utf-8")
    result = spelt(*(each for option in arguments for each in (option, name)), **variables)
    assert result.exit_code == 2
    (told,) = [line for line in result.stderr.splitlines() if line.startswith("Error: ")]
    assert said in told


def test_the_variable_means_nothing_where_nothing_is_looked_up_nor_beside_the_option(tmp_path: Path) -> None:
    stage(tmp_path, news("Et feilordd."))
    assert check("--site", ".", DICPATH="borte").exit_code == 0
    own = tmp_path / "mine"
    own.mkdir()
    (own / "nb_NO.aff").write_text("SET UTF-8\n", "utf-8")
    (own / "nb_NO.dic").write_text("2\nfeilordd\net\n", "utf-8")
    assert "feilordd" not in misspelt(spelt("--dictionaries", own, DICPATH="borte"))
    assert misspelt(spelt(DICPATH="")) == ["feilordd"]


def test_what_a_user_has_taught_their_own_dictionary_does_not_count(tmp_path: Path) -> None:
    stage(tmp_path, news("Et feilordd."))
    own = tmp_path / "mine"
    own.mkdir()
    (own / "nb_NO.dic").write_text("feilordd\n", "utf-8")
    assert misspelt(spelt(ENCHANT_CONFIG_DIR=str(own))) == ["feilordd"]


def test_no_dictionary_at_all_is_wrong_usage(tmp_path: Path) -> None:
    stage(tmp_path, news("Tekst.").replace("sak.nb.md", "sak.zz.md") + TWO.replace("nb: {}, ", ""))
    result = spelt()
    assert result.exit_code == 2
    assert "--spelling finds no dictionary for zz" in result.stderr


def test_without_enchant_one_line_says_what_to_install(tmp_path: Path) -> None:
    stage(tmp_path, news("Et feilordd."))
    command = [sys.executable, "-c", BARE, "check", "--site", str(tmp_path)]
    bare = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert bare.returncode == 0, bare.stderr
    asked = subprocess.run([*command, "--spelling"], capture_output=True, encoding="utf-8", check=False)
    assert asked.returncode == 2
    assert "pip install 'pyenchant>=3.2.2,<4'" in asked.stderr
    assert "Traceback" not in asked.stderr


def test_machines_get_the_same_code_and_place(tmp_path: Path) -> None:
    stage(tmp_path, news("Et feilordd."))
    result = check("--spelling", "--site", ".", "--format", "json")
    assert '"misspelt"' in result.stdout
    assert "feilordd" in result.stdout
