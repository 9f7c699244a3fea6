// What every page has: head, header, the way to it, footer. What repeats on a site is made once.
import { hub, network, sites, slugs } from "./network.js";
import { dayInWords, iso, jsonInHtml, safe, when } from "./words.js";

const once = (make) => {
  const made = new Map();
  return (site, ...rest) => {
    if (!made.has(site.slug)) made.set(site.slug, make(site, ...rest));
    return made.get(site.slug);
  };
};

export const homeOf = (site) => (site.slug ? `/${site.slug}/` : "/");
export const calendarOf = (site) => (site.slug ? `/${site.slug}/events.ics` : "/data/events.ics");

const links = once((site) => `<link rel="stylesheet" href="/style.css">
<link rel="alternate" type="application/atom+xml" title="${safe(site.short_name)}: news" href="${homeOf(site)}feed.atom">
<link rel="alternate" type="text/calendar" title="${safe(site.short_name)}: events" href="${calendarOf(site)}">`);

const header = once((site, collections) => {
  const home = homeOf(site);
  const item = (href, words) => `<li><a href="${href}">${safe(words)}</a></li>`;
  const own = site.slug
    ? collections.sites[site.slug].menu.map((entry) => item(entry.url, entry.data.title))
    : [item("/directory/", "All associations")];
  const belongs = site.slug
    ? `<div class="belongs"><a href="/">Part of ${safe(network.name)}</a> <a href="/directory/">All associations</a></div>\n`
    : "";
  return `<header class="site-header">
${belongs}<a class="site-name" href="${home}">${safe(site.short_name)}</a>
<nav aria-label="Main"><ul>
${[...own, item(`${home}news/`, "News"), item(`${home}events/`, "Events")].join("\n")}
</ul></nav>
</header>`;
});

export const address = (site) => `<address>${safe(site.street)}<br>${safe(site.city)}, ${site.region.slice(3)} ${site.postal_code}<br>United States<br><a href="mailto:${site.email}">${site.email}</a><br><a href="tel:${site.phone.replaceAll(" ", "")}">${site.phone}</a></address>`;

export const labelled = (found) => found.map((each) => `<li><a href="${safe(each.url)}">${safe(each.label)}</a></li>`).join("\n");

const footer = once((site) => {
  const about = site.slug
    ? `<p>${safe(site.name)}</p>
${address(site)}
<ul class="links">
${labelled([...site.links, ...site.social])}
</ul>
<p>${safe(site.short_name)} is one of ${slugs.length} associations of ${safe(network.name)}.</p>
<ul>
<li><a href="/">${safe(network.name)}</a></li>
<li><a href="/directory/">All associations</a></li>
<li><a href="/directory/${site.slug}/">${safe(site.short_name)} in the directory</a></li>
</ul>`
    : `<p>${safe(network.name)}: ${slugs.length} associations.</p>
<p><a href="mailto:${network.email}">${network.email}</a></p>
<p><a href="/directory/">All associations</a></p>`;
  return `<footer class="site-footer">
${about}
<ul>
<li><a href="${homeOf(site)}feed.atom">News feed</a></li>
<li><a href="${calendarOf(site)}">Events calendar</a></li>
</ul>
</footer>`;
});

function breadcrumbs(way, last) {
  const steps = way.map(([name, path], index) => ({
    "@type": "ListItem", position: index + 1, name, item: network.url + path,
  }));
  return { "@type": "BreadcrumbList", itemListElement: [...steps, { "@type": "ListItem", position: way.length + 1, name: last }] };
}

export function document(collections, site, page) {
  const graph = page.graph ?? [];
  const way = page.way ?? [];
  if (way.length) graph.push(breadcrumbs(way, page.title));
  const current = `href="${page.url}"`;
  const crumbs = way.length
    ? `<nav class="breadcrumbs" aria-label="You are here"><ol>
${way.map(([name, path]) => `<li><a href="${path}">${safe(name)}</a></li>`).join("\n")}
<li><span aria-current="page">${safe(page.title)}</span></li>
</ol></nav>
`
    : "";
  // A page that is not there has no address of its own.
  const own = page.missing
    ? '<meta name="robots" content="noindex">'
    : `<meta name="description" content="${safe(page.summary ?? "")}">
<link rel="canonical" href="${network.url}${page.url}">
<meta property="og:url" content="${network.url}${page.url}">
<meta property="og:type" content="${page.kind ?? "website"}">
<meta property="og:site_name" content="${safe(site.name)}">
<meta property="og:title" content="${safe(page.title)}">
<meta property="og:description" content="${safe(page.summary ?? "")}">`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${safe(page.title)} &middot; ${safe(site.short_name)}</title>
${own}
${links(site)}
${graph.length ? `<script type="application/ld+json">${jsonInHtml({ "@context": "https://schema.org", "@graph": graph })}</script>\n` : ""}</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
${header(site, collections).replace(current, `${current} aria-current="page"`)}
${crumbs}<main id="main">
${page.main}
</main>
${footer(site)}
</body>
</html>
`;
}

export const missing = (collections, site) => document(collections, site, {
  title: "Page not found",
  missing: true,
  url: "",
  main: `<h1>Page not found</h1>
<p class="lead">There is no page at this address. Perhaps it moved, or the address has a slip in it.</p>
<ul class="actions">
<li><a href="${homeOf(site)}">Home page of ${safe(site.short_name)}</a></li>
<li><a href="/directory/">All associations</a></li>
</ul>`,
});

export function item(entry, withSite) {
  const event = entry.data.folder === "events";
  const site = sites[entry.data.slug];
  const of = withSite ? ` &middot; <a href="${homeOf(site)}">${safe(site.short_name)}</a>` : "";
  const day = event
    ? `<div class="day" aria-hidden="true"><b>${Number(entry.data.start.slice(8, 10))}</b>${dayInWords(new Date(entry.data.start)).replace(/ \d+,/, "")}</div>\n`
    : "";
  const meta = event
    ? `${when(entry.data)} &middot; ${safe(entry.data.venue)}`
    : `<time datetime="${iso(entry.date)}">${dayInWords(entry.date)}</time>`;
  return `<li>
${day}<h3><a href="${entry.url}">${safe(entry.data.title)}</a></h3>
<p class="meta">${meta}${of}</p>
<p>${safe(entry.data.summary)}</p>
</li>`;
}

export const list = (entries, withSite = false) => `<ul class="listing">
${entries.map((entry) => item(entry, withSite)).join("\n")}
</ul>`;

export function latest({ events, news }, withSite = false) {
  const section = (heading, entries) => (entries.length ? `<section>\n<h2>${heading}</h2>\n${list(entries, withSite)}\n</section>` : "");
  return `${section("Coming up", events.slice(0, 3))}\n${section("News", news.slice(0, 3))}`;
}

export const card = (site) => `<li>
<h3><a href="/directory/${site.slug}/">${safe(site.name)}</a></h3>
<p class="meta">${safe(site.region_name)}</p>
<p>${safe(site.mission)}</p>
<p class="meta"><a href="/${site.slug}/">Site of ${safe(site.short_name)}</a></p>
</li>`;

export const organisation = (site) => ({ "@type": "Organization", name: site.name, url: site.url });
export { hub };
