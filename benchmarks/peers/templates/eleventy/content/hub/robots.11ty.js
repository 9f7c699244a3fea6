import { hub } from "../../lib/network.js";

export const data = { permalink: "/robots.txt", eleventyExcludeFromCollections: true };

export const render = () => `User-agent: *
Allow: /

Sitemap: ${hub.url}sitemap.xml
`;
