import { document, list } from "../../lib/theme.js";
import { sites, slugs } from "../../lib/network.js";

export const data = {
  slugs,
  pagination: { data: "slugs", size: 1, alias: "slug" },
  permalink: ({ slug }) => `/${slug}/events/`,
  eleventyExcludeFromCollections: true,
  eleventyImport: { collections: ["all"] },
};

export function render({ collections, slug }) {
  const site = sites[slug];
  return document(collections, site, {
    title: "Events",
    url: `/${slug}/events/`,
    way: [[site.short_name, `/${slug}/`]],
    main: `<h1>Events</h1>
<p class="meta"><a href="/${slug}/events.ics">Add these events to your calendar</a></p>
${list(collections.sites[slug].events)}`,
  });
}
