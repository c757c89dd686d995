"""Jinja: one environment for all languages, and for each template the digest of all that it includes."""

import traceback
from collections.abc import Mapping
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined, TemplateError, TemplateSyntaxError, meta
from markupsafe import Markup

from sitegen.foundation.diagnostics import Diagnostic, Span
from sitegen.foundation.digest import Digest, digest_value
from sitegen.model.problems import report
from sitegen.render.locale.jinja import install

FOLDER = "templates/"


class TemplateFailed(Exception):
    """A template does not fit what it is given. One line, with its place, for whoever wrote the template."""


def environment(templates: Mapping[str, str]) -> Environment:
    """An environment in which every expression is escaped and every undefined name is an error."""

    def source(name: str) -> tuple[str, str, None] | None:
        return (templates[name], f"{FOLDER}{name}", None) if name in templates else None

    env = Environment(
        loader=FunctionLoader(source),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
    )
    install(env)
    return env


def rendered(env: Environment, name: str, values: Mapping[str, Any]) -> Markup:
    """A template with these values. Raises `TemplateFailed` where the template itself is at fault."""
    try:
        return Markup(env.get_template(name).render(values))
    except Exception as error:
        frames = traceback.extract_tb(error.__traceback__)
        places = [frame for frame in frames if frame.filename.startswith(FOLDER)]
        # What the template calls may have a bug of its own: then the last frame is not the template's.
        if not places or not (isinstance(error, TemplateError) or frames[-1] == places[-1]):
            raise
        raise TemplateFailed(f"{places[-1].filename}:{places[-1].lineno}: {error}") from error


def closures(templates: Mapping[str, str]) -> tuple[dict[str, Digest], tuple[Diagnostic, ...]]:
    """Per template the digest of its source and of all templates that it includes, extends or imports.

    Also what is wrong: templates that cannot be read, name one that is not there, or name one by a computed
    name, as what depends on that could not be known.
    """
    env = environment(templates)
    named: dict[str, frozenset[str]] = {}
    wrong: list[Diagnostic] = []
    for name, source in sorted(templates.items()):
        names, found = _named(env, name, source, templates)
        named[name] = names
        wrong += found
    digests = {name: digest_value(source) for name, source in templates.items()}
    return {name: digest_value(_closed(name, named, digests)) for name in sorted(templates)}, tuple(wrong)


def _named(
    env: Environment, name: str, source: str, templates: Mapping[str, str]
) -> tuple[frozenset[str], list[Diagnostic]]:
    """The templates that a template names, and what is wrong with it."""
    place = Span(f"{FOLDER}{name}")
    try:
        names = list(meta.find_referenced_templates(env.parse(source)))
    except TemplateSyntaxError as error:
        return frozenset(), [report("template", Span(place.path, error.lineno), reason=error.message or "")]
    wrong = [report("dynamic-include", place)] if None in names else []
    missing = sorted({each for each in names if each is not None and each not in templates})
    wrong += [report("template", place, reason=f"there is no {each}") for each in missing]
    return frozenset(each for each in names if each is not None and each in templates), wrong


def _closed(
    name: str, named: Mapping[str, frozenset[str]], digests: Mapping[str, Digest]
) -> tuple[tuple[str, Digest], ...]:
    """A template and all that it leads to, with their digests, sorted by name."""
    seen: set[str] = set()
    waiting = [name]
    while waiting:
        each = waiting.pop()
        if each not in seen:
            seen.add(each)
            waiting.extend(named[each])
    return tuple((each, digests[each]) for each in sorted(seen))
