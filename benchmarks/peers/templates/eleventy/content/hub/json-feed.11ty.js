import { jsonFeed } from "../../lib/feeds.js";
import { hub } from "../../lib/network.js";

export const data = {
  permalink: "/feed.json",
  eleventyExcludeFromCollections: true,
  eleventyImport: { collections: ["all"] },
};

export const render = ({ collections }) => jsonFeed(hub, collections.news.slice(0, 30), false);
