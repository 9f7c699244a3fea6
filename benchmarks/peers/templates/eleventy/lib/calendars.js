// Calendars (RFC 5545) and cards (RFC 6350).
import { createHash } from "node:crypto";
import { network, sites } from "./network.js";
import { moment, title } from "./words.js";

const text = (words) => words.replace(/[\\;,]/g, "\\$&");
const fold = (line) => line.replace(/([^\n]{72})(?=[^\n])/g, "$1\n ");
const stamp = (local) => local.replace(/[-:]/g, "");
const lines = (words) => words.replaceAll("\n", "\r\n");
const events = new Map();

const ZONE = `BEGIN:VTIMEZONE
TZID:America/Chicago
BEGIN:DAYLIGHT
DTSTART:20250309T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU
TZOFFSETFROM:-0600
TZOFFSETTO:-0500
TZNAME:CDT
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:20251102T020000
RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU
TZOFFSETFROM:-0500
TZOFFSETTO:-0600
TZNAME:CST
END:STANDARD
END:VTIMEZONE`;

function event(entry) {
  if (!events.has(entry.url)) events.set(entry.url, eventLines(entry.data, network.url + entry.url));
  return events.get(entry.url);
}

const eventLines = (data, url) => `BEGIN:VEVENT
UID:${createHash("md5").update(url).digest("hex")}@network.example.org
DTSTAMP:${moment(data.start).toISOString().replace(/[-:]|\.000/g, "")}
DTSTART;TZID=${network.time_zone}:${stamp(data.start)}
DTEND;TZID=${network.time_zone}:${stamp(data.end)}
SUMMARY:${text(data.title)}
STATUS:CONFIRMED
${fold(`DESCRIPTION:${text(data.summary)}\\n${url}`)}
LOCATION:${text(data.venue)}
CATEGORIES:${[...data.topics, ...data.intended_for].map(title).join(",")}
CONTACT:${text(sites[data.slug].short_name)}
URL:${url}
END:VEVENT
`;

export const calendar = (name, entries) => lines(`BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Eleventy//Benchmark Network//EN
CALSCALE:GREGORIAN
NAME:${text(name)}
X-WR-CALNAME:${text(name)}
X-WR-TIMEZONE:${network.time_zone}
REFRESH-INTERVAL;VALUE=DURATION:P1D
X-PUBLISHED-TTL:P1D
${ZONE}
${entries.map(event).join("")}END:VCALENDAR
`);

export const contact = (site) => lines(`BEGIN:VCARD
VERSION:4.0
KIND:org
FN:${text(site.name)}
ORG:${text(site.name)}
NICKNAME:${text(site.short_name)}
UID:${site.url}
URL;PREF=1:${site.url}
EMAIL;TYPE=work:${site.email}
TEL;TYPE=work;VALUE=text:${site.phone}
ADR;TYPE=work:;;${text(site.street)};${text(site.city)};${site.region.slice(3)};${site.postal_code};United States
TZ:${network.time_zone}
LANG;PREF=1:en
${site.social.map((each) => `SOCIALPROFILE;SERVICE-TYPE=${each.label.toLowerCase()}:${each.url}`).join("\n")}
SOURCE:${network.url}/data/vcards/${site.slug}.vcf
URL;TYPE=work:${network.url}/directory/${site.slug}/
CATEGORIES:Chapter
${fold(`NOTE:${text(site.mission)}`)}
END:VCARD
`);
