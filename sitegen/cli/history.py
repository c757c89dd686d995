"""When each file was last committed, as git has it: one pass over the history of the content."""

import os
import subprocess
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from sitegen.content.naming import ROOT
from sitegen.pipeline.history import History

_MARK = "\x01"


def history(site: Path) -> History:
    """The history of the site in the folder `site`; an empty one where it has none, or git is not there."""
    shallow = _git(site, "rev-parse", "--is-shallow-repository")
    if shallow is None or shallow.strip() == "true":
        return History(shallow=shallow is not None)
    log = _git(site, "log", f"--format={_MARK}%ct", "--name-only", "--no-renames", "--relative", "--", ROOT)
    return History(_newest((log or "").splitlines()))


def _newest(lines: Iterable[str]) -> dict[str, datetime]:
    found: dict[str, datetime] = {}
    at = datetime.fromtimestamp(0, UTC)
    for line in lines:
        if line.startswith(_MARK):
            at = datetime.fromtimestamp(int(line.removeprefix(_MARK)), UTC)
        elif line:
            found[line] = max(found.get(line, at), at)
    return found


def _git(site: Path, *arguments: str) -> str | None:
    """What git says; None if it cannot say anything."""
    command = ["git", "-c", "core.quotePath=false", "-c", "log.showSignature=false", *arguments]
    try:
        done = subprocess.run(command, cwd=site, capture_output=True, check=False, env={**os.environ, "LC_ALL": "C"})
    except OSError:
        return None
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else None


class Asked:
    """The history of a site, read when it is first asked for; afterwards says whether the clone was shallow."""

    def __init__(self, site: Path) -> None:
        self._site = site
        self._found: History | None = None

    def __call__(self) -> History:
        if self._found is None:
            self._found = history(self._site)
        return self._found

    @property
    def shallow(self) -> bool:
        """Whether it was asked for, and could not be told because only its end is here."""
        return self._found is not None and self._found.shallow
