"""Five documents with the faults that real ones have: exactly what a careful editor would mark. And a good portal.

Texts, names and addresses are invented. What is found stands in `faulty/findings.txt`, a line for each finding.
"""

from pathlib import Path

from sitegen.model.prose import RULES, SPELLING
from tests.cases.site_cases import lay_out, loaded, site_of

FOLDER = Path(__file__).parent / "faulty"
REPOSITORY = Path(__file__).parents[2]


def test_faulty_documents_get_the_findings_of_a_careful_editor(tmp_path: Path) -> None:
    files = sorted(FOLDER.rglob("*.md"))
    text = "".join(f"@ {path.relative_to(FOLDER).as_posix()}\n{path.read_text('utf-8')}" for path in files)
    lay_out(site_of(text), tmp_path)
    found = []
    for each in loaded(tmp_path).diagnostics:
        line = (tmp_path / each.span.path).read_text("utf-8").split("\n")[each.span.line - 1]
        words = line[each.span.column - 1 :][: each.span.length]
        found.append(f"{Path(each.span.path).name}:{each.span.line}:{each.span.column} {each.code} | {words[:60]}")
    assert len(files) == 5
    assert "\n".join(found) + "\n" == (FOLDER / "findings.txt").read_text("utf-8")


def test_the_faulty_documents_break_every_rule() -> None:
    told = {line.split()[1] for line in (FOLDER / "findings.txt").read_text("utf-8").splitlines()}
    assert told == set(RULES) - {SPELLING}


def test_the_portal_has_no_findings(tmp_path: Path) -> None:
    for name in ("content", "site.yaml"):
        (tmp_path / name).symlink_to(REPOSITORY / name)
    assert loaded(tmp_path).diagnostics == ()
