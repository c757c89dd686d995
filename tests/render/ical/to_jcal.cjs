// Writes a feed from standard input as jCal, as ical.js parses it.
const ICAL = require("ical.js").default || require("ical.js");
process.stdout.write(JSON.stringify(ICAL.parse(require("fs").readFileSync(0, "utf8"))));
