"""Snippets for VS Code: the front matter of each kind with its required fields, and a few that are usual.

VS Code checks no front matter by a schema (redhat-developer/vscode-yaml#207), but it completes by snippets in every
Markdown file, and shows what `sitegen check` says at its line.
"""

import re
from collections.abc import Mapping
from typing import Any, get_args, get_origin

from sitegen.editing.descriptions import description
from sitegen.editing.schema import SCALARS
from sitegen.kinds import KINDS
from sitegen.model.kind import Kind
from sitegen.model.problems import N_
from sitegen.model.records import Titled
from sitegen.model.shape import Field, shape
from sitegen.render.locale.messages import Catalogue

USUAL: Mapping[str, tuple[str, ...]] = {
    "event": ("summary", "end", "organisers", "topics"),
    "news": ("summary", "topics"),
    "organisation": ("url", "country"),
    "page": ("summary",),
    "person": ("role", "organisation", "email"),
    "project": ("summary", "lead", "topics"),
    "topic": ("broader",),
}
"""Fields that most documents of a kind have, besides those that all must have."""
NEW = N_("The front matter of a new document of the kind {kind}.")


def snippets(words: Catalogue) -> dict[str, Any]:
    """What `.vscode/sitegen.code-snippets` holds, with descriptions in `words`."""
    return {f"sitegen {kind.name}": _snippet(kind, words) for kind in KINDS}


def _snippet(kind: Kind, words: Catalogue) -> dict[str, Any]:
    known = {field.name: field for field in shape(kind.facts)}
    named = [name for name, field in known.items() if field.required]
    named.sort(key=lambda name: name not in ("title", "name"))
    lines = ["---"]
    for stop, name in enumerate((*named, *USUAL[kind.name]), 1):
        lines.append(f"{name}: {_stop(stop, kind, known[name], words)}")
    return {
        "scope": "markdown",
        "prefix": kind.name,
        "description": words.gettext(NEW).format(kind=kind.name),
        "body": [*lines, "---", "$0"] if issubclass(kind.facts, Titled) else [*lines, "---"],
    }


def _stop(number: int, kind: Kind, field: Field, words: Catalogue) -> str:
    """The place of a value: a choice, an example, or what belongs there."""
    if get_origin(field.type):
        return f"${{{number}|{','.join(get_args(field.type))}|}}"
    examples = SCALARS[field.type].get("examples") if field.sort == "scalar" else None
    if examples:
        return f"${{{number}:{examples[0]}}}"
    if field.many:
        return f"[${{{number}}}]"
    if field.required:
        return f"${{{number}:{_plain(words.gettext(description(kind.facts, field.name)))}}}"
    return f"${{{number}}}"


def _plain(said: str) -> str:
    """The beginning of a description as the text of a place."""
    return re.sub(r"([\\$}])", r"\\\1", said.partition(":")[0].partition(". ")[0].rstrip("."))
