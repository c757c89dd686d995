"""Every sort of mistake an editor can make, and what is said of it. Codes are stable: tools go by them.

`{name}` places are filled by the diagnostic. `near` is said instead of `mend` when a likely word was found.
"""

from dataclasses import dataclass

from sitegen.foundation.diagnostics import Diagnostic, Level, Problem, Span, diagnostic


def N_(message: str) -> str:
    """Marks a message for translation."""
    return message


@dataclass(frozen=True, slots=True)
class Near(Problem):
    """A problem whose mend can name the word that was likely meant, as `{near}`."""

    near: str = N_("Did you mean “{near}”?")


ERROR: Level = "error"
WARNING: Level = "warning"

PROBLEMS: tuple[Problem, ...] = (
    # The file itself
    Problem("not-utf-8", ERROR, N_("The file is not UTF-8 text (byte {byte})."), N_("Save the file with the encoding UTF-8.")),
    Problem("control-character", ERROR, N_("An invisible control character (U+{code}) stands here."), N_("Delete it; it often comes along when text is pasted from elsewhere.")),
    Problem("file-too-large", ERROR, N_("The text is {size} kB; the bound is {bound} kB."), N_("Split it into several documents.")),
    Problem("file-name", ERROR, N_("“{name}” is not a name for a document."), N_("Use lower-case letters a–z, digits and hyphens, at most 120, then the language: for example my-event.nb.md.")),
    Problem("file-place", ERROR, N_("No kind of document has the folder “{folder}”."), N_("Move the file to one of: {known}.")),
    Near("unknown-language", ERROR, N_("“{lang}” is not a language of this site."), N_("Use one of: {known}.")),
    Problem("plain-norwegian", ERROR, N_("“no” does not say which Norwegian this is."), N_("Write nb for bokmål or nn for nynorsk.")),
    Problem("two-files", ERROR, N_("Two files are the same text: {ref} in “{lang}”."), N_("Keep one of them.")),
    Problem("same-name", ERROR, N_("The names of two files differ only by case or by how letters are composed."), N_("Rename one of them.")),
    Problem("linked-file", ERROR, N_("The file is a link to another place."), N_("Put the file itself here.")),
    Problem("unreadable-file", ERROR, N_("The file cannot be read: {reason}."), N_("See to its permissions.")),
    Problem("stray-file", WARNING, N_("No document has this file beside it, so it is not published."), N_("Put it into the folder of a bundle, beside index.<lang>.md.")),
    Problem("attachment-name", ERROR, N_("“{name}” cannot be the name of a published file."), N_("Give it a shorter name of letters, digits and hyphens, and the same in the text.")),
    Problem("merge-marks", ERROR, N_("A merge has left its marks in the file."), N_("Delete the lines that begin with <<<<<<<, ======= and >>>>>>>, and keep what is right of the two sides.")),
    Problem("no-language", ERROR, N_("The text has no language: the name of the file does not say one."), N_("Give the file the language in its name: {stem}.{lang}.md.")),
    # Front matter
    Problem("no-front-matter", ERROR, N_("The file does not begin with front matter."), N_("Begin it with a line ---, then fields such as “title: …”, then a line ---.")),
    Problem("open-front-matter", ERROR, N_("The front matter has no end."), N_("Put a line --- after the last field.")),
    Problem("yaml", ERROR, N_("The front matter cannot be read here: {reason}."), N_("Begin the line with as many spaces as those beside it, and no tab; write a space after each colon, here and in the line above; put a text with a colon or quotation mark in quotes.")),
    Problem("yaml-depth", ERROR, N_("The front matter is nested more than {bound} levels deep."), N_("Write it flatter; no field is nested this deep.")),
    Problem("yaml-size", ERROR, N_("The front matter is larger than {bound}."), N_("Move long texts below the front matter.")),
    Problem("yaml-anchor", ERROR, N_("Anchors (&) and aliases (*) are not allowed."), N_("Write the value out; put a text that begins with & or * in quotes.")),
    Problem("yaml-tag", ERROR, N_("Tags (!) are not allowed."), N_("Write the value alone; put a text that begins with ! in quotes.")),
    Problem("yaml-merge", ERROR, N_("Merge keys (<<) are not allowed."), N_("Write the fields out.")),
    Problem("duplicate-key", ERROR, N_("The field “{name}” is here twice."), N_("Keep one of them.")),
    Problem("key-not-text", ERROR, N_("A field's name must be a plain word."), N_("Write it as name: value.")),
    Problem("not-a-mapping", ERROR, N_("Fields are expected here, as name: value."), N_("Write one field a line.")),
    Near("unknown-field", ERROR, N_("There is no field “{name}” here."), N_("Remove it. A field of your own has a name that begins with x-, and stands on the outermost level of a document.")),
    Problem("missing-field", ERROR, N_("The field “{name}” is missing."), N_("Add {name}: …")),
    Problem("empty-field", ERROR, N_("The field “{name}” is empty, and it is required."), N_("Write its value after the colon.")),
    Problem("empty-item", ERROR, N_("An item of the list “{name}” is empty."), N_("Write its value after the hyphen, or remove the hyphen.")),
    # Values
    Problem("expects-one", ERROR, N_("One value is expected for “{name}”, not {found}."), N_("Write it as {name}: value.")),
    Problem("expects-list", ERROR, N_("A list is expected for “{name}”."), N_("Write one item a line, each after a hyphen.")),
    Problem("expects-record", ERROR, N_("Fields are expected under “{name}”."), N_("Write its fields indented below it: {fields}.")),
    Problem("expects-languages", ERROR, N_("“{name}” is said per language here, not as {found}."), N_("Write a line for each language under it, such as nb: …")),
    Problem("date", ERROR, N_("“{value}” is not a date."), N_("Write year-month-day: 2026-03-04.")),
    Problem("moment", ERROR, N_("“{value}” is not a date, nor a date and time."), N_("Write 2026-03-04 or 2026-03-04 10:00.")),
    Problem("slot", ERROR, N_("“{value}” is not a time, nor a date and time."), N_("Write 10:00 or 2026-03-04 10:00.")),
    Problem("number", ERROR, N_("“{value}” is not a number."), N_("Write digits, with a point for decimals.")),
    Problem("whole-number", ERROR, N_("“{value}” is not a whole number."), N_("Write digits alone.")),
    Problem("degrees", ERROR, N_("“{value}” is more than {most} degrees."), N_("Write degrees with decimals: 60.7945.")),
    Problem("uid", ERROR, N_("“{value}” cannot be the identity of an event."), N_("Use letters, digits, hyphens, points and @.")),
    Problem("yes-or-no", ERROR, N_("“{value}” is neither true nor false."), N_("Write true or false.")),
    Near("choice", ERROR, N_("“{value}” is not one of the words that this field knows."), N_("Use one of: {known}.")),
    Problem("identifier", ERROR, N_("“{value}” is not an id."), N_("Use lower-case letters a–z, digits and hyphens, at most 120.")),
    Problem("slug", ERROR, N_("“{value}” cannot be part of an address."), N_("Use lower-case letters a–z, digits and hyphens, at most 120.")),
    Problem("language-tag", ERROR, N_("“{value}” is not a language tag."), N_("Write a tag such as nb, sv or en.")),
    Problem("url", ERROR, N_("“{value}” is not a web address."), N_("Write the whole address, beginning with https://.")),
    Problem("url-path", ERROR, N_("“{value}” is not a path on this site."), N_("Begin with / and leave out the site's name, .., ? and #.")),
    Problem("email", ERROR, N_("“{value}” is not an e-mail address."), N_("Write it as name@example.org.")),
    Problem("phone", ERROR, N_("“{value}” is not a telephone number."), N_("Write it with the country's code: +47 00 00 00 00.")),
    Near("country", ERROR, N_("“{value}” is not the code of a country."), N_("Use two capital letters of ISO 3166-1: NO, SE, DK, FI.")),
    Problem("cpv", ERROR, N_("“{value}” is not a CPV code."), N_("Write eight digits, and if you like a hyphen and the check digit.")),
    Near("time-zone", ERROR, N_("“{value}” is not a time zone."), N_("Use a name such as Europe/Oslo.")),
    Problem("repeat-rule", ERROR, N_("“{value}” is not a rule of recurrence: {reason}."), N_("Write it as in FREQ=WEEKLY;BYDAY=TU.")),
    Problem("file-in-bundle", ERROR, N_("“{value}” is not the name of a file beside this one."), N_("Use the file's name alone, with letters, digits, hyphens, and its ending.")),
    Near("file-missing", ERROR, N_("There is no file “{value}” beside this one."), N_("Put it into the folder {folder}.")),
    Problem("not-a-bundle", ERROR, N_("A document with pictures or attachments needs a folder of its own."), N_("Move the text to {folder}/{index} and put “{value}” beside it.")),
    Problem("ted-number", ERROR, N_("“{value}” is not a TED notice number."), N_("Write it as 123456-2024.")),
    Problem("doffin-number", ERROR, N_("“{value}” is not a Doffin notice number."), N_("Write it as 2024-123456.")),
    Problem("fingerprint", ERROR, N_("“{value}” is not a fingerprint of a text."), N_("Leave the field out; the tools write it.")),
    Problem("reference-form", ERROR, N_("“{value}” is not a reference."), N_("Write the id of the document, or kind:id.")),
    Problem("comment-in-text", ERROR, N_("What follows # here is a comment, and would be lost."), N_("Put the whole text in quotes; put a comment on a line of its own.")),
    Problem("one-line", ERROR, N_("“{name}” is one line, and this has several."), N_("Join the lines.")),
    Problem("notice-form", ERROR, N_("A notice is named by ted, by doffin, or by url and title."), N_("Give one of the three.")),
    Problem("contact-form", ERROR, N_("A contact is a person or an organisation."), N_("Add person: or organisation:.")),
    Problem("no-alt", ERROR, N_("The picture has no alternative text."), N_("Say what it shows: between the brackets of ![…](…), or in the front matter with alt:, or decorative: true there.")),
    # Pictures
    Problem("picture-format", ERROR, N_("“{value}” is not a picture that browsers show."), N_("Use a file of the format JPEG, PNG, WebP, AVIF, GIF or SVG.")),
    Problem("picture-broken", ERROR, N_("The picture cannot be read to its end."), N_("Open it in a program for pictures, look whether it is whole, and save it again.")),
    Problem("picture-too-large", ERROR, N_("The picture has more than {bound} million pixels."), N_("Save it smaller; 2,000 pixels across are enough for every screen.")),
    Problem("picture-mislabelled", WARNING, N_("“{name}” is a picture of another format, {found}."), N_("Give the file the ending that its format has, and write the same name in the text.")),
    Problem("picture-moves", WARNING, N_("The picture moves; readers get it still, as movement that cannot be stopped keeps some from reading."), N_("Put a still picture here, or link to a film.")),
    Problem("picture-tells", ERROR, N_("The picture holds notes, such as the place where it was taken, and without Pillow they cannot be taken out."), N_("Install Pillow, as make site does, or save the picture without notes.")),
    Problem("drawing-unsafe", ERROR, N_("The drawing holds what a published one must not: {found}."), N_("Save it as plain SVG without scripts, links, pictures and notes of the program, or as PNG.")),
    Problem("no-picture-tools", WARNING, N_("Pillow is not installed, so pictures are published as they are and in one size, and cards are not drawn."), N_("Install Pillow, as make site does.")),
    # The text
    Problem("body-too-deep", ERROR, N_("The text is nested too deeply here."), N_("Take some levels of lists or quotations away.")),
    Problem("body-too-many", ERROR, N_("The text has more parts than the bound of {bound}: paragraphs, items, cells, links."), N_("Split it into several documents.")),
    Problem("heading-one", ERROR, N_("A heading of the first level stands in the text; the title is the only one."), N_("Begin headings with ##.")),
    Problem("raw-html", ERROR, N_("HTML is not allowed in the text: {value}"), N_("Write it in Markdown, or put it in `backticks` to show it as it is.")),
    Problem("link-scheme", ERROR, N_("Links to “{value}” are not allowed."), N_("Use https, http, mailto, tel or a reference such as event:id.")),
    Near("link-form", ERROR, N_("“{value}” is not something that can be linked to."), N_("Use a whole address, kind:id, a file of the site by its path, or a heading as #heading.")),
    Problem("link-space", ERROR, N_("A space stands in the address “{value}”."), N_("Give the file a name with hyphens for its spaces, and write that; copy the address of a page elsewhere from the browser.")),
    Problem("link-gap", WARNING, N_("A space stands between the words of a link and its address “{value}”, so that both are text."), N_("Take the space away.")),
    Problem("link-in-link", ERROR, N_("A link to “{value}” stands in the text of another link."), N_("Keep one of the two: take the < and > away, or the link around it.")),
    Near("unknown-block", ERROR, N_("There is no block “{name}”."), N_("Use one of: {known}.")),
    Problem("list-number", ERROR, N_("“{written}.” would be shown as “{shown}.”, as a list is counted from its first number."), N_("Write the numbers one after another. If it is a date and no list, put a backslash before its full stop: {written}\\.")),
    Problem("two-colons", WARNING, N_("Two colons begin no block, so that readers would see them."), N_("Write three.")),
    Problem("open-block", ERROR, N_("The block “{name}” has no end."), N_("Put a line ::: after it.")),
    Problem("block-content", ERROR, N_("The block “{name}” cannot hold a text."), N_("Put the line ::: straight after it.")),
    Problem("empty-block", ERROR, N_("The block “{name}” is empty."), N_("Write its text between the two lines with :::.")),
    Problem("quote-source", ERROR, N_("The quotation does not say whose words it is."), N_("Write ::: quote Name, Organisation")),
    Problem("block-kind", ERROR, N_("The block “{name}” has nothing to show in this kind of document."), N_("Remove it.")),
    Problem("unknown-footnote", ERROR, N_("There is no footnote “{name}”."), N_("Add a line [^{name}]: with its text.")),
    Problem("unused-footnote", ERROR, N_("The footnote “{name}” is not used, so its text would be lost."), N_("Refer to it with [^{name}], or remove it.")),
    Problem("heading-level", WARNING, N_("The heading skips a level: {found} after {before}."), N_("Use one more # than the heading above at most.")),
    Problem("empty-section", WARNING, N_("The section “{name}” is empty."), N_("Write its text or remove the heading.")),
    Problem("empty-link-text", WARNING, N_("“{text}” does not say where the link leads."), N_("Let the link's text name what it leads to.")),
    Problem("long-summary", WARNING, N_("The summary has {length} characters; 300 is the bound."), N_("Shorten it to what lists and calendars can show.")),
    # References
    Near("dangling-reference", ERROR, N_("There is no {kinds} “{target}”."), N_("Check the id, or add the document.")),
    Problem("wrong-kind", ERROR, N_("“{target}” is a document of the kind {found}; {kinds} is expected here."), N_("Name a document of the right kind.")),
    Problem("ambiguous-reference", ERROR, N_("“{target}” is the id of several documents: {found}."), N_("Write the kind before it, as in {example}.")),
    Near("dangling-anchor", ERROR, N_("“{target}” has no heading “#{anchor}”."), N_("Check the heading that you want to link to.")),
    Problem("draft-reference", WARNING, N_("“{target}” is a draft and is not published, so the link is left out."), N_("Publish it, or remove the reference.")),
    Problem("cycle", ERROR, N_("“{name}” goes round in a circle: {path}."), N_("Remove one of the references.")),
    # Translations
    Problem("no-original", ERROR, N_("This translates “{lang}”, but there is no such text of {ref}."), N_("Check translates:, or remove it if this is the original.")),
    Problem("two-originals", ERROR, N_("Two texts of {ref} are originals."), N_("Add “translates: {lang}” to the one that is a translation.")),
    Problem("no-originals", ERROR, N_("No text of {ref} is the original."), N_("Remove translates: from the text that holds the facts.")),
    Problem("translates-itself", ERROR, N_("A text cannot translate its own language."), N_("Write the language of the original.")),
    Problem("translated-neutral", ERROR, N_("{ref} is language-neutral and has a text per language as well."), N_("Keep one of the two forms.")),
    Problem("unequal-fact", ERROR, N_("“{name}” is {value} here and {other} in the original."), N_("Facts are said once: remove the line here, or mend the one that is wrong.")),
    Problem("extra-fact", ERROR, N_("“{name}” is a fact, and the original does not have it."), N_("Move it to the original, {original}.")),
    Problem("unequal-list", ERROR, N_("The number of items of “{name}” is {value} here and {other} in the original."), N_("Give an item for each, in the same order, or name them by key.")),
    Near("unknown-key", ERROR, N_("The original has no item with the key “{key}”."), N_("Use the keys of the original.")),
    Problem("stale-translation", WARNING, N_("“{found}” in the original has changed since it was translated."), N_("Bring this up to date; when all of it is, run sitegen translate --accept with this file.")),
    Problem("stale-gone", WARNING, N_("The original has lost parts since it was translated: {count}."), N_("Take them out here as well, then run sitegen translate --accept with this file.")),
    Problem("stale-whole", WARNING, N_("The original has changed since it was translated."), N_("Compare the two, then run sitegen translate --accept with this file.")),
    # Across fields
    Problem("end-before-start", ERROR, N_("The end ({end}) is before the start ({start})."), N_("Check the two.")),
    Problem("mixed-moments", ERROR, N_("The start and the end must both have a time, or neither."), N_("Add the time, or leave it out of both.")),
    Problem("deadline-after-start", ERROR, N_("The deadline ({deadline}) is after the start ({start})."), N_("Check the deadline.")),
    Problem("clock-elsewhere", ERROR, N_("“{value}” says {offset} from UTC, which the clocks of {zone} never do that day."), N_("If that was meant as the end, write the time alone, and the end in the field end. For a time elsewhere give the event its timezone.")),
    Problem("item-outside", ERROR, N_("This part of the programme ({item}) is outside the event ({event})."), N_("Check its time.")),
    Problem("item-without-day", ERROR, N_("A time alone does not say which day of the event."), N_("Write the day as well: 2026-03-04 10:00.")),
    Problem("item-needs-key", ERROR, N_("An entry of its own in the calendar needs a key: without one it is another entry when parts are added above it."), N_("Add key:, a short word that never changes.")),
    Problem("item-needs-time", ERROR, N_("An entry of its own in the calendar needs a start."), N_("Add start:, or remove calendar: true.")),
    Problem("cancelled-registration", ERROR, N_("The event is cancelled and still takes registrations."), N_("Remove the address for registration.")),
    Problem("previous-start", ERROR, N_("The previous start is the same as the start."), N_("Remove previous_start, or write the old date there.")),
    Problem("clock-skips", ERROR, N_("{value} does not exist in {zone}: the clock is put forward then."), N_("Write {first} or {second}.")),
    Problem("clock-repeats", ERROR, N_("{value} comes twice in {zone}: the clock is put back then."), N_("Write {first} for the first, {second} for the second.")),
    Problem("step-date", ERROR, N_("The step has one date and a period as well."), N_("Write either date:, or start: and end:.")),
    Problem("steps-order", ERROR, N_("A current step comes after a planned one."), N_("Check the status of the steps.")),
    Problem("repeated-key", ERROR, N_("The key “{key}” is here twice."), N_("Give each item a key of its own.")),
    # Addresses
    Problem("address-taken", ERROR, N_("The address {address} is taken by {other}."), N_("Choose another slug, or another word in site.yaml.")),
    Problem("address-year", ERROR, N_("The address {address} is kept for the archive of a year."), N_("Choose a slug that says more than the year.")),
    Problem("alias-taken", ERROR, N_("The old address {address} is that of a living page, {other}."), N_("Remove the alias.")),
    Problem("alias-twice", ERROR, N_("The old address {address} leads to two documents."), N_("Keep one of the two aliases.")),
    Problem("lost-address", WARNING, N_("The address {address} was published before, and now nothing is there."), N_("Give it as one of the aliases of the document that takes its place.")),
    # Configuration and templates
    Problem("no-configuration", ERROR, N_("There is no site.yaml."), N_("Name the site's folder with --site, or write one; docs/site.md has an example.")),
    Problem("template", ERROR, N_("The template cannot be read: {reason}."), N_("Mend the template.")),
    Problem("dynamic-include", ERROR, N_("The template includes another by a computed name."), N_("Write the name out, so that what depends on it is known.")),
    Problem("catalogue", ERROR, N_("The catalogue of messages cannot be read: {reason}."), N_("Mend the .po file.")),
    Problem("asset-missing", ERROR, N_("There is no asset “{name}”."), N_("Put it into templates/assets, or mend the template.")),
    # The text, further
    Problem("attribute", ERROR, N_("A text cannot set “{name}”."), N_("Remove it; only the language can be said, as in {{lang=en}}.")),
    Problem("empty-heading", ERROR, N_("The heading has no text."), N_("Write its text or remove the line.")),
    Problem("stray-block-end", ERROR, N_("This line ::: ends a block that was not begun."), N_("Remove it, or begin a block above it, as in ::: note.")),
    Problem("repeated-block", ERROR, N_("The block “{name}” is here twice."), N_("Keep one of them.")),
    Problem("repeated-footnote", ERROR, N_("The footnote “{name}” is written twice."), N_("Give one of them another name.")),
    Problem("unused-definition", ERROR, N_("The link address “[{name}]:” is not used, so the line would be lost."), N_("Use it as [text][{name}], or remove the line.")),
    Problem("unknown-definition", ERROR, N_("There is no line “[{name}]:” with the address of this link."), N_("Add the line, or put a \\ before each bracket that is none of a link.")),
    Problem("code-language", ERROR, N_("“{value}” is not the name of a language for code, and would not be shown."), N_("Write one word after the fence, or none, and the text on its own line.")),
    Problem("no-heading", WARNING, N_("This begins no heading: a space is missing behind its signs."), N_("Put a space there.")),
    Problem("no-item", WARNING, N_("This begins no item of a list, so that readers would see its sign."), N_("Begin each item on a line of its own, with a hyphen and a space.")),
    Problem("no-delimiters", WARNING, N_("These lines are no table: the line of hyphens below the first one is missing."), N_("Write | --- | --- | below the first line, with --- for each column.")),
    Problem("no-table", WARNING, N_("This begins no table: its line of hyphens has not as many columns as the line above it."), N_("Write --- for each column of the line above, with a | between them.")),
    Problem("table-cells", ERROR, N_("The row has more cells than the table's {columns} columns, and the rest would be lost."), N_("Remove a |, or write \\| where it belongs to the words; or add a column to the head.")),
    # The calendars
    Problem("ledger-line", ERROR, N_("This line of the ledger cannot be read: {line}"), N_("Put the line back as it was before; without it, calendars may ignore the entry's next change.")),
    Problem("ledger-conflict", ERROR, N_("A merge has left its marks in the ledger."), N_("Delete the marks and keep the lines of both sides.")),
    Problem("rule-start", ERROR, N_("The event begins on {value}, which is no date that its rule gives."), N_("Write the first date by the rule as the start.")),
    Problem("no-such-date", ERROR, N_("The event does not take place on {value} by its rule, so that date cannot be left out or moved."), N_("Write a date that the rule gives, with the time at which the event begins.")),
    Problem("uid-taken", ERROR, N_("Two calendar entries would have the identity {uid}."), N_("Give the part or the deadline another key, or the event another uid.")),
    Problem("uid-long", ERROR, N_("The identity of this calendar entry has more than {bound} characters."), N_("Give it a shorter key, or the event a shorter uid.")),
    Problem("date-changed-twice", ERROR, N_("What becomes of {value} is said twice."), N_("Name each date once, under except or under moved.")),
    # The look
    Problem("colour", ERROR, N_("“{value}” is not a colour."), N_("Write six digits from 0 to f, as in 0b5a52; with a # before them, in quotes.")),
    Problem("colour-unquoted", ERROR, N_("There is no colour here: without quotes, a # and all after it is a remark."), N_("Write it in quotes, or without the #.")),
    Problem("colour-too-light", ERROR, N_("The colour {value} is too light: its contrast with {ground} is {ratio}:1, and readers need 4.5:1 (WCAG 2.2, 1.4.3)."), N_("Take a darker one, such as {better}.")),
    Problem("colour-too-dark", ERROR, N_("The colour {value} is too dark: its contrast with {ground} is {ratio}:1, and readers need 4.5:1 (WCAG 2.2, 1.4.3)."), N_("Take a lighter one, such as {better}.")),
    # Accessibility statements
    Problem("statement-missing", WARNING, N_("The publisher's country, {country}, wants an accessibility statement, and the site names none ({law})."), N_("Name it under statements, with country, url or page, and the day on which it was reviewed.")),
    Problem("statement-old", WARNING, N_("The accessibility statement for {country} was last reviewed on {day}, more than a year ago."), N_("Go through it, publish it anew, and write the day here.")),
    Problem("statement-form", ERROR, N_("An accessibility statement is either at an address or on a page of the site."), N_("Write url or page, and not both.")),
    # The prose
    Problem("weekday", WARNING, N_("“{value}”: that day is a {right}."), N_("Check the date, or the weekday.")),
    Problem("no-such-day", WARNING, N_("There is no such day as “{value}”."), N_("Check the date.")),
    Problem("missing-year", WARNING, N_("“{value}” has no year, and the page stays when the year is over."), N_("Write the year after it.")),
    Problem("mixed-times", WARNING, N_("The time “{value}” is written in another way than “{other}”."), N_("Write all times of a text in one way.")),
    Problem("glued-word", WARNING, N_("“{value}” seems to be two words."), N_("Write “{apart}” if so.")),
    Problem("stated-time", WARNING, N_("The text says “{value}”, and the field “{field}” says {other}."), N_("Mend the one that is wrong, or leave it out of the text: the page shows the field.")),
    Problem("stated-place", WARNING, N_("The text says “{value}” of the place, and also “{other}”."), N_("Mend the one that is wrong, or leave it out of the text: the page shows the field “venue”.")),
    Problem("missing-contact", WARNING, N_("“{value}” seems to be the address of {person}, who is not among the contacts."), N_("Make it one of the contacts, so that it leaves the page when they do.")),
    Near("unknown-rule", ERROR, N_("“{value}” is not a rule of the lint."), N_("Use one of: {known}.")),
    Near("misspelt", WARNING, N_("No dictionary knows the word “{value}”."), N_("Mend it; if it is right, write it into words.txt."), N_("Did you mean “{near}”? If the word is right, write it into words.txt.")),
    Near("words-file", WARNING, N_("This is the list of words of no language of the site, so that it is not read."), N_("The lists have the names {known}, and words.txt is that of all languages."), N_("Name it “{near}”; words.txt is the list of all languages.")),
    Problem("words-line", WARNING, N_("“{value}” is not one word, so that nothing is learned from this line."), N_("Write one word on a line, of letters, hyphens and apostrophes; what is no word goes after a #.")),
    Problem("silence-place", ERROR, N_("This line silences nothing, and readers would see it."), N_("Put an empty line above it.")),
    Problem("silence-form", ERROR, N_("This does not say which rule is to be silent."), N_("Name it in brackets, as in [lint-off]: # (weekday). The rules are: {known}.")),
    Problem("unused-silence", WARNING, N_("The rule “{value}” finds nothing here, so that nothing need be silenced."), N_("Remove it.")),
)  # fmt: skip

BY_CODE = {problem.code: problem for problem in PROBLEMS}


def problem(code: str) -> Problem:
    """The problem with this code; a code that is not listed is a bug."""
    return BY_CODE[code]


def report(code: str, span: Span, /, *related: Span, **values: object) -> Diagnostic:
    """The diagnostic that says the problem `code` of the place `span`."""
    return diagnostic(problem(code), span, related, values)


def sentences(found: Diagnostic) -> tuple[str, str]:
    """The message ids of a diagnostic's reason and mend."""
    said = problem(found.code)
    if isinstance(said, Near) and dict(found.values).get("near"):
        return said.reason, said.near
    return said.reason, said.mend
