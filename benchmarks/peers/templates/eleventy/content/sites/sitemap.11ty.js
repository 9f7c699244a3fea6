import { sitemap } from "../../lib/feeds.js";
import { sites, slugs } from "../../lib/network.js";

export const data = {
  slugs,
  pagination: { data: "slugs", size: 1, alias: "slug" },
  permalink: ({ slug }) => `/${slug}/sitemap.xml`,
  eleventyExcludeFromCollections: true,
  eleventyImport: { collections: ["all"] },
};

export function render({ collections, slug }) {
  const site = sites[slug];
  const { all, events, news } = collections.sites[slug];
  const lists = [events.length && [`/${slug}/events/`], news.length && [`/${slug}/news/`, news[0].data.updated]];
  return sitemap([...lists.filter(Boolean), ...all.map((entry) => [entry.url, entry.data.updated])]);
}
