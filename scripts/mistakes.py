"""docs/mistakes: every sort of mistake with a wrong and a right example, made from tests/telling/mistakes.

    scripts/mistakes.py            writes docs/mistakes/
    scripts/mistakes.py --check    writes nothing; exit status 1 if docs/mistakes/ is not up to date

Each example is a site, laid over the small one of tests/cases/base.txt, and what is said of it is what the
generator says. The form: a title and an introduction, then `=== code` and files as in tests/cases/README.md, each
line after two characters: `- ` is on the wrong side alone, `+ ` on the right side alone, two spaces on both.
`=== code (theme)` reads the site's templates and catalogues too. Lines after `> ` stand in place of an example.
"""

import argparse
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from sitegen.engine.rendering import Workers  # noqa: E402
from sitegen.engine.store import Store  # noqa: E402
from sitegen.foundation.diagnostics import Diagnostic  # noqa: E402
from sitegen.model.problems import Near, problem  # noqa: E402
from sitegen.pipeline.load import load  # noqa: E402
from sitegen.render.telling import lines_below, tell, text  # noqa: E402
from tests.cases.site_cases import NOW, lay_out, loaded, site_of  # noqa: E402

SOURCES = ROOT / "tests" / "telling" / "mistakes"
PAGES = ROOT / "docs" / "mistakes"
WRONG, RIGHT = "- ", "+ "
MADE = "<!-- Made by scripts/mistakes.py from tests/telling/mistakes; change those. -->\n"


@dataclass(frozen=True, slots=True)
class Mistake:
    """A code with its examples as text, in the form of tests/cases; or, instead of them, a note."""

    code: str
    theme: bool
    wrong: str
    right: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """A page: its name, title and introduction, and the mistakes on it."""

    name: str
    title: str
    introduction: str
    mistakes: tuple[Mistake, ...]


def groups(folder: Path = SOURCES) -> tuple[Group, ...]:
    """Every page, in the order of the numbers with which the files' names begin."""
    return tuple(_group(path) for path in sorted(folder.glob("*.txt")))


def _group(path: Path) -> Group:
    head, *parts = re.split(r"^=== (.+)\n", path.read_text("utf-8"), flags=re.MULTILINE)
    title, _, introduction = head.strip().partition("\n")
    found = tuple(_mistake(name, rest) for name, rest in zip(parts[::2], parts[1::2], strict=True))
    return Group(path.stem.partition("-")[2], title.removeprefix("# "), introduction.strip(), found)


def _mistake(name: str, rest: str) -> Mistake:
    code, _, options = name.partition(" ")
    lines = rest.strip("\n").split("\n")
    if lines[0].startswith("> "):
        return Mistake(code, False, "", "", "\n".join(line.removeprefix("> ") for line in lines))
    return Mistake(code, options == "(theme)", _side(lines, WRONG), _side(lines, RIGHT))


def _side(lines: list[str], mark: str) -> str:
    return "".join(f"{_line(line)}\n" for line in lines if not _is_other(line, mark))


def _is_other(line: str, mark: str) -> bool:
    return line[:1] in ("-", "+") and line[:1] != mark[0]


def _line(line: str) -> str:
    """A line without the two characters before it; the head of a file that both sides have has none."""
    return line if line.startswith("@ ") else line[2:]


def diagnostics_of(example: str, theme: bool, folder: Path) -> tuple[Diagnostic, ...]:
    """What is said of an example, which is laid out in `folder`."""
    lay_out(site_of(example), folder)
    if not theme:
        return loaded(folder).diagnostics
    own = [folder / "templates"], [folder / "locales"]
    with (
        Store(folder / "cache.sqlite") as store,
        patch("sitegen.render.theme._folders", lambda _, name: own[name == "locales"]),
    ):
        return load(folder, NOW, store, Workers(1)).diagnostics


def page(group: Group) -> str:
    """A page of docs/mistakes."""
    parts = [f"# {group.title}\n", MADE, f"{group.introduction}\n"]
    return "\n".join((*parts, *(_section(each) for each in group.mistakes)))


