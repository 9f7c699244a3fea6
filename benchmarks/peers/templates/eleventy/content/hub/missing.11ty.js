import { hub } from "../../lib/network.js";
import { missing } from "../../lib/theme.js";

export const data = {
  permalink: "/404.html",
  eleventyExcludeFromCollections: true,
  eleventyImport: { collections: ["all"] },
};

export const render = ({ collections }) => missing(collections, hub);
