import { regions } from "../../lib/network.js";
import { card, document, hub } from "../../lib/theme.js";
import { safe } from "../../lib/words.js";

export const data = {
  regions: [...regions.keys()],
  pagination: { data: "regions", size: 1, alias: "region" },
  permalink: ({ region }) => `/directory/region/${region.toLowerCase()}/`,
  eleventyExcludeFromCollections: true,
};

export function render({ collections, page, region }) {
  const found = regions.get(region);
  return document(collections, hub, {
    title: `State or region: ${found[0].region_name}`,
    url: page.url,
    way: [[hub.name, "/"], ["All associations", "/directory/"]],
    main: `<h1>State or region: ${safe(found[0].region_name)}</h1>
<p class="lead">${found.length} in this region. <a href="/directory/">See all associations</a>.</p>
<ul class="cards">
${found.map(card).join("\n")}
</ul>`,
  });
}
