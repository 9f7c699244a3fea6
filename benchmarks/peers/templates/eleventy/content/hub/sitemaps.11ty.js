import { sitemapIndex } from "../../lib/feeds.js";

export const data = {
  permalink: "/sitemap.xml",
  eleventyExcludeFromCollections: true,
  eleventyImport: { collections: ["all"] },
};

export const render = ({ collections }) => sitemapIndex(["/sitemap-hub.xml", ...Object.keys(collections.sites).map((slug) => `/${slug}/sitemap.xml`)]);
