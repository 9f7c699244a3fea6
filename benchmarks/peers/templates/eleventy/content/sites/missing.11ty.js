import { missing } from "../../lib/theme.js";
import { sites, slugs } from "../../lib/network.js";

export const data = {
  slugs,
  pagination: { data: "slugs", size: 1, alias: "slug" },
  permalink: ({ slug }) => `/${slug}/404.html`,
  eleventyExcludeFromCollections: true,
  eleventyImport: { collections: ["all"] },
};

export function render({ collections, slug }) {
  const site = sites[slug];
  return missing(collections, site);
}
