import { byName, few, network } from "../../lib/network.js";
import { document, hub, latest, organisation } from "../../lib/theme.js";
import { safe } from "../../lib/words.js";

const line = (site) => `<li><a href="/${site.slug}/">${safe(site.region_name)} <span class="meta">${safe(site.short_name)}</span></a></li>`;

export const data = {
  permalink: "/",
  eleventyExcludeFromCollections: true,
  eleventyImport: { collections: ["all"] },
};

export const render = ({ collections }) => document(collections, hub, {
  title: hub.name,
  summary: network.mission,
  url: "/",
  graph: [{ "@type": "WebSite", name: hub.name, url: hub.url, inLanguage: "en", publisher: { ...organisation(hub), description: network.mission, email: network.email } }],
  main: `<h1>${safe(hub.name)}</h1>
<p class="lead">${safe(network.mission)}</p>
<p><a href="/directory/">Find your association</a>: there are ${byName.length}.</p>
${latest(collections, true)}
${few ? `<ul class="listing">\n${byName.map(line).join("\n")}\n</ul>` : ""}`,
});
