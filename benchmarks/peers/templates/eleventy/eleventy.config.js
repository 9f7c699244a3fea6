// The equivalent theme in JavaScript templates, which are the fastest that Eleventy has.
import { group } from "./lib/network.js";

const slug = (words) => words.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");

// Headings get an id as the other contenders give them.
function headingIds(state) {
  const seen = new Map();
  state.tokens.forEach((token, index) => {
    if (token.type !== "heading_open") return;
    const id = slug(state.tokens[index + 1].content);
    const count = seen.get(id) ?? 0;
    seen.set(id, count + 1);
    token.attrSet("id", count ? `${id}-${count}` : id);
  });
}

export default function (config) {
  config.addPassthroughCopy({ static: "/" });
  config.amendLibrary("md", (markdown) => markdown.core.ruler.push("heading_ids", headingIds));
  let found;
  config.on("eleventy.before", () => (found = undefined));
  for (const name of ["sites", "news", "events"]) {
    config.addCollection(name, (api) => (found ??= group(api.getAll()))[name]);
  }
  return {
    dir: { input: "content", includes: "../includes", data: "../data" },
    markdownTemplateEngine: false,
    htmlTemplateEngine: false,
  };
}