def _section(mistake: Mistake) -> str:
    found = problem(mistake.code)
    near = " Or, where a likely word was found: " + _general(found.near) if isinstance(found, Near) else ""
    parts = [
        f"## {mistake.code}\n",
        f"*{found.level.capitalize()}.* {_general(found.reason)} {_general(found.mend)}{near}\n",
    ]
    if mistake.note:
        return "\n".join((*parts, f"{mistake.note}\n"))
    wrong, right = dict(_files(mistake.wrong)), dict(_files(mistake.right))
    gone = {name: "(not there)\n" for name in wrong.keys() - right.keys() if wrong[name] != "(not there)\n"}
    changed = {name: content for name, content in right.items() if wrong.get(name) != content}
    moved = gone if not changed else {}
    parts += ["Wrong:\n", *(_shown(*each) for each in wrong.items())]
    parts += ["What is said:\n", _fenced(_said(mistake), "text")]
    parts += ["Right:\n", *(_shown(*each) for each in (changed | moved).items())]
    return "\n".join(parts)


def _files(example: str) -> Iterator[tuple[str, str]]:
    """The files of an example, as people are shown them."""
    _, *pieces = re.split(r"^@ (.+)\n", example, flags=re.MULTILINE)
    for head, content in zip(pieces[::2], pieces[1::2], strict=True):
        path, _, form = head.partition(" ")
        if form.startswith("-> "):
            yield path, f"(a link to {form.removeprefix('-> ')})\n"
        elif form == "(gone)":
            yield path, "(not there)\n"
        else:
            shown = re.sub("⟪(.*?)×(\\d+)⟫", r"\1\1… (\2 times)", content).replace("\\x0a", "\n")
            yield path.replace("\\x20", " "), shown.rstrip("\n") + "\n"


def _said(mistake: Mistake) -> str:
    with TemporaryDirectory() as folder:
        found = diagnostics_of(mistake.wrong, mistake.theme, Path(folder))
        lines = lines_below(Path(folder))
        return "\n\n".join(text(tell(each, lines, widest=90)) for each in found) + "\n"


def _shown(path: str, content: str) -> str:
    return f"`{path}`\n\n{_fenced(content, 'markdown' if path.endswith('.md') else 'text')}"


def _fenced(content: str, sort: str) -> str:
    longest = max((len(run) for run in re.findall("`+", content)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}{sort}\n{content}{fence}\n"


def _general(message: str) -> str:
    """A sentence with its places left open, as Markdown."""
    open_places = re.sub(r"\{\w+\}", "…", message).replace("{{", "{").replace("}}", "}")
    return re.sub(r"([\\`*_\[\]<>#|~])", r"\\\1", open_places)


def index(found: tuple[Group, ...]) -> str:
    """The page that names all the others."""
    lines = [
        "# Mistakes and how to mend them\n",
        MADE,
        "What `sitegen check` and `sitegen build` can say. Each message ends with a code in square brackets; find it\n"
        "here. Codes do not change, so that tools may go by them. [Checking](../checking.md) says more.\n",
    ]
    for group in found:
        lines.append(f"## [{group.title}]({group.name}.md)\n")
        lines += [
            f"- [{each.code}]({group.name}.md#{each.code})" for each in sorted(group.mistakes, key=lambda one: one.code)
        ]
        lines.append("")
    return "\n".join(lines)


def pages() -> dict[str, str]:
    """All of docs/mistakes: the text of each file by its name."""
    found = groups()
    return {"README.md": index(found), **{f"{group.name}.md": page(group) for group in found}}


def main(arguments: list[str]) -> int:
    """Writes or checks docs/mistakes; the exit status."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--check", action="store_true", help="write nothing; fail if docs/mistakes is not up to date")
    options = parser.parse_args(arguments)
    wanted = pages()
    there = {path.name: path.read_text("utf-8") for path in PAGES.glob("*.md")}
    if there == wanted:
        return 0
    if options.check:
        stale = sorted(name for name in wanted.keys() | there.keys() if wanted.get(name) != there.get(name))
        sys.stdout.write(f"docs/mistakes is not up to date ({', '.join(stale)}); run scripts/mistakes.py\n")
        return 1
    PAGES.mkdir(parents=True, exist_ok=True)
    for name in there.keys() - wanted.keys():
        (PAGES / name).unlink()
    for name, content in wanted.items():
        (PAGES / name).write_text(content, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
