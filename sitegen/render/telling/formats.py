"""The renderings that there are."""

from collections.abc import Callable, Mapping

from sitegen.render.telling import github, gitlab, json, plain, sarif
from sitegen.render.telling.findings import Findings

FORMATS: Mapping[str, Callable[[Findings], str]] = {
    "text": plain.render,
    "json": json.render,
    "github": github.render,
    "gitlab": gitlab.render,
    "sarif": sarif.render,
}
