import { sitemap } from "../../lib/feeds.js";
import { regions } from "../../lib/network.js";

export const data = {
  permalink: "/sitemap-hub.xml",
  eleventyExcludeFromCollections: true,
  eleventyImport: { collections: ["all"] },
};

export const render = ({ collections }) => sitemap([
  ...["/", "/directory/", "/events/", "/news/"].map((path) => [path]),
  ...Object.keys(collections.sites).map((slug) => [`/directory/${slug}/`]),
  ...[...regions.keys()].map((code) => [`/directory/region/${code.toLowerCase()}/`]),
]);
