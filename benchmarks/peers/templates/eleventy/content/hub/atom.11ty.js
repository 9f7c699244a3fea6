import { atom } from "../../lib/feeds.js";
import { hub } from "../../lib/network.js";

export const data = {
  permalink: "/feed.atom",
  eleventyExcludeFromCollections: true,
  eleventyImport: { collections: ["all"] },
};

export const render = ({ collections }) => atom(hub, collections.news.slice(0, 30), false);
