"""What the path of a content file says: kind, id, language, and whether it is a bundle.

content/events/meeting.nb.md          event, meeting, nb
content/events/meeting/index.nb.md    the same, as a bundle
content/topics/climate.md             topic, climate, language-neutral
"""

import re
from dataclasses import dataclass

from sitegen.foundation.diagnostics import Diagnostic, Span
from sitegen.kinds import BY_FOLDER
from sitegen.model.problems import report
from sitegen.model.reference import ID, Ref

ROOT = "content"
_NAME = re.compile(r"(?P<stem>[^.]+)(?:\.(?P<lang>[A-Za-z0-9-]+))?\.md")


@dataclass(frozen=True, slots=True)
class Name:
    """What a path says. `folder` is where pictures of a bundle lie, and empty for a flat file."""

    ref: Ref
    lang: str
    folder: str = ""


def name_of(path: str) -> Name | Diagnostic:
    """The name that `path` (below the site's folder, with slashes) gives its document, or what is wrong with it."""
    place = Span(path)
    parts = path.split("/")
    kind = BY_FOLDER.get(parts[1]) if len(parts) > 2 else None
    if kind is None:
        folder = parts[1] if len(parts) > 2 else ROOT
        return report("file-place", place, folder=folder, known=", ".join(sorted(BY_FOLDER)))
    match = _NAME.fullmatch(parts[-1])
    bundle = len(parts) == 4 and match is not None and match["stem"] == "index"
    if match is None or len(parts) > 4 or (len(parts) == 4 and not bundle):
        return report("file-name", place, name="/".join(parts[2:]))
    identifier = parts[2] if bundle else match["stem"]
    if not ID.fullmatch(identifier):
        return report("file-name", place, name=identifier)
    return Name(Ref(kind.name, identifier), match["lang"] or "", "/".join(parts[:3]) if bundle else "")
