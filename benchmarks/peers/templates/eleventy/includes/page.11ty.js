// An entry: a page, news, an event, or the home page of an association.
import { network, sites } from "../lib/network.js";
import { document, latest, organisation } from "../lib/theme.js";
import { dayInWords, iso, offset, safe, title, when } from "../lib/words.js";

const NAMES = { news: "News", events: "Events" };

const article = (data, site) => ({
  "@type": "Article",
  headline: data.title,
  url: network.url + data.page.url,
  mainEntityOfPage: network.url + data.page.url,
  description: data.summary,
  datePublished: iso(data.page.date),
  dateModified: iso(data.updated),
  inLanguage: "en",
  author: { "@type": "Organization", name: data.author },
  publisher: organisation(site),
});

const event = (data, site) => ({
  "@type": "Event",
  name: data.title,
  url: network.url + data.page.url,
  description: data.summary,
  startDate: data.start + offset(data.start),
  endDate: data.end + offset(data.end),
  eventStatus: "https://schema.org/EventScheduled",
  eventAttendanceMode: "https://schema.org/OfflineEventAttendanceMode",
  location: { "@type": "Place", name: data.venue },
  inLanguage: "en",
  organizer: organisation(site),
});

const association = (site) => ({
  ...organisation(site),
  alternateName: site.short_name,
  description: site.mission,
  areaServed: { "@type": "AdministrativeArea", name: site.region_name, identifier: site.region },
  email: site.email,
  telephone: site.phone,
  address: {
    "@type": "PostalAddress",
    streetAddress: site.street,
    addressLocality: site.city,
    addressRegion: site.region.slice(3),
    postalCode: site.postal_code,
    addressCountry: "US",
  },
  memberOf: { "@type": "Organization", name: network.name, url: `${network.url}/` },
  sameAs: site.social.map((each) => each.url),
});

const kicker = (data) => `<p class="kicker"><time datetime="${iso(data.page.date)}">${dayInWords(data.page.date)}</time> &middot; ${safe(data.author)} &middot; changed on <time datetime="${iso(data.updated)}">${dayInWords(data.updated)}</time></p>\n`;

const facts = (data, site) => `<dl class="facts">
<div><dt>When</dt><dd>${when(data)}</dd></div>
<div><dt>Where</dt><dd>${safe(data.venue)}</dd></div>
<div><dt>For</dt><dd>${safe(data.intended_for.map(title).join(", "))}</dd></div>
</dl>
<ul class="actions">
<li><a href="${data.page.url.slice(0, -1)}.ics" type="text/calendar">Add to calendar</a></li>
<li><a href="/${site.slug}/events.ics" type="text/calendar">Subscribe to all events of ${safe(site.short_name)}</a></li>
</ul>
`;

export function render(data) {
  const { collections, content, folder } = data;
  const site = sites[data.slug];
  const isHome = data.page.url === `/${site.slug}/`;
  const way = isHome ? [] : [[site.short_name, `/${site.slug}/`]];
  if (folder) way.push([NAMES[folder], `/${site.slug}/${folder}/`]);
  const graph = isHome ? [association(site)] : folder === "news" ? [article(data, site)] : folder === "events" ? [event(data, site)] : [];
  return document(collections, site, {
    title: data.title,
    summary: data.summary,
    url: data.page.url,
    kind: folder === "news" ? "article" : "website",
    graph,
    way,
    main: `<article>
${folder === "news" ? kicker(data) : ""}<h1>${safe(data.title)}</h1>
<p class="lead">${safe(data.summary)}</p>
${folder === "events" ? facts(data, site) : ""}${content}
</article>${isHome ? `\n${latest(collections.sites[site.slug])}` : ""}`,
  });
}
