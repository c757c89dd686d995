"""What one written value means, by the sort of its field: a table of the verbs in `values/`, text in, value out."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from sitegen.content.values.addresses import url, url_path
from sitegen.content.values.bad import matching
from sitegen.content.values.colours import colour, told_from
from sitegen.content.values.names import country, cpv, rule_name, zone_name
from sitegen.content.values.numbers import boolean, degrees, number, whole
from sitegen.content.values.recurrence import repeat_rule
from sitegen.content.values.times import day, moment, slot
from sitegen.model import fields
from sitegen.model.colour import WHITE
from sitegen.model.moment import Moment
from sitegen.model.reference import ID

_LANG = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_EMAIL = re.compile(r"[^\s@<>,;:()\[\]\"\\]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}")
_PHONE = re.compile(r"\+?[0-9][0-9 ()\-]{3,24}")
_FILE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*(?:\.[A-Za-z0-9_-]+)*\.[A-Za-z0-9]+")

VERBS: Mapping[Any, Callable[[str], Any]] = {
    date: day,
    Moment: moment,
    fields.Slot: slot,
    bool: boolean,
    int: whole,
    float: number,
    fields.Line: str,
    fields.Identifier: matching(ID, "identifier"),
    fields.LangTag: matching(_LANG, "language-tag"),
    fields.UrlPath: url_path,
    fields.Url: url,
    fields.Email: matching(_EMAIL, "email"),
    fields.Phone: matching(_PHONE, "phone"),
    fields.Country: country,
    fields.Cpv: cpv,
    fields.ZoneName: zone_name,
    fields.Latitude: degrees(90),
    fields.Longitude: degrees(180),
    fields.Uid: matching(re.compile(r"[A-Za-z0-9._@:/+~=-]{3,200}"), "uid"),
    fields.RepeatRule: repeat_rule,
    fields.RuleName: rule_name,
    fields.Colour: colour,
    fields.DeepColour: told_from(WHITE, "colour-too-light"),
    fields.PaleColour: told_from(fields.DARK_PAGE, "colour-too-dark"),
    fields.FileName: matching(_FILE, "file-in-bundle"),
    fields.Fingerprint: matching(re.compile("[0-9a-f]{8,32}(?: [0-9a-f]{4})*"), "fingerprint"),
    fields.TedNumber: matching(re.compile(r"[0-9]{1,8}-[0-9]{4}"), "ted-number"),
    fields.DoffinNumber: matching(re.compile(r"[0-9]{4}-[0-9]{1,8}"), "doffin-number"),
}
