import { calendar } from "../../lib/calendars.js";
import { hub } from "../../lib/network.js";

export const data = {
  permalink: "/data/events.ics",
  eleventyExcludeFromCollections: true,
  eleventyImport: { collections: ["all"] },
};

export const render = ({ collections }) => calendar(hub.name, collections.events);
