"""Designsystemet's style sheets, reduced to what the templates use.

A selector is kept when every class and every attribute in it is in use; a custom property, when something asks
for it. Pictures that lie in the source as data addresses become files, as a policy of `default-src 'self'` forbids
the others.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote

import tinycss2
from tinycss2.ast import AtRule, Declaration, Node, QualifiedRule

COMPONENTS = (
    "base",
    "alert",
    "breadcrumbs",
    "button",
    "card",
    "field",
    "heading",
    "input",
    "label",
    "link",
    "list",
    "skip-link",
    "table",
    "tag",
)
CLASSES = frozenset(f"ds-{name}" for name in COMPONENTS if name != "base") | {"ds-sr-only"}
ATTRIBUTES = frozenset(
    {
        "data-border",
        "data-color",
        "data-color=danger",
        "data-color=neutral",
        "data-color=success",
        "data-color=warning",
        "data-size",
        "data-color=info",
        "data-size=2xs",
        "data-size=md",
        "data-size=sm",
        "data-size=xl",
        "data-size=xs",
        "data-variant=secondary",
        "data-variant=tinted",
        "hidden",
        "type=checkbox",
        "type=radio",
    }
)
ALIASES = {
    ".ds-tag": ":is(.ds-tag,.tags a)",
    ".ds-link": ":is(.ds-link,.onward,a:not([class]))",
    ".ds-table": ":is(.ds-table,.prose table)",
    ".ds-list": ":is(.ds-list,.prose ul,.prose ol)",
}
"""What an editor writes in Markdown has no classes, and looks the same."""

_STRANGE = re.compile(r":dir\(|u-summary|::part|:lang\(|img,svg|\bbutton\)|:not\(ol,ul\)|label:has|file-selector")
_DATA = re.compile(r'url\("data:image/svg\+xml;charset=utf-8,([^"]*)"\)')
_OLD = re.compile(r"^-(webkit|moz)-(?!text-size)")
_ASKED = re.compile(r"var\(\s*(--[\w-]+)")


@dataclass(frozen=True)
class Reduced:
    """A style sheet, and the pictures that it shows by their names."""

    css: str
    pictures: Mapping[str, str]


def reduced(sources: Mapping[str, str], kept: Iterable[str]) -> Reduced:
    """The style sheets by name as one. `kept` are custom properties that others ask for."""
    pictures: dict[str, str] = {}
    parts = [
        f"@layer ds.{'base' if name == 'base' else 'components'}{{{_sheet(name, text, pictures)}}}"
        for name, text in sources.items()
    ]
    css = "@layer ds.theme,ds.base,ds.components;" + "".join(parts)
    css = _asked_for(css, set(kept))
    return Reduced(css, {name: text for name, text in pictures.items() if name in css})


def _sheet(name: str, text: str, pictures: dict[str, str]) -> str:
    def lifted(found: re.Match[str]) -> str:
        called = f"{name}-{len([each for each in pictures if each.startswith(name)]) + 1}.svg"
        known = [each for each, drawn in pictures.items() if drawn == unquote(found[1])]
        pictures.setdefault(known[0] if known else called, unquote(found[1]))
        return f'url("{known[0] if known else called}")'

    return "".join(_rules(tinycss2.parse_stylesheet(_DATA.sub(lifted, text), skip_comments=True, skip_whitespace=True)))


def _rules(nodes: Iterable[Node]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, QualifiedRule):
            selectors = [each for each in _selectors(tinycss2.serialize(node.prelude)) if _in_use(each)]
            said = _declarations(node.content)
            if selectors and said:
                yield f"{','.join(map(_named, selectors))}{{{said}}}"
        elif isinstance(node, AtRule) and node.lower_at_keyword in ("media", "supports") and node.content:
            inside = "".join(_rules(tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True)))
            if inside:
                yield f"@{node.lower_at_keyword} {tinycss2.serialize(node.prelude).strip()}{{{inside}}}"


def _selectors(prelude: str) -> Iterator[str]:
    """The selectors of a list, split at the commas that are not inside brackets."""
    depth, begin = 0, 0
    for at, char in enumerate(prelude):
        depth += (char in "([") - (char in ")]")
        if char == "," and not depth:
            yield prelude[begin:at].strip()
            begin = at + 1
    yield prelude[begin:].strip()


def _in_use(selector: str) -> bool:
    classes = set(re.findall(r"\.([a-zA-Z][\w-]*)", selector))
    attributes = {each.replace('"', "") for each in re.findall(r"\[([^\]]+)\]", selector)}
    return classes <= CLASSES and attributes <= ATTRIBUTES and not _STRANGE.search(selector)


def _named(selector: str) -> str:
    for name, others in ALIASES.items():
        selector = re.sub(rf"{re.escape(name)}(?![\w-])", others, selector)
    return selector


def _declarations(content: list[Node]) -> str:
    """What a rule sets; old names of properties are left out, as all of these have new ones."""
    found = tinycss2.parse_declaration_list(content, skip_comments=True, skip_whitespace=True)
    return ";".join(
        f"{each.name}:{tinycss2.serialize(each.value).strip()}{'!important' if each.important else ''}"
        for each in found
        if isinstance(each, Declaration)
        and not _OLD.match(each.name)
        and not tinycss2.serialize(each.value).strip().startswith("-moz-")
    )


def _asked_for(css: str, kept: set[str]) -> str:
    """Leaves out custom properties that nothing asks for, until none is left."""
    while True:
        asked = set(_ASKED.findall(css)) | kept
        set_here = set(re.findall(r"[{;](--[\w-]+):", css))
        idle = {name for name in set_here - asked if not name.startswith("--_ds--focus")}
        if not idle:
            return css
        for name in sorted(idle):
            css = re.sub(rf"(?<=[{{;]){re.escape(name)}:[^;}}]*;?", "", css)
        css = re.sub(r"[^{};]+\{\}", "", re.sub(r";\}", "}", css))
