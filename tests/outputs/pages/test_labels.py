"""Every value that editors can write, and every role in which documents name each other, has a label."""

from collections.abc import Iterator
from typing import Any, get_args

import pytest

from sitegen.kinds import KINDS
from sitegen.kinds.event import Event, Status as EventStatus
from sitegen.kinds.project import Status as ProjectStatus, Step
from sitegen.model.records import LinkSort
from sitegen.model.shape import shape
from sitegen.render import labels
from tests.outputs.pages.conftest import LANGUAGES, theme


def roles(record: type[Any], top: str = "") -> Iterator[str]:
    """The roles that references of a record have, as reading front matter names them."""
    for field in shape(record):
        if field.sort == "record":
            yield from roles(field.type, top or field.name)
        elif field.sort in ("ref", "party"):
            yield field.name if field.many or not top else top


def test_every_status_and_sort_of_link_has_a_label() -> None:
    steps = next(field for field in shape(Step) if field.name == "status").type
    assert set(get_args(EventStatus)) == set(labels.EVENT_STATUSES)
    assert set(get_args(EventStatus)) - {"confirmed"} == set(labels.EVENT_BANNERS)
    assert set(get_args(ProjectStatus)) == set(labels.PROJECT_STATUSES)
    assert set(get_args(steps)) - {type(None)} == set(labels.STEP_STATUSES)
    assert set(get_args(LinkSort)) == set(labels.LINKS)


def test_every_kind_and_every_role_has_a_label() -> None:
    assert {kind.name for kind in KINDS} == set(labels.KINDS)
    assert {role for kind in KINDS for role in roles(kind.facts)} | {"mentions"} == set(labels.ROLES)
    assert "organisers" in set(roles(Event))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_label_is_translated(lang: str) -> None:
    catalogue = theme().catalogues[lang]
    tables = (labels.KINDS, labels.ROLES, labels.LINKS, labels.PROJECT_STATUSES, labels.EVENT_STATUSES)
    known = {message.id for message in catalogue.messages}
    assert [label for table in tables for label in table.values() if label not in known] == []
