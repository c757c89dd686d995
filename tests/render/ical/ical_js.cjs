// Reads a feed from standard input with ical.js and writes [uid, start, end, status, summary, …] as JSON.
// Ends with 3 if ical.js is not installed.
let ICAL;
try {
  ICAL = require("ical.js");
  ICAL = ICAL.default || ICAL;
} catch {
  process.exit(3);
}
const feed = new ICAL.Component(ICAL.parse(require("fs").readFileSync(0, "utf8")));
for (const zone of feed.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
const moment = (time) => (time.isDate ? time.toString() : time.toJSDate().toISOString());
const seen = feed.getAllSubcomponents("vevent").map((component) => {
  const event = new ICAL.Event(component);
  return [
    event.uid,
    moment(event.startDate),
    moment(event.endDate),
    component.getFirstPropertyValue("status"),
    event.summary,
    event.description,
    event.location,
  ];
});
process.stdout.write(JSON.stringify(seen));
