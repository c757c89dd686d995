"""Cases of Markdown as text: a sentence, the input, its HTML, and what is said of it, apart by lines of one dot.

`python -m tests.content.markdown.markdown_cases --accept` writes what the parser says now into the files, to be
read in the diff. A case's sentence may end with `[name=value …]` for its place.
"""

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sitegen.content.markdown import Parsed, Place, parse_markdown
from sitegen.model.body import Hole

FOLDER = Path(__file__).parent / "cases"
PLACE = Place("content/events/moete/index.nb.md", 1, "event", "nb")
_SETTING = re.compile(r"(\w+)=([^\s\]]+)")


@dataclass(frozen=True)
class Case:
    name: str
    text: str
    html: str
    said: str

    @property
    def place(self) -> Place:
        settings: dict[str, Any] = dict(_SETTING.findall(self.name))
        for name in {"line", "column"} & settings.keys():
            settings[name] = int(settings[name])
        return replace(PLACE, **settings)


def read_cases(path: Path) -> Iterator[Case]:
    parts = re.split(r"^\.\n", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    for at in range(0, len(parts) - 1, 4):
        name, text, html, said = parts[at : at + 4]
        yield Case(name.strip(), text.removesuffix("\n").replace("→", "\t"), html, said)


def hole_text(hole: Hole) -> str:
    anchor = f"#{hole.anchor}" if hole.anchor else ""
    return f"⟦{hole.sort} {hole.target}{anchor}{'|' + hole.text if hole.text else ''}⟧"


def html_text(parsed: Parsed) -> str:
    html = "".join(part if isinstance(part, str) else hole_text(part) for part in parsed.body.segments)
    return html if not html or html.endswith("\n") else html + "\n"


def said_text(parsed: Parsed) -> str:
    """Each diagnostic as `line:column+length code name=value`, each reference as `line:column -> target`."""
    lines = []
    for each in parsed.diagnostics:
        values = "".join(f" {name}={value}" for name, value in each.values if name != "known")
        also = "".join(f" (line {span.line})" for span in each.related)
        lines.append((each.span, f"+{each.span.length} {each.code}{values}{also}"))
    for ref in parsed.references:
        lines.append((ref.span, f" -> {ref.target}{'#' + ref.anchor if ref.anchor else ''}"))
    for name, span in (*parsed.outline.images, *parsed.files):
        lines.append((span, f" -> {name}"))
    lines.sort(key=lambda line: line[0])
    return "".join(f"{span.line}:{span.column}{words}\n" for span, words in lines)


def accept(path: Path) -> None:
    out = []
    for case in read_cases(path):
        parsed = parse_markdown(case.text, case.place)
        text = case.text.replace("\t", "→")
        text += "\n"
        out.append(f"{case.name}\n.\n{text}.\n{html_text(parsed)}.\n{said_text(parsed)}.\n")
    path.write_text("\n".join(out), encoding="utf-8")


if __name__ == "__main__" and sys.argv[1:] == ["--accept"]:
    for each in sorted(FOLDER.glob("*.txt")):
        accept(each)
