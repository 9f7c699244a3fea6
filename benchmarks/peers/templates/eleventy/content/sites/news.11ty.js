import { document, list } from "../../lib/theme.js";
import { sites, slugs } from "../../lib/network.js";

export const data = {
  slugs,
  pagination: { data: "slugs", size: 1, alias: "slug" },
  permalink: ({ slug }) => `/${slug}/news/`,
  eleventyExcludeFromCollections: true,
  eleventyImport: { collections: ["all"] },
};

export function render({ collections, slug }) {
  const site = sites[slug];
  return document(collections, site, {
    title: "News",
    url: `/${slug}/news/`,
    way: [[site.short_name, `/${slug}/`]],
    main: `<h1>News</h1>
<p class="meta"><a href="/${slug}/feed.atom">Follow by feed</a></p>
${list(collections.sites[slug].news)}`,
  });
}
