"""The renderings that there are."""

from collections.abc import Callable, Mapping

from sitegen.render.telling import github, gitlab, json, sarif, text
from sitegen.render.telling.findings import Findings

FORMATS: Mapping[str, Callable[[Findings], str]] = {
    "text": text.render,
    "json": json.render,
    "github": github.render,
    "gitlab": gitlab.render,
    "sarif": sarif.render,
}
