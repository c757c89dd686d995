"""The catalogue of the page being rendered, for templates: `{% trans %}`, `_()`, `ngettext()`.

One environment serves all languages, as compiling templates costs more than rendering them. So these
functions ask the render context for its `catalogue`, which every page is rendered with. A macro sees that
context only when it is imported `with context`.
"""

from typing import Any, cast

from jinja2 import Environment, Undefined, pass_context
from jinja2.ext import InternationalizationExtension
from jinja2.runtime import Context

from sitegen.render.locale.messages import Catalogue

VARIABLE = "catalogue"


def install(env: Environment) -> None:
    """Teaches an environment to translate, in Jinja's new style: `_("%(n)s days", n=3)`, values escaped.

    Line breaks in `{% trans %}` are trimmed, as babel.cfg has it for the extraction of messages.
    """
    env.add_extension(InternationalizationExtension)
    env.policies["ext.i18n.trimmed"] = True
    extended: Any = env
    extended.install_gettext_callables(_gettext, _ngettext, newstyle=True, pgettext=_pgettext, npgettext=_npgettext)


def _catalogue(context: Context) -> Catalogue:
    found = context.resolve(VARIABLE)
    if isinstance(found, Undefined):
        mend = "render with one, and import macros “with context”"
        raise LookupError(f"{context.name}: no “{VARIABLE}” to translate by; {mend}")
    return cast("Catalogue", found)


@pass_context
def _gettext(context: Context, message: str) -> str:
    return _catalogue(context).gettext(message)


@pass_context
def _ngettext(context: Context, singular: str, plural: str, n: int) -> str:
    return _catalogue(context).ngettext(singular, plural, n)


@pass_context
def _pgettext(context: Context, about: str, message: str) -> str:
    return _catalogue(context).pgettext(about, message)


@pass_context
def _npgettext(context: Context, about: str, singular: str, plural: str, n: int) -> str:
    return _catalogue(context).npgettext(about, singular, plural, n)
