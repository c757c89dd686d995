"""Assets that templates name and that are not there: told before a page asks for one."""

from collections.abc import Collection, Iterator, Mapping

from jinja2 import TemplateSyntaxError, nodes

from sitegen.foundation.diagnostics import Diagnostic, Span
from sitegen.model.problems import report
from sitegen.render.templates import FOLDER, environment


def missing_assets(templates: Mapping[str, str], assets: Collection[str]) -> Iterator[Diagnostic]:
    """For each `view.asset("name")` with a name written out, at its place, where there is no such asset."""
    env = environment(templates)
    for template, source in sorted(templates.items()):
        if ".asset(" not in source:
            continue
        try:
            tree = env.parse(source)
        except TemplateSyntaxError:
            continue  # which is told of the template as a whole
        for line, name in _named(tree):
            if name not in assets:
                at = max(0, source.split("\n")[line - 1].find(name))
                yield report("asset-missing", Span(f"{FOLDER}{template}", line, at + 1, len(name)), name=name)


def _named(tree: nodes.Template) -> Iterator[tuple[int, str]]:
    for call in tree.find_all(nodes.Call):
        asked = isinstance(call.node, nodes.Getattr) and call.node.attr == "asset"
        if asked and call.args and isinstance(call.args[0], nodes.Const):
            yield call.args[0].lineno, str(call.args[0].value)
