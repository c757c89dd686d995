"""Each form of Markdown becomes the HTML, and each mistake the diagnostic, that its case in `cases/` says."""

import pytest

from sitegen.content.markdown import parse_markdown
from tests.content.markdown.markdown_cases import FOLDER, Case, html_text, read_cases, said_text

CASES = [
    pytest.param(case, id=f"{path.stem}-{case.name}")
    for path in sorted(FOLDER.glob("*.txt"))
    for case in read_cases(path)
]


@pytest.mark.parametrize("case", CASES)
def test_case(case: Case) -> None:
    parsed = parse_markdown(case.text, case.place)
    assert html_text(parsed) == case.html
    assert said_text(parsed) == case.said
