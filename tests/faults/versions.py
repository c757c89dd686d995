"""A small site in many versions, each published tree of which is known beforehand."""

from pathlib import Path

from tests.pipeline.author import Author
from tests.pipeline.command import build, tree_digest
from tests.pipeline.edits import Edit
from tests.pipeline.portal import Portal
from tests.pipeline.writing import files_of, write

VERSIONS = 6
TITLES = 6
BODIES = 4


def portal(number: int) -> Portal:
    """The site's version of this number: titles, texts, files and addresses differ from one to the next."""
    made = Author().configure("languages", 5).add("event", "mote", body=2).add("topic", "miljo")
    made.add("news", "nytt", body=number % BODIES).fact("event", "mote", "topics", 1)
    made.document("bundle", "event", "mote").do("media", 0, 0, number % 3)
    found = Portal()
    for edit in [*made.script[0], Edit("title", 0, number % TITLES), Edit("slug", 1, number % 2)]:
        edit(found)
    return found


def lay(site: Path, number: int) -> None:
    """Brings the folder to a version."""
    site.mkdir(parents=True, exist_ok=True)
    write(site, files_of(portal(number)))


class Clean:
    """The digest of a clean build of each version, made when first asked for."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._known: dict[int, str] = {}

    def __getitem__(self, number: int) -> str:
        if number not in self._known:
            place = self._root / f"clean-{number}"
            lay(place / "site", number)
            result = build(place / "site", place)
            assert result.returncode == 0, result.stderr
            self._known[number] = tree_digest(place / "output")
        return self._known[number]
