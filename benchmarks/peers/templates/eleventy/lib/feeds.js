// Atom, JSON Feed and sitemaps.
import { network } from "./network.js";
import { iso, json, safe } from "./words.js";

const XML = '<?xml version="1.0" encoding="utf-8"?>';
const midnight = (date) => `${iso(date)}T00:00:00Z`;
const absolute = (entry) => network.url + entry.url;

export function atom(site, entries, whole) {
  const one = (entry) => `<entry>
<title>${safe(entry.data.title)}</title>
<id>${absolute(entry)}</id>
<link rel="alternate" type="text/html" href="${absolute(entry)}"/>
<published>${midnight(entry.date)}</published>
<updated>${midnight(entry.data.updated)}</updated>
<author><name>${safe(entry.data.author)}</name></author>
<summary>${safe(entry.data.summary)}</summary>
${whole ? `<content type="html">${safe(entry.templateContent)}</content>\n` : ""}</entry>`;
  return `${XML}
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<title>${safe(site.name)}</title>
<id>${site.url}</id>
<link rel="self" type="application/atom+xml" href="${site.url}feed.atom"/>
<link rel="alternate" type="text/html" href="${site.url}"/>
<updated>${entries.length ? midnight(entries[0].data.updated) : "2000-01-01T00:00:00Z"}</updated>
<author><name>${safe(site.name)}</name></author>
${entries.map(one).join("\n")}
</feed>
`;
}

export const jsonFeed = (site, entries, whole) => json({
  version: "https://jsonfeed.org/version/1.1",
  title: site.name,
  home_page_url: site.url,
  feed_url: `${site.url}feed.json`,
  language: "en",
  authors: [{ name: site.name, url: site.url }],
  items: entries.map((entry) => ({
    id: absolute(entry),
    url: absolute(entry),
    title: entry.data.title,
    ...(whole ? { content_html: entry.templateContent } : { content_text: entry.data.summary }),
    summary: entry.data.summary,
    date_published: midnight(entry.date),
    date_modified: midnight(entry.data.updated),
    language: "en",
    authors: [{ name: entry.data.author }],
    tags: entry.data.topics,
  })),
});

export const sitemap = (addresses) => `${XML}
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${addresses.map(([path, changed]) => `<url><loc>${network.url}${path}</loc>${changed ? `<lastmod>${iso(changed)}</lastmod>` : ""}</url>`).join("\n")}
</urlset>
`;

export const sitemapIndex = (paths) => `${XML}
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${paths.map((path) => `<sitemap><loc>${network.url}${path}</loc></sitemap>`).join("\n")}
</sitemapindex>
`;

export const opml = (sites) => `${XML}
<opml version="2.0">
<head><title>${safe(network.name)}: news feeds</title><ownerName>${safe(network.name)}</ownerName></head>
<body>
${sites.map((site) => `<outline type="rss" version="ATOM" text="${safe(site.name)}" title="${safe(site.name)}" xmlUrl="${site.url}feed.atom" htmlUrl="${site.url}"/>`).join("\n")}
</body>
</opml>
`;
