"""Templates in several languages, of one environment."""

import pytest
from jinja2 import DictLoader, Environment, StrictUndefined

from sitegen.render.locale.jinja import install
from sitegen.render.locale.messages import Catalogue, Message

DAYS = "{% trans count=n %}One day left{% pluralize %}{{ count }} days left{% endtrans %}"


def catalogue(lang: str, *messages: tuple[str, ...]) -> Catalogue:
    return Catalogue(lang, tuple(Message("", name, tuple(texts)) for name, *texts in messages))


NB = catalogue("nb", ("One day left", "En dag igjen", "%(count)s dager igjen"), ("News", "Nyheter"))
SV = catalogue("sv", ("One day left", "En dag kvar", "%(count)s dagar kvar"), ("News", "Nyheter & mer"))
DA = Catalogue("da", (Message("", "Hello, %(name)s!", ("Hej %(name)s!",)), Message("status", "Open", ("Åben",))))
CATALOGUES = (NB, SV, DA)


def environment(**templates: str) -> Environment:
    env = Environment(loader=DictLoader(templates), undefined=StrictUndefined, autoescape=True)
    install(env)
    return env


def rendered(source: str, catalogue: Catalogue, **values: object) -> str:
    return environment(page=source).get_template("page").render(catalogue=catalogue, **values)


def test_one_compiled_template_speaks_every_language() -> None:
    page = environment(page=DAYS).get_template("page")
    said = [page.render(catalogue=each, n=n) for each in CATALOGUES for n in (1, 3)]
    assert said == [
        "En dag igjen",
        "3 dager igjen",
        "En dag kvar",
        "3 dagar kvar",
        "One day left",
        "3 days left",
    ]


def test_underscore_and_ngettext_ask_the_same_catalogue() -> None:
    assert rendered("{{ _('News') }}", NB) == "Nyheter"
    assert rendered("{{ ngettext('One day left', '%(count)s days left', n, count=n) }}", SV, n=2) == "2 dagar kvar"


def test_a_context_tells_messages_apart() -> None:
    assert rendered("{{ pgettext('status', 'Open') }} {{ _('Open') }}", DA) == "Åben Open"
    assert rendered("{% trans 'status' %}Open{% endtrans %}", DA) == "Åben"


def test_values_are_escaped_and_messages_are_not() -> None:
    assert rendered("{% trans %}Hello, {{ name }}!{% endtrans %}", DA, name="<b>") == "Hej &lt;b&gt;!"
    assert rendered("{{ _('News') }}", SV) == "Nyheter & mer"


def test_line_breaks_in_a_template_are_no_part_of_a_message() -> None:
    assert rendered("{% trans name='du' %}\n  Hello,\n  {{ name }}!\n{% endtrans %}", DA) == "Hej du!"


def test_included_and_inherited_templates_and_macros_with_context_translate() -> None:
    env = environment(
        base="{{ _('News') }}:{% block main %}{% endblock %}",
        part="[{{ _('News') }}]",
        macros="{% macro left(n) %}" + DAYS + "{% endmacro %}",
        page="{% extends 'base' %}{% block main %}{% include 'part' %}"
        "{% from 'macros' import left with context %}{{ left(2) }}{% endblock %}",
    )
    page = env.get_template("page")
    assert page.render(catalogue=NB) == "Nyheter:[Nyheter]2 dager igjen"
    assert page.render(catalogue=SV) == "Nyheter & mer:[Nyheter & mer]2 dagar kvar"


def test_a_macro_without_context_says_what_to_do() -> None:
    env = environment(
        macros="{% macro news() %}{{ _('News') }}{% endmacro %}",
        page="{% from 'macros' import news %}{{ news() }}",
    )
    with pytest.raises(LookupError, match=r"macros: no “catalogue” .* “with context”"):
        env.get_template("page").render(catalogue=NB)
