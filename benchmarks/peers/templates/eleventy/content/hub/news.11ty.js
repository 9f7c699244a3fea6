import { document, hub, list } from "../../lib/theme.js";

export const data = {
  pagination: { data: "collections.news", size: 50, generatePageOnEmptyData: true },
  permalink: ({ pagination }) => (pagination.pageNumber ? `/news/page/${pagination.pageNumber + 1}/` : "/news/"),
  eleventyExcludeFromCollections: true,
};

export function render({ collections, page, pagination }) {
  const { items, href, pageNumber, pages } = pagination;
  const way = (path, rel, words) => (path ? `<a rel="${rel}" href="${path}">${words}</a>\n` : "");
  const pager = pages.length > 1
    ? `\n<nav aria-label="Pages">
${way(href.previous, "prev", "Newer")}<span>Page ${pageNumber + 1} of ${pages.length}</span>
${way(href.next, "next", "Older")}</nav>`
    : "";
  return document(collections, hub, {
    title: "News",
    url: page.url,
    way: [[hub.name, "/"]],
    main: `<h1>News</h1>
<p class="meta"><a href="/feed.atom">Follow by feed</a></p>
${list(items, true)}${pager}`,
  });
}
