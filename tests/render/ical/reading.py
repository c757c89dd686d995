"""A strict reading of iCalendar octets (RFC 5545 §3.1): lines, parameters, components, and what is wrong.

Shares no line with the encoder. `linter.py` judges what is read here.
"""

import re
import unicodedata
from dataclasses import dataclass, field

_NAME = re.compile(r"[A-Z0-9-]+")
_PARAMETER = re.compile(r';([A-Z0-9-]+)=("[^"]*"|[^";:,]*)')
_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff\ufeff]")


@dataclass(frozen=True)
class Property:
    name: str
    parameters: dict[str, str]
    value: str
    number: int


@dataclass
class Component:
    name: str
    number: int
    properties: list[Property] = field(default_factory=list)
    components: list["Component"] = field(default_factory=list)

    def all(self, name: str) -> list[Property]:
        return [each for each in self.properties if each.name == name]

    def first(self, name: str) -> Property | None:
        return next(iter(self.all(name)), None)

    def inside(self, name: str) -> list["Component"]:
        return [each for each in self.components if each.name == name]


def read(data: bytes) -> tuple[Component | None, list[str]]:
    """The VCALENDAR, or None if there is none to speak of, and what is wrong with its octets and lines."""
    findings = list(_octets(data))
    properties: list[Property] = []
    for number, line in _unfolded(data, findings):
        found = _property(number, line, findings)
        if found:
            properties.append(found)
    return _nested(properties, findings), findings


def _octets(data: bytes) -> list[str]:
    findings = []
    if data.startswith(b"\xef\xbb\xbf"):
        findings.append("begins with a byte order mark")
    if not data.endswith(b"\r\nEND:VCALENDAR\r\n"):
        findings.append("does not end with END:VCALENDAR and CRLF")
    if re.search(rb"(?<!\r)\n|\r(?!\n)", data):
        findings.append("a CR or LF alone")
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return [*findings, "not UTF-8"]
    found = _FORBIDDEN.search(text.replace("\r\n", "\n"))
    if found:
        findings.append(f"control character U+{ord(found[0]):04X}")
    whole = text.replace("\r\n ", "")
    if unicodedata.normalize("NFC", whole) != whole:
        findings.append("text that is not in NFC")
    return findings


def _unfolded(data: bytes, findings: list[str]) -> list[tuple[int, str]]:
    lines: list[tuple[int, str]] = []
    for number, octets in enumerate(data.removesuffix(b"\r\n").split(b"\r\n"), 1):
        if len(octets) > 75:
            findings.append(f"line {number}: {len(octets)} octets")
        if not octets.strip() and len(octets) < 75:
            findings.append(f"line {number}: an empty line")
            continue
        try:
            text = octets.decode()
        except UnicodeDecodeError:
            findings.append(f"line {number}: folded inside a character")
            text = octets.decode(errors="replace")
        if text.startswith("\t"):
            findings.append(f"line {number}: folded with a tab")
        if len(octets) < 75 and text[-1] in " \t":
            findings.append(f"line {number}: ends with a space")
        if text[0] not in " \t":
            lines.append((number, text))
        elif lines:
            before = lines.pop()
            if (len(before[1]) - len(before[1].rstrip("\\"))) % 2:
                findings.append(f"line {number}: folded inside an escape")
            lines.append((before[0], before[1] + text[1:]))
        else:
            findings.append(f"line {number}: a fold of nothing")
    return lines


def _property(number: int, line: str, findings: list[str]) -> Property | None:
    name = _NAME.match(line)
    if not name:
        findings.append(f"line {number}: not a content line: {line[:40]!r}")
        return None
    at = name.end()
    parameters: dict[str, str] = {}
    while found := _PARAMETER.match(line, at):
        if found[1] in parameters:
            findings.append(f"line {number}: parameter {found[1]} twice")
        if not found[2].strip('"'):
            findings.append(f"line {number}: parameter {found[1]} is empty")
        parameters[found[1]] = found[2].strip('"')
        at = found.end()
    if line[at : at + 1] != ":":
        findings.append(f"line {number}: not a content line: {line[:40]!r}")
        return None
    value = line[at + 1 :]
    if not value.strip():
        findings.append(f"line {number}: {name[0]} is empty")
    return Property(name[0], parameters, value, number)


def _nested(properties: list[Property], findings: list[str]) -> Component | None:
    root = Component("", 0)
    stack = [root]
    for each in properties:
        if each.name == "BEGIN":
            inner = Component(each.value, each.number)
            stack[-1].components.append(inner)
            stack.append(inner)
        elif each.name == "END":
            if len(stack) == 1 or stack[-1].name != each.value:
                findings.append(f"line {each.number}: END:{each.value} ends nothing")
            else:
                stack.pop()
        else:
            stack[-1].properties.append(each)
            if len(stack) > 1 and stack[-1].components:
                findings.append(f"line {each.number}: {each.name} after an inner component")
    if len(stack) > 1:
        findings.append(f"BEGIN:{stack[-1].name} without its END")
    if root.properties or [each.name for each in root.components] != ["VCALENDAR"]:
        findings.append("not one VCALENDAR and nothing else")
    return next(iter(root.inside("VCALENDAR")), None)
