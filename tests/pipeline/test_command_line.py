"""What the commands say and how they end: 0 done, 1 not done, 2 asked wrongly; never a traceback."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from sitegen.cli import main

from .author import Author
from .command import NOW, REPOSITORY, build, complaint, sitegen
from .portal import Portal
from .writing import files_of, write

MISTAKES = {
    "content/events/uten-start.nb.md": ("---\ntitle: Uten start\n---\n", {"missing-field": 2}),
    "content/events/to-feil.nb.md": (
        "---\ntitle: To feil\nstart: i morgen\nvenue: {name: A, bye: Oslo}\n---\n\n<b>Fet</b>\n",
        {"moment": 3, "unknown-field": 4, "raw-html": 7},
    ),
    "content/news/viser-vekk.nb.md": (
        "---\ntitle: Viser vekk\npublished: 2026-01-01\ntopics: [finnes-ikke]\n---\n",
        {"dangling-reference": 4},
    ),
    "content/news/ukjent.xx.md": ("---\ntitle: X\npublished: 2026-01-01\n---\n", {"unknown-language": 1}),
    "content/pages/lat.nb.md": ("---\ntitle: \xff\n---\n", {"not-utf-8": 2}),
    "templates/redirect.html": ("a\n{% if %}\n", {"template": 2}),
}
BUGS = """
from pathlib import Path
import sys
from sitegen.outputs import robots
def broken(output, view): raise RuntimeError("a bug")
import sitegen.pipeline.build as module
module.FAMILIES = tuple(
    type(each)(each.name, each.plan, broken) if each.name == "robots" else each for each in module.FAMILIES
)
from sitegen.cli import main
main(prog_name="sitegen")
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A good small site."""
    portal = Portal()
    for edit in Author().add("event", "mote").add("news", "nytt").add("topic", "miljo").script[0]:
        edit(portal)
    write(tmp_path / "site", files_of(portal))
    return tmp_path / "site"


def spoil(site: Path) -> None:
    for name, (text, _) in MISTAKES.items():
        path = site / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("latin-1" if "\xff" in text else "utf-8"))


def test_a_good_site_is_built(site: Path, tmp_path: Path) -> None:
    """Exit code 0, one line of figures, and a tree."""
    result = build(site, tmp_path)
    assert (result.returncode, "Traceback" in result.stderr) == (0, False)
    assert "no mistakes" in result.stdout
    assert (tmp_path / "output" / "robots.txt").is_file()
    assert sitegen("check", "--site", site, "--now", NOW).returncode == 0


@pytest.mark.parametrize("command", ["build", "check"])
def test_all_mistakes_are_told_in_one_run(command: str, site: Path, tmp_path: Path) -> None:
    """Each with file, line, column and mend; exit code 1; nothing is published."""
    spoil(site)
    arguments = ("--output", tmp_path / "output") if command == "build" else ()
    result = sitegen(command, "--site", site, "--cache", tmp_path / "cache", "--now", NOW, *arguments)
    assert result.returncode == 1
    told = re.findall(r"^(\S+):(\d+):(\d+): error: .* \[([a-z0-9-]+)\]$", result.stderr, re.MULTILINE)
    found = {(path.removeprefix(f"{site}/"), code, int(line)) for path, line, _, code in told}
    wanted = {(path, code, line) for path, (_, codes) in MISTAKES.items() for code, line in codes.items()}
    assert found >= wanted
    assert all(int(column) >= 1 for _, _, column, _ in told)
    assert result.stderr.count("  mend: ") == len(told)
    assert f"{len(told)} errors" in complaint(result)
    assert not (tmp_path / "output").exists()


def test_mistakes_leave_the_published_site(site: Path, tmp_path: Path) -> None:
    """And when they are mended the next build is good."""
    assert build(site, tmp_path).returncode == 0
    before = sorted(path for path in (tmp_path / "output").rglob("*"))
    spoil(site)
    assert build(site, tmp_path).returncode == 1
    assert sorted(path for path in (tmp_path / "output").rglob("*")) == before
    for name in MISTAKES:
        (site / name).unlink()
    result = build(site, tmp_path)
    assert result.returncode == 0
    assert "0 rendered, 0 written" in result.stdout


def test_warnings_fail_only_when_asked(site: Path, tmp_path: Path) -> None:
    """With `--strict`; and a second build tells them again."""
    (site / "content/pages").mkdir(exist_ok=True)
    (site / "content/pages/om.nb.md").write_text("---\ntitle: Om\n---\n\n### For dypt\n\nOrd.\n", encoding="utf-8")
    first, second = build(site, tmp_path), build(site, tmp_path)
    assert (first.returncode, second.returncode) == (0, 0)
    assert "content/pages/om.nb.md:5:1: warning:" in first.stderr
    assert second.stderr == first.stderr
    strict = build(site, tmp_path, "--strict")
    assert strict.returncode == 1
    assert "1 warning" in complaint(strict)


@pytest.mark.parametrize(
    "arguments",
    [
        ("bild",),
        ("build", "--now", "i morgen"),
        ("build", "--jobs", "0"),
        ("build", "--site", "finnes-ikke"),
        ("build", "--site", "sitegen"),
        ("build", "--output", "content/build"),
        ("build", "--output", "."),
        ("explain",),
    ],
    ids=" ".join,
)
def test_asking_wrongly(arguments: tuple[str, ...]) -> None:
    """Exit code 2, what was meant, and nothing done."""
    result = sitegen(*arguments, folder=REPOSITORY)
    assert result.returncode == 2
    assert "Error: " in result.stderr
    assert "Traceback" not in result.stderr


def test_a_site_of_another_encoding_of_names(site: Path, tmp_path: Path) -> None:
    """A file name that is no text is a mistake like any other, also where the terminal knows only ASCII."""
    place = bytes(site / "content/events") + b"/\xff\xfe.nb.md"
    with open(place, "wb") as file:  # noqa: PTH123 - pathlib has no bytes
        file.write(b"---\n")
    result = build(site, tmp_path, variables={"LC_ALL": "C", "PYTHONIOENCODING": "ascii"})
    assert result.returncode == 1
    assert "[file-name]" in result.stderr
    complaint(result)


def test_a_bug_is_an_exception(site: Path, tmp_path: Path) -> None:
    """What no editor has done is not told as a mistake of theirs; the published site stays."""
    assert build(site, tmp_path).returncode == 0
    (site / "site.yaml").write_text(
        (site / "site.yaml").read_text(encoding="utf-8").replace("example.org", "example.net"), encoding="utf-8"
    )
    result = build(site, tmp_path, python=("-c", BUGS))
    assert result.returncode == 1
    assert "RuntimeError: a bug" in result.stderr
    assert b"example.org" in (tmp_path / "output" / "robots.txt").read_bytes()


AWKWARD = {
    "an alias in two languages of one document": {
        "content/pages/om.nb.md": "---\ntitle: A\naliases: [/gammel/]\n---\n",
        "content/pages/om.sv.md": "---\ntitle: B\ntranslates: nb\naliases: [/gammel/]\n---\n",
    },
    "an alias in the place of a calendar": {
        "content/pages/om.nb.md": "---\ntitle: A\naliases: [/nb/arrangementer/mote.ics]\n---\n",
    },
    "an alias in the place of a feed": {"content/pages/om.nb.md": "---\ntitle: A\naliases: [/nb/atom.xml]\n---\n"},
    "an alias in the place of the sitemap": {"content/pages/om.nb.md": "---\ntitle: A\naliases: [/sitemap.xml]\n---\n"},
    "an alias below a file": {
        "content/pages/om.nb.md": "---\ntitle: A\naliases: [/a.html, /a.html/b/]\n---\n",
    },
    "aliases that differ by case": {"content/pages/om.nb.md": "---\ntitle: A\naliases: [/Gammel/, /gammel/]\n---\n"},
    "a hidden alias": {"content/pages/om.nb.md": "---\ntitle: A\naliases: [/.git/config]\n---\n"},
    "an asset without an ending": {"templates/assets/LISENS": "fri"},
    "an asset without an ending in a folder with a point": {"templates/assets/v1.2/LISENS": "fri"},
    "a template that is no UTF-8": {"templates/redirect.html": "\xff"},
    "a template that names what is not there": {
        "templates/redirect.html": "{{ finnes_ikke }}",
        "content/pages/om.nb.md": "---\ntitle: A\naliases: [/gammel/]\n---\n",
    },
    "an attachment with a long name": {
        "content/pages/om/index.nb.md": "---\ntitle: A\n---\n",
        f"content/pages/om/{'a' * 230}.pdf": "x",
    },
    "an attachment with a backslash": {
        "content/pages/om/index.nb.md": "---\ntitle: A\n---\n",
        "content/pages/om/a\\b.pdf": "x",
    },
    "an id that is long": {f"content/pages/{'a' * 220}.nb.md": "---\ntitle: A\n---\n"},
    "a catalogue with a strange rule of plurals": {
        "locales/nb/LC_MESSAGES/sitegen.po": 'msgid ""\nmsgstr ""\n"Plural-Forms: nplurals=2; plural=__import__;\\n"\n',
    },
    "a folder where a file should be": {"site.yaml/x": "x"},
    "a site without content": {"content/": ""},
}


@pytest.mark.parametrize("files", AWKWARD.values(), ids=AWKWARD)
def test_awkward_sites_give_no_traceback(files: dict[str, str], site: Path, tmp_path: Path) -> None:
    """They are built, or their editor is told why not."""
    for name, text in files.items():
        path = site / name
        if name == "content/":
            for file in sorted(path.rglob("*.md")):
                file.unlink()
            continue
        if name.startswith("site.yaml/"):
            (site / "site.yaml").unlink()
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("latin-1"))
    places = ["--site", str(site), "--output", str(tmp_path / "output"), "--cache", str(tmp_path / "cache")]
    result = CliRunner().invoke(main, ["build", *places, "--now", NOW, "--jobs", "1"])
    assert isinstance(result.exception, SystemExit | None), f"a traceback: {result.exception!r}"
    assert result.exit_code in (0, 1, 2)


def test_a_template_at_fault_is_told_with_its_line(site: Path, tmp_path: Path) -> None:
    """Also by a worker process; the site that was published stays."""
    (site / "templates").mkdir()
    (site / "templates/page.html").write_text("<p>\n{{ 1 + view.lang }}\n</p>\n", encoding="utf-8")
    (site / "content/pages").mkdir(exist_ok=True)
    (site / "content/pages/om.nb.md").write_text("---\ntitle: Om\n---\n", encoding="utf-8")
    result = build(site, tmp_path)
    assert result.returncode == 1
    assert complaint(result).startswith("sitegen: templates/page.html:2: unsupported operand")
    assert not (tmp_path / "output").exists()
