"""Words are silenced like any finding of the lint; and what silences them is no fault where nothing is looked up."""

from pathlib import Path

import pytest

from tests.spelling.stage import misspelt, news, spelt, stage
from tests.telling.stage import check

LINE = "[lint-off]: # (misspelt)\nEt feilordd.\n\nEt ord og et feilorddd.\n"


def test_a_block_a_text_and_a_site_can_be_silent(tmp_path: Path) -> None:
    stage(tmp_path, news(LINE))
    assert misspelt(spelt()) == ["feilorddd"]
    stage(tmp_path, news("Et feilordd.", front="silence: [misspelt]\n"))
    assert "no mistakes" in spelt().stdout
    site = (tmp_path / "site.yaml").read_text("utf-8")
    stage(tmp_path, news("Et feilordd."))
    (tmp_path / "site.yaml").write_text(site + "silence: [misspelt]\n", "utf-8")
    assert "no mistakes" in spelt().stdout


@pytest.mark.parametrize("text", [LINE, "[lint-off]: # (misspelt)\nEt ord.\n"])
def test_silence_is_no_fault_without_the_spell_check(tmp_path: Path, text: str) -> None:
    stage(tmp_path, news(text))
    result = check("--site", ".")
    assert "no mistakes" in result.stdout, result.stderr


def test_silence_without_a_misspelt_word_is_told_where_words_were_looked_up(tmp_path: Path) -> None:
    stage(tmp_path, news("[lint-off]: # (misspelt)\nEt ord.\n"))
    assert "The rule “misspelt” finds nothing here" in spelt().stderr
    assert "no mistakes" in spelt("content/people").stdout
