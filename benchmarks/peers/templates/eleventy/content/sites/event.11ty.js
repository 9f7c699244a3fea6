import { calendar } from "../../lib/calendars.js";

export const data = {
  pagination: { data: "collections.events", size: 1, alias: "event" },
  permalink: ({ event }) => `${event.url.slice(0, -1)}.ics`,
  eleventyExcludeFromCollections: true,
};

export const render = ({ event }) => calendar(event.data.title, [event]);
