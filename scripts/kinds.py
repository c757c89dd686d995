"""docs/kinds: the tables of fields in the editors' pages, one page a kind, made from the kinds' records.

scripts/kinds.py            writes the tables into the pages, between the marks that stand there
scripts/kinds.py --check    writes nothing; exit status 1 if a table is not up to date
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from sitegen.content.parse import Head  # noqa: E402
from sitegen.editing.descriptions import description  # noqa: E402
from sitegen.kinds import KINDS  # noqa: E402
from sitegen.model.records import Facts  # noqa: E402
from sitegen.model.shape import Field, shape  # noqa: E402

PAGES = ROOT / "docs" / "kinds"
COMMON = PAGES / "README.md"
BEGIN = "<!-- The table is made by scripts/kinds.py. -->\n"
END = "<!-- End of the table. -->\n"


def rows(record: Any, at: str = "", without: frozenset[str] = frozenset()) -> Iterator[str]:
    """A line for each field of a record, those of its own records after it. `!` marks one that must be there."""
    for field in shape(record):
        if field.name in without:
            continue
        path = f"{at}{field.name}"
        required = " !" if field.required else ""
        yield f"| `{path}`{required} | {_said(record, field)} |"
        if field.sort == "record":
            yield from rows(field.type, f"{path}.")


def _said(record: Any, field: Field) -> str:
    words = description(record, field.name)
    return f"{words} A list." if field.many and "Ids" not in words else words


def table(record: Any, without: frozenset[str] = frozenset()) -> str:
    """The table of a record's fields."""
    return "\n".join(("| field | what it is |", "|---|---|", *rows(record, "", without))) + "\n"


def pages() -> Iterator[tuple[Path, str]]:
    """Each page with the table that it must have."""
    common = frozenset(field.name for field in shape(Facts))
    yield COMMON, table(Facts) + "".join(f"{row}\n" for row in rows(Head))
    for kind in KINDS:
        required = {field.name for field in shape(kind.facts) if field.required}
        yield PAGES / f"{kind.name}.md", table(kind.facts, common - required)


def with_table(text: str, made: str) -> str:
    """The page with its table replaced. Raises ValueError where the marks are missing."""
    before, begun, rest = text.partition(BEGIN)
    _, ended, after = rest.partition(END)
    if not begun or not ended:
        raise ValueError("the marks of the table are missing")
    return f"{before}{BEGIN}\n{made}\n{END}{after}"


def main(arguments: list[str]) -> int:
    """Writes or checks the tables; the exit status."""
    status = 0
    for path, made in pages():
        text = path.read_text("utf-8")
        wanted = with_table(text, made)
        if wanted == text:
            continue
        if arguments == ["--check"]:
            sys.stdout.write(f"{path.relative_to(ROOT)} is not up to date; run scripts/kinds.py\n")
            status = 1
        else:
            path.write_text(wanted, encoding="utf-8", newline="\n")
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
