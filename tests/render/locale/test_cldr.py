"""Names of days do not depend on which languages were asked for before."""

import subprocess
import sys

import pytest

SAID = """
import sys
from datetime import date
from sitegen.render.locale.dates import weekday
from sitegen.render.locale.names import language
print({lang: (weekday(date(2024, 1, 2), lang), language("en", lang)) for lang in sys.argv[1:]}["nn"])
"""


@pytest.mark.parametrize("before", [(), ("no",), ("nb", "no"), ("en", "sv")], ids=str)
def test_nynorsk_after_others(before: tuple[str, ...]) -> None:
    done = subprocess.run([sys.executable, "-c", SAID, *before, "nn"], capture_output=True, text=True, check=True)
    assert done.stdout == "('tysdag', 'engelsk')\n"
