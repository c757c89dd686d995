"""A new editor's path from an empty file to a published page in two languages, by the commands alone."""

import re
from pathlib import Path

from .stage import site_in, sitegen


def test_a_new_editors_path(tmp_path: Path) -> None:
    site_in(tmp_path)
    answers = "nb\nVårmøte på Hamar\n2027-03-04 10:00\n\n"
    assert sitegen(tmp_path, "new", "event", answers=answers).exit_code == 0
    path = tmp_path / "content/events/varmote-pa-hamar.nb.md"

    written = path.read_text("utf-8")
    wrong = (
        written.replace("start: 2027-03-04 10:00", "start: 2027-03-04 kl. 10")
        + "\n## Program\n\nSe [møtet](event:frokst).\n"
    )
    path.write_text(wrong.replace("title:", "organisers: [digdri]\ntitle:"), "utf-8")
    found = sitegen(tmp_path, "check")
    assert found.exit_code == 1
    assert re.findall(r"varmote-pa-hamar.nb.md:(\d+):(\d+): error: .* \[([a-z-]+)\]", found.stderr) == [
        ("2", "14", "dangling-reference"),
        ("4", "8", "moment"),
        ("9", "4", "dangling-reference"),
    ]
    assert "Did you mean “digdir”?" in found.stderr

    path.write_text(wrong.replace("kl. 10", "10:00").replace("frokst", "frokost"), "utf-8")
    assert sitegen(tmp_path, "check").exit_code == 0

    assert sitegen(tmp_path, "translate", "varmote-pa-hamar", "sv").exit_code == 0
    assert sitegen(tmp_path, "translate", "varmote-pa-hamar", "sv").exit_code == 1
    swedish = tmp_path / "content/events/varmote-pa-hamar.sv.md"
    assert sitegen(tmp_path, "build").exit_code == 0
    page = tmp_path / "build/site/sv/evenemang/varmote-pa-hamar/index.html"
    assert "Vårmøte på Hamar" in page.read_text("utf-8"), "not translated yet: the original is shown"
    swedish.write_text(
        swedish.read_text("utf-8").replace("\ntitle:", "\ntitle: Vårmöte i Hamar")
        + "\n## Program\n\nSe [mötet](event:frokost).\n",
        "utf-8",
    )
    assert sitegen(tmp_path, "build").exit_code == 0
    shown = page.read_text("utf-8")
    assert "Vårmöte i Hamar" in shown
    assert "The text of the original" not in shown
    assert "Vårmøte" not in re.sub(r"<(nav|head|footer|aside)\b.*?</\1>", "", shown, flags=re.DOTALL)

    path.write_text(path.read_text("utf-8").replace("Se [møtet]", "Les om [møtet]"), "utf-8")
    stale = sitegen(tmp_path, "check")
    assert stale.exit_code == 0
    assert "“Program” in the original has changed since it was translated." in stale.stderr
    assert "out of date: Program" in sitegen(tmp_path, "translations").stdout
    assert sitegen(tmp_path, "build").exit_code == 0
    notice = "Den här översättningen är inaktuell: texten på bokmål har ändrats sedan dess."
    assert notice in (tmp_path / "build/site/sv/evenemang/varmote-pa-hamar/index.html").read_text("utf-8")
    assert sitegen(tmp_path, "translate", "--accept", str(swedish)).exit_code == 0
    assert "no mistakes" in sitegen(tmp_path, "check").output

    plan = sitegen(tmp_path, "rename", "varmote-pa-hamar", "varmote-hamar", "--dry-run")
    assert "rename from content/events/varmote-pa-hamar.nb.md" in plan.stdout
    assert "+uid: event-varmote-pa-hamar@example.org" in plan.stdout
    assert path.is_file()
    assert sitegen(tmp_path, "rename", "varmote-pa-hamar", "varmote-hamar").exit_code == 0
    assert sitegen(tmp_path, "rename", "varmote-pa-hamar", "varmote-hamar").exit_code == 1
    assert not path.exists()
    assert sitegen(tmp_path, "build").exit_code == 0
    assert "varmote-hamar" in (tmp_path / "build/site/sv/evenemang/varmote-pa-hamar/index.html").read_text("utf-8")
