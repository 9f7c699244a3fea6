import { address, document, hub, labelled, latest } from "../../lib/theme.js";
import { safe } from "../../lib/words.js";
import { sites, slugs } from "../../lib/network.js";

export const data = {
  slugs,
  pagination: { data: "slugs", size: 1, alias: "slug" },
  permalink: ({ slug }) => `/directory/${slug}/`,
  eleventyExcludeFromCollections: true,
  eleventyImport: { collections: ["all"] },
};

export function render({ collections, slug }) {
  const site = sites[slug];
  return document(collections, hub, {
    title: site.name,
    summary: site.mission,
    url: `/directory/${slug}/`,
    way: [[hub.name, "/"], ["All associations", "/directory/"]],
    main: `<article>
<p class="kicker">Chapter &middot; ${safe(site.region_name)}</p>
<h1>${safe(site.name)}</h1>
<p class="lead">${safe(site.mission)}</p>
<p><a href="/${slug}/">Go to the site of ${safe(site.short_name)}</a></p>
<h2>What is known</h2>
<dl class="facts">
<div><dt>Short name</dt><dd>${safe(site.short_name)}</dd></div>
<div><dt>Kind</dt><dd>Chapter</dd></div>
<div><dt>Serves</dt><dd>${safe(site.region_name)}</dd></div>
<div><dt>Social networks</dt><dd><ul>${labelled(site.social)}</ul></dd></div>
</dl>
<h2>Links</h2>
<ul>
${labelled(site.links)}
</ul>
${latest(collections.sites[slug])}
<h2>Contact</h2>
${address(site)}
<p><a href="/data/vcards/${slug}.vcf" type="text/vcard">Card for your address book</a></p>
</article>`,
  });
}
