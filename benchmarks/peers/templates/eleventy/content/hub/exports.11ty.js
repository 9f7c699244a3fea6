import { contact } from "../../lib/calendars.js";
import { opml } from "../../lib/feeds.js";
import { byName, hub, network } from "../../lib/network.js";
import { json } from "../../lib/words.js";

const page = (site) => `${network.url}/directory/${site.slug}/`;
const social = (site) => Object.fromEntries(site.social.map((each) => [each.label.toLowerCase(), each.url]));
const state = (site) => site.region.slice(3);

const COLUMNS = {
  slug: (site) => site.slug,
  name: (site) => site.name,
  short_name: (site) => site.short_name,
  kind: () => "chapter",
  regions: (site) => site.region,
  region_names: (site) => site.region_name,
  time_zone: () => network.time_zone,
  site: (site) => site.url,
  page,
  email: (site) => site.email,
  phone: (site) => `'${site.phone}`,
  street: (site) => site.street,
  locality: (site) => site.city,
  region: state,
  postal_code: (site) => site.postal_code,
  country: () => "US",
  mission: (site) => site.mission,
  links: (site) => site.links.map((each) => `${each.label}: ${each.url}`).join("; "),
  social: (site) => Object.entries(social(site)).map((each) => each.join(": ")).join("; "),
};
const cell = (value) => `"${value.replaceAll('"', '""')}"`;
const row = (site) => Object.values(COLUMNS).map((value) => cell(value(site))).join(",");

const record = (site) => ({
  slug: site.slug,
  site: site.url,
  page: page(site),
  name: site.name,
  short_name: site.short_name,
  kind: "chapter",
  regions: [site.region],
  languages: ["en"],
  time_zone: network.time_zone,
  contact: {
    email: site.email,
    phone: site.phone,
    address: { street: site.street, locality: site.city, region: state(site), postal_code: site.postal_code, country: "US" },
  },
  mission: site.mission,
  links: site.links,
  social: social(site),
});

const feature = (site) => ({
  type: "Feature",
  id: site.slug,
  geometry: { type: "Point", coordinates: [site.longitude, site.latitude] },
  properties: {
    name: site.name,
    label: site.short_name,
    kind: "chapter",
    regions: [site.region],
    region_names: [site.region_name],
    summary: site.mission,
    url: site.url,
    page: page(site),
  },
});

const FILES = {
  "associations.csv": () => [Object.keys(COLUMNS).join(","), ...byName.map(row)].join("\n") + "\n",
  "associations.json": () => json({ name: network.name, url: hub.url, count: byName.length, associations: byName.map(record) }),
  "associations.geojson": () => json({ type: "FeatureCollection", name: network.name, features: byName.map(feature) }),
  "associations.vcf": () => byName.map(contact).join(""),
  "feeds.opml": () => opml([hub, ...byName]),
};

export const data = {
  names: Object.keys(FILES),
  pagination: { data: "names", size: 1, alias: "name" },
  permalink: ({ name }) => `/data/${name}`,
  eleventyExcludeFromCollections: true,
};

export const render = ({ name }) => FILES[name]();
