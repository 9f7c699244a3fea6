// The facts of the network. They are read here: in Eleventy's global data every page would get a deep copy.
import { readFileSync } from "node:fs";

const read = (name) => JSON.parse(readFileSync(new URL(`../${name}.json`, import.meta.url), "utf8"));

export const network = read("network");
export const sites = read("sites");
export const slugs = Object.keys(sites);
export const byName = Object.values(sites).sort((a, b) => (a.name < b.name ? -1 : 1));
// A hub with more associations than this shows them in a line each.
export const few = byName.length <= 150;
export const hub = { name: network.name, short_name: network.name, slug: "", url: `${network.url}/`, path: "/" };

export const regions = new Map();
for (const site of byName) regions.set(site.region, [...(regions.get(site.region) ?? []), site]);

export function group(entries) {
  const found = { sites: {}, news: [], events: [] };
  for (const slug of slugs) found.sites[slug] = { menu: [], news: [], events: [], all: [] };
  for (const entry of entries) {
    const site = found.sites[entry.data.slug];
    if (!site) continue;
    site.all.push(entry);
    if (entry.data.menu) site.menu.push(entry);
    if (entry.data.folder) {
      site[entry.data.folder].push(entry);
      found[entry.data.folder].push(entry);
    }
  }
  const newest = (a, b) => b.date - a.date || (a.url < b.url ? -1 : 1);
  const soonest = (a, b) => (a.data.start < b.data.start ? -1 : a.data.start > b.data.start ? 1 : a.url < b.url ? -1 : 1);
  for (const each of [found, ...Object.values(found.sites)]) {
    each.news.sort(newest);
    each.events.sort(soonest);
  }
  for (const site of Object.values(found.sites)) site.menu.sort((a, b) => a.data.order - b.data.order);
  return found;
}
