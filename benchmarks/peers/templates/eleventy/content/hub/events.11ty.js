import { document, hub, list } from "../../lib/theme.js";

export const data = {
  permalink: "/events/",
  eleventyExcludeFromCollections: true,
  eleventyImport: { collections: ["all"] },
};

export const render = ({ collections }) => document(collections, hub, {
  title: "Events",
  url: "/events/",
  way: [[hub.name, "/"]],
  main: `<h1>Events</h1>
<p class="meta"><a href="/data/events.ics">Add these events to your calendar</a></p>
${list(collections.events.slice(0, 200), true)}`,
});
