// Equivalent to the other contenders' theme: sections, feeds, sitemap, listings.
export default function (config) {
  config.addPassthroughCopy({ static: "/" });
  config.addFilter("day", (date) => (date ? date.toISOString().slice(0, 10) : ""));
  config.addFilter("ordered", (items) => [...(items || [])].sort((a, b) => a.data.order - b.data.order));
  config.addFilter("inMenu", (items) => (items || []).filter((item) => item.data.menu));
  config.addFilter("inFolder", (items, folder) => (items || []).filter((item) => item.data.folder === folder));
  config.addFilter("json", (value) => JSON.stringify(value).replaceAll("<", "\\u003c"));
  return {
    dir: { input: "content", includes: "../includes", data: "../data" },
    markdownTemplateEngine: false,
    htmlTemplateEngine: false,
  };
}
