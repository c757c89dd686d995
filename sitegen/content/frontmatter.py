"""The bytes of a file to its two parts: front matter between lines of ---, and the text below."""

from collections.abc import Sequence
from dataclasses import dataclass

from sitegen.foundation.diagnostics import Diagnostic, Outcome, Span
from sitegen.foundation.text import control_character, normalised
from sitegen.model.problems import report

BODY_SIZE = 256 * 1024


@dataclass(frozen=True, slots=True)
class Parts:
    """Front matter and text, each with the line of the file on which it begins."""

    front: str
    front_line: int
    body: str
    body_line: int


def decode(data: bytes, path: str) -> Outcome[str]:
    """The text of a file: strictly UTF-8, without byte order mark, with plain newlines, in NFC."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        good = _plain(error.object[: error.start].decode())
        byte = f"0x{error.object[error.start]:02X}"
        return Outcome(None, (report("not-utf-8", place(good, len(good), path), byte=byte),))
    text = normalised(_plain(text))
    at = control_character(text)
    if at is not None:
        return Outcome(None, (report("control-character", place(text, at, path), code=f"{ord(text[at]):04X}"),))
    return Outcome(text)


def _plain(text: str) -> str:
    """The text with newlines alone at the ends of its lines."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _merge_marks(lines: Sequence[str]) -> int:
    """The line, counted from 1, of the first mark that a merge left behind; 0 if it has left none.

    All three must be there, as one alone may be meant: quotations in quotations, or code.
    """
    found: list[int] = []
    for number, line in enumerate(lines, 1):
        if line.startswith(("<<<<<<< ", "=======", ">>>>>>> ")[len(found)]):
            found.append(number)
        if len(found) == 3:
            return found[0]
    return 0


def split(text: str, path: str) -> Outcome[Parts]:
    """Front matter and text of a file; a text that is too large is left out."""
    lines = text.split("\n")
    if marks := _merge_marks(lines):
        return Outcome(None, (report("merge-marks", Span(path, marks, 1, 7)),))
    if lines[0].rstrip() != "---":
        return Outcome(None, (report("no-front-matter", Span(path)),))
    end = next((at for at, line in enumerate(lines[1:], 1) if line.rstrip() == "---"), None)
    if end is None:
        return Outcome(None, (report("open-front-matter", Span(path, 1, 1, 3)),))
    body = "\n".join(lines[end + 1 :])
    wrong = _too_large(body, path, end + 2)
    return Outcome(Parts("\n".join(lines[1:end]), 2, "" if wrong else body, end + 2), wrong)


def _too_large(body: str, path: str, line: int) -> tuple[Diagnostic, ...]:
    size = len(body.encode())
    if size <= BODY_SIZE:
        return ()
    return (report("file-too-large", Span(path, line), size=size // 1024, bound=BODY_SIZE // 1024),)


def place(text: str, at: int, path: str) -> Span:
    """The line and column of a character of a text."""
    before = text[:at]
    return Span(path, before.count("\n") + 1, at - (before.rfind("\n") + 1) + 1)
