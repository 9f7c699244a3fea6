import { byName, few, regions } from "../../lib/network.js";
import { card, document, hub } from "../../lib/theme.js";
import { safe } from "../../lib/words.js";

const line = (site) => `<li><a href="/directory/${site.slug}/">${safe(site.name)}</a> <span class="meta">${safe(site.region_name)}</span></li>`;

export const data = {
  permalink: "/directory/",
  eleventyExcludeFromCollections: true,
  eleventyImport: { collections: ["all"] },
};

export const render = ({ collections }) => document(collections, hub, {
  title: "All associations",
  url: "/directory/",
  way: [[hub.name, "/"]],
  main: `<h1>All associations</h1>
<p class="lead">${byName.length} associations in 1 country.</p>
<section aria-label="Browse">
<h2>State or region</h2>
<ul>
${[...regions].map(([code, found]) => `<li><a href="/directory/region/${code.toLowerCase()}/">${safe(found[0].region_name)}</a> <span class="meta">${found.length}</span></li>`).join("\n")}
</ul>
</section>
<section>
<h2>United States</h2>
<ul class="cards">
${byName.map(few ? card : line).join("\n")}
</ul>
</section>`,
});
