"""What `chapterhouse explain` says of the diagnostics that Markdown bodies give."""

EXPLANATIONS: dict[str, str] = {
    "absolute-path-link": """\
A link begins with a slash, like an address of the finished website.

The same page may be published at another address tomorrow: on a domain of its own, or below another folder.
A link to the Markdown file works on every site, and on the git host too.

Instead of: [About us](/wi-aimh/about/)
write:      [About us](../pages/about.md)
""",
    "ambiguous-link": """\
Two links on a page have the same words and lead to different places.

Many people who cannot see the page let their screen reader list its links. "Programme" twice in that list
does not tell them which is which.

Instead of: the fair in May ([programme](may.pdf)), the fair in June ([programme](june.pdf))
write:      the [programme of May](may.pdf), the [programme of June](june.pdf)
""",
    "bad-link": """\
A link leads nowhere, or is not written as links are.

Usual reasons: the beginning "https://" or "mailto:" is missing, a path has backslashes, a link to a file has
a question mark, or there is nothing between the parentheses. The message says which.

Instead of: [Our page](www.example.org) or [Write to us](office@example.org)
write:      [Our page](https://www.example.org) or [Write to us](mailto:office@example.org)
""",
    "bad-part": """\
A part of a page, such as cards or a gallery, is not written so that it can be shown.

A part is a quotation that begins with its name: > [!CARDS]. Each of its lines begins with >, and an empty
line stands above and below it. What belongs into which part, and which options it has, docs/parts.md tells
with an example of each.

Instead of: [!BUTTONS] and below it a list
write:      > [!BUTTONS]
            > - [Become a member](join.md)
""",
    "bad-value": """\
Something between double braces is no record value.

A page may use facts of the record: {{ association.name }}, {{ network.label }}, {{ site.url }}; and say what
stands there when the fact is not known: {{ association.website | default("not yet known") }}. Nothing else is
possible between braces: no commands, no calculations. To show braces, put them between backticks.

Instead of: {{ assoc.name }} or {% if x %}
write:      {{ association.name }}
""",
    "broken-anchor": """\
A link leads to a place on a page that does not exist.

The part behind "#" is a heading of the page: its words in lower case, with hyphens between them and without
punctuation. Perhaps the heading was changed.

Instead of: [How to join](#joining) for the heading "## How to join"
write:      [How to join](#how-to-join)
""",
    "duplicate-id": """\
An id that is written in HTML is in use already on the same page.

A link to it could lead to one place only, so that the second one was left out. Choose another one.

Instead of: <a id="dates"></a> on a page with the heading "## Dates"
write:      <a id="old-dates"></a>
""",
    "empty-link": """\
A link has no words.

Nobody can see it, and a screen reader has nothing to read out. Write between the brackets what it leads to.

Instead of: [](annual-report.pdf)
write:      [Annual report (PDF)](annual-report.pdf)
""",
    "heading-empty": """\
A heading has no words.

People who move from heading to heading with a screen reader find nothing there. Write some words behind the
number signs, or delete the line.

Instead of: ##
write:      ## Our board
""",
    "heading-one": """\
A page has a heading of the first level, written with one "#".

The title in the front matter is the heading of the first level already, and a page has one only. All headings
of the page were moved down by one level. Begin with "##".

Instead of: # Our history
write:      ## Our history
""",
    "heading-skipped": """\
A heading is more than one level below the one before it.

Headings are a table of contents for people who cannot see the page; a level that is left out looks like a
missing chapter. The first heading of a page has two number signs.

Instead of: ## Events, then #### In spring
write:      ## Events, then ### In spring
""",
    "link-out-of-project": """\
A link leads to a file outside the network's folder.

Only files of the network are published. Usually there is one "../" too many.

Instead of: [Minutes](../../../../Documents/minutes.pdf)
write:      [Minutes](../files/minutes.pdf), with the file in the association's folder
""",
    "missing-alt": """\
A picture has no description.

People who cannot see it, and search engines, learn nothing of it. Say in a few words what it shows. A picture
that is mere decoration is written in HTML: <img src="../images/line.png" alt="">. For the picture on top of a
page, image_alt says what it shows; image_alt: "" says that it is mere decoration.

Instead of: ![](../images/fair.jpg)
write:      ![Two families at the information table](../images/fair.jpg)
""",
    "raw-html-removed": """\
Some HTML in a page was left out.

Text may hold simple HTML, such as <details> or <sub>. Scripts, styles, frames, forms and attributes such as
"onclick" or "style" are removed: how things look and behave is the theme's part. To show the words
themselves, put them between backticks. To hide a remark, write <!-- a comment -->.

Instead of: <iframe src="https://video.example.org/12"></iframe>
write:      [Watch the film](https://video.example.org/12)
""",
    "remote-image": """\
A picture would be loaded from another website.

Every reader's browser would tell that website who reads the page, and the picture could change or vanish.
Put the picture, if you may, into the images folder.

Instead of: ![Our booth](https://photos.example.org/12.jpg)
write:      ![Our booth](../images/booth.jpg)
""",
    "table-without-header": """\
The first row of a table, which says what the columns are, has no words.

A screen reader says with each cell the words above its column; without them nobody who cannot see the table
knows what a number in it means. A table that only puts things side by side is better a list.

Instead of: |  |  |
write:      | month | topic |
""",
    "unknown-part": """\
A quotation begins with a name in brackets that is no part of a page.

Parts are buttons, cards, a gallery, the next events and others; the message lists all names, and
docs/parts.md shows an example of each. To quote words that begin so, put them between backticks.

Instead of: > [!CARD]
write:      > [!CARDS]
""",
    "unsafe-link": """\
A link begins with something that a website must not publish.

Links may lead to https:// and http:// addresses, mailto:, tel: and sms:, and files of the folder. Scripts
("javascript:"), embedded data ("data:") and files of one's own computer ("file:") may not be linked to.

Instead of: [Programme](file:///C:/Users/me/programme.pdf)
write:      [Programme](../files/programme.pdf), with the file in the association's folder
""",
    "vague-link": """\
The words of a link, such as "here" or "read more", do not say where it leads.

Many people who cannot see the page let their screen reader list its links, and everybody who looks over a
page sees the links first. The words that name the thing are in the sentence already.

Instead of: To join us, click [here](join.md)
write:      [Join us](join.md)
""",
}
"""The explanation of each code: its first line says what is wrong."""
