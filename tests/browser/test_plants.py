"""The room sees what it is there to see: every fault of a page that has them all is found."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.serving import served
from tests.browser.visiting import Visit, Visitor

FAULTY = """<!doctype html>
<html lang="nb"><head><title>Feil</title></head>
<body><main><h1>Feil</h1>
<p><font color="#ccc">Blek skrift</font></p>
<img src="https://example.com/elsewhere.png">
<pre>%s</pre><table><tr><td>%s</td></tr></table>
<script>document.cookie = "seen=1"</script>
<script src="/cookie.js"></script>
</main></body></html>
"""


@pytest.fixture(scope="module")
def faulty(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Visit:
    folder = tmp_path_factory.mktemp("faulty")
    (folder / "index.html").write_text(FAULTY % ("lang" * 200, "bred" * 200), "utf-8")
    (folder / "cookie.js").write_text('document.cookie = "seen=1"; missing()', "utf-8")
    with served(Path(folder)) as origin:
        visitor = Visitor(browser, origin)
        seen = visitor.visit("")
        visitor.close()
        return seen


@pytest.mark.parametrize("rule", ["color-contrast", "image-alt"])
def test_a_fault_of_accessibility_is_found(faulty: Visit, rule: str) -> None:
    assert any(found.startswith(rule) for found in faulty.found["light"])


def test_what_is_too_wide_is_found(faulty: Visit) -> None:
    assert all(faulty.sideways.values())


def test_inline_code_and_foreign_pictures_break_the_policy(faulty: Visit) -> None:
    assert sorted(each.partition(" ")[0] for each in faulty.violations) == ["img-src", "script-src-elem"]
    assert any("missing is not defined" in each for each in faulty.told)


def test_a_cookie_is_counted(faulty: Visit) -> None:
    assert faulty.cookies == 1
