"""docs/fields.md: where each field of each kind is published.

scripts/fields.py            writes the page
scripts/fields.py --check    writes nothing; exit status 1 if the page is not up to date
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests.fields.table import built, table, written  # noqa: E402

PAGE = ROOT / "docs" / "fields.md"


def main(arguments: list[str]) -> int:
    """Writes or checks the page; the exit status."""
    with TemporaryDirectory() as folder:
        text = written(table(*built(Path(folder))))
    if PAGE.is_file() and PAGE.read_text("utf-8") == text:
        return 0
    if arguments == ["--check"]:
        sys.stderr.write("docs/fields.md is not up to date; run scripts/fields.py\n")
        return 1
    PAGE.write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
