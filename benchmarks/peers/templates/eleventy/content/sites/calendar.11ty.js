import { calendar } from "../../lib/calendars.js";
import { sites, slugs } from "../../lib/network.js";

export const data = {
  slugs,
  pagination: { data: "slugs", size: 1, alias: "slug" },
  permalink: ({ slug }) => `/${slug}/events.ics`,
  eleventyExcludeFromCollections: true,
  eleventyImport: { collections: ["all"] },
};

export function render({ collections, slug }) {
  const site = sites[slug];
  return calendar(site.name, collections.sites[slug].events);
}
