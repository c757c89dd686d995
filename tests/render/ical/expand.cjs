// Expands each series of a feed from standard input with ical.js: {uid: [[start, end], …]} as JSON, times in UTC.
const ICAL = require("ical.js").default || require("ical.js");
const feed = new ICAL.Component(ICAL.parse(require("fs").readFileSync(0, "utf8")));
for (const zone of feed.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
const moment = (time) => (time.isDate ? time.toString() : time.toJSDate().toISOString());
const found = {};
for (const component of feed.getAllSubcomponents("vevent")) {
  const event = new ICAL.Event(component);
  if (event.isRecurrenceException()) continue;
  const expansion = event.iterator();
  const all = (found[event.uid] = []);
  for (let next = expansion.next(); next && all.length < 500; next = expansion.next()) {
    const details = event.getOccurrenceDetails(next);
    all.push([moment(details.startDate), moment(details.endDate)]);
  }
}
process.stdout.write(JSON.stringify(found));
