"""What happens to a network over time: each edit takes the project's folder and a number that chooses."""

import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path

from tests.truth.project import association, entry, picture, write

Edit = Callable[[Path, int], None]
OLD_NS = 1_000_000_000 * 1_300_000_000
"""A moment long ago, in nanoseconds."""


def pick(root: Path, pattern: str, number: int) -> Path | None:
    """Return one of the files that match."""
    found = sorted(root.glob(pattern))
    return found[number % len(found)] if found else None


def replace(path: Path | None, pattern: str, new: str) -> None:
    """Replace the first place in a file that matches."""
    if path is not None:
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub(pattern, lambda _: new, text, count=1, flags=re.MULTILINE), encoding="utf-8")


def any_entry(root: Path, number: int) -> Path | None:
    """Return one of all entries."""
    return pick(root, "[ac]*/*/*/*.md", number)


def edit_body(root: Path, number: int) -> None:
    path = any_entry(root, number)
    if path:
        path.write_text(f"{path.read_text()}\nOne more line, {number}.\n\n## A heading {number}\n")


def edit_words(root: Path, number: int) -> None:
    path = pick(root, "associations/*/pages/**/*.md", number)
    if path:
        path.write_text(f"{path.read_text()}\nA word more, {number}.\n")


def retitle(root: Path, number: int) -> None:
    replace(any_entry(root, number), r"^title: .*$", f"title: Another title {number}")


def delete_entry(root: Path, number: int) -> None:
    path = any_entry(root, number)
    if path and path.name != "index.md":
        path.unlink()


def rename_entry(root: Path, number: int) -> None:
    path = any_entry(root, number)
    if path and path.name != "index.md":
        path.rename(path.with_name(f"renamed-{number % 7}.md"))


def move_entry(root: Path, number: int) -> None:
    path = pick(root, "associations/*/*/*.md", number)
    home = pick(root, "associations/*", number // 7)
    if path and home and path.name != "index.md":
        target = home / path.parent.name / path.name
        target.parent.mkdir(exist_ok=True)
        path.rename(target)


def rename_association(root: Path, number: int) -> None:
    replace(pick(root, "associations/*/association.yaml", number), r"^name: .*$", f"name: Club {number}")


def change_status(root: Path, number: int) -> None:
    status = ("active", "inactive", "closed", "forming")[number % 4]
    replace(pick(root, "associations/*/association.yaml", number // 4), r"^status: .*$", f"status: {status}")


def change_time_zone(root: Path, number: int) -> None:
    zone = ("America/New_York", "Europe/Dublin", "Australia/Perth")[number % 3]
    path = pick(root, "associations/*/association.yaml", number // 3)
    replace(path, r"^time_zone: .*$", f"time_zone: {zone}")


def change_brand(root: Path, number: int) -> None:
    path = pick(root, "associations/*/association.yaml", number)
    replace(path, r"^  color: .*$", f'  color: "#{number % 10}04{(number // 10) % 10}6a"')


def announce(root: Path, number: int) -> None:
    path = pick(root, "associations/*/association.yaml", number)
    if path and "announcement" not in path.read_text():
        first, last = sorted((number % 28 + 1, number // 28 % 28 + 1))
        days = f"starts: 2026-03-{first:02d}, ends: 2026-03-{last:02d}"
        path.write_text(f"{path.read_text()}announcement: {{text: Office {number} is closed, {days}}}\n")


def change_summary(root: Path, number: int) -> None:
    path = pick(root, "associations/*/association.yaml", number)
    replace(path, r"^summary: .*$", f"summary: Since {number} years.")


def change_contact(root: Path, number: int) -> None:
    path = pick(root, "associations/*/association.yaml", number)
    if path and "contact" not in path.read_text():
        path.write_text(f"{path.read_text()}contact: {{email: office{number}@example.org}}\n")


PARTS = ("EVENTS", "NEWS", "RESOURCES", "PEOPLE", "CONTACT")


def add_part(root: Path, number: int) -> None:
    path = any_entry(root, number)
    if path:
        path.write_text(f"{path.read_text()}\n> [!{PARTS[number % 5]}]\n>\n> Nothing yet, {number}.\n")


def name_parts(root: Path, number: int) -> None:
    below = ("[]", "[events]", "[people, contact]", "[resources, news]")[number % 4]
    replace(pick(root, "[ac]*/*/pages/*.md", number), r"^title: ", f"parts: {below}\ntitle: ")


def list_person(root: Path, number: int) -> None:
    home = pick(root, "associations/*", number)
    if home:
        write(home / f"people/role-{number % 3}.md", entry(f"Role {number}", group=f"Group {number % 2}"))


def check_record(root: Path, number: int) -> None:
    path = pick(root, "associations/*/association.yaml", number)
    if path and "verified_on" not in path.read_text():
        path.write_text(f"{path.read_text()}verified_on: 2026-02-{number % 28 + 1:02d}\n")


def rename_network(root: Path, number: int) -> None:
    replace(root / "content/hub/network.yaml", r"^name: .*$", f"name: Network {number}")


def change_vocabulary(root: Path, number: int) -> None:
    replace(root / "content/hub/network.yaml", r"^  planets: .*$", f"  planets: {{label: Planets {number}}}")


def add_shared_page(root: Path, number: int) -> None:
    write(
        root / f"content/shared/pages/more-{number % 3}.md",
        entry(f"Shared {number}", "Of [stars](stars.md)."),
    )


def add_override(root: Path, number: int) -> None:
    home = pick(root, "associations/*", number)
    if home:
        write(home / "pages/stars.md", entry(f"Our stars {number}"))


def delete_override(root: Path, number: int) -> None:
    path = pick(root, "associations/*/pages/[ps][rt]*.md", number)
    if path:
        path.unlink()


def edit_template(root: Path, number: int) -> None:
    path = pick(root, "themes/base/templates/*.html", number)
    if path:
        text = path.read_text(encoding="utf-8")
        path.write_text(f"{text}{{# edit {number} #}}\n<!-- {number % 3} -->\n", encoding="utf-8")


def edit_stylesheet(root: Path, number: int) -> None:
    path = root / "themes/base/static/style.css"
    path.write_text(
        f"{path.read_text(encoding='utf-8')}\n.edit-{number} {{ color: red }}\n", encoding="utf-8"
    )


def replace_picture(root: Path, number: int) -> None:
    write(root / "associations/west/images/fair.png", picture(number))


def add_picture(root: Path, number: int) -> None:
    home = pick(root, "associations/*", number)
    if home:
        write(home / f"images/more-{number % 2}.png", picture(number // 2))
        write(
            home / "news/seen.md",
            entry("Seen", date="2026-02-02", image=f"../images/more-{number % 2}.png", image_alt="A sky"),
        )


def remove_picture(root: Path, number: int) -> None:
    path = pick(root, "associations/*/news/seen.md", number)
    if path:
        path.unlink()
        for each in path.parent.parent.glob("images/more-*.png"):
            each.unlink()


def change_cards(root: Path, number: int) -> None:
    cards = ("off", "sites", "pages")[number % 3]
    replace(root / "pelican.conf.py", r"^NETWORK_SOCIAL_CARDS = .*$", f'NETWORK_SOCIAL_CARDS = "{cards}"')


def move_hub(root: Path, number: int) -> None:
    folder = ("", "", "network/")[number % 3]
    replace(root / "pelican.conf.py", r"^NETWORK_URL = .*$", f'NETWORK_URL = "https://example.org/{folder}"')


def change_search(root: Path, number: int) -> None:
    path = root / "pelican.conf.py"
    text = path.read_text().replace("NETWORK_SEARCH = False\n", "")
    path.write_text(text + ("NETWORK_SEARCH = False\n" if number % 2 else ""))


def change_layout(root: Path, number: int) -> None:
    layout = ("paths", "subdomains")[number % 2]
    replace(root / "pelican.conf.py", r"^NETWORK_LAYOUT = .*$", f'NETWORK_LAYOUT = "{layout}"')


def add_association(root: Path, number: int) -> None:
    slug = f"new-{number % 3}"
    for name, text in association(slug, "north").items():
        write(root / name, text)


def remove_association(root: Path, number: int) -> None:
    home = pick(root, "associations/*", number)
    if home:
        shutil.rmtree(home)


def change_event(root: Path, number: int) -> None:
    path = pick(root, "associations/*/events/night*.md", number)
    replace(
        path, r"^start: .*\nend: .*$", f"start: 2026-03-{number % 28 + 1:02d} 19:00\nend: 2026-04-01 21:00"
    )


def cancel_event(root: Path, number: int) -> None:
    replace(pick(root, "associations/*/events/*.md", number), r"^title: ", "status: cancelled\ntitle: ")


def translate(root: Path, number: int) -> None:
    path = pick(root, "associations/*/pages/about.md", number)
    if path:
        write(path.with_name("about.es.md"), entry("Quienes somos", f"Somos {number}.", language="es"))
        text = (path.parent.parent / "association.yaml").read_text()
        if "languages" not in text:
            write(path.parent.parent / "association.yaml", f"{text}languages: [en, es]\n")


def edit_catalogue(root: Path, number: int) -> None:
    path = pick(root, "themes/base/translations/es.po", number)
    replace(path, r'msgid "Menu"\nmsgstr ".*?"', f'msgid "Menu"\nmsgstr "Carta {number}"')


def translate_record(root: Path, number: int) -> None:
    path = pick(root, "associations/*/association.yaml", number)
    if path and "translations" not in path.read_text(encoding="utf-8"):
        more = f"translations:\n  es: {{name: Club {number}, mission: Mirar {number}.}}\n"
        path.write_text(f"{path.read_text(encoding='utf-8')}{more}", encoding="utf-8")


def translate_hub(root: Path, number: int) -> None:
    path = root / "content/hub/network.yaml"
    text = path.read_text(encoding="utf-8")
    if "languages" not in text:
        path.write_text(
            f"{text}languages: [en, es]\ntranslations:\n  es: {{summary: Clubes {number}.}}\n",
            encoding="utf-8",
        )
    write(root / "content/hub/news/year.es.md", entry("Año nuevo", date="2026-01-01", audience="network"))


def edit_in_secret(root: Path, number: int) -> None:
    """Change a file so that its size and its time of modification stay."""
    paths = [path for path in sorted(root.glob("[act]*/**/*.*")) if path.suffix in (".md", ".yaml", ".html")]
    path = paths[number % len(paths)]
    facts = path.stat()
    text = path.read_text(encoding="utf-8")
    swapped = text.replace("We ", "You") if "We " in text else text.replace("You", "We ")
    path.write_text(swapped, encoding="utf-8")
    os.utime(path, ns=(facts.st_atime_ns, facts.st_mtime_ns))


def turn_clock_back(root: Path, number: int) -> None:
    """Edit a file while the clock is years behind, and touch others likewise."""
    path = any_entry(root, number)
    if path:
        path.write_text(path.read_text().replace("meet", "met" if number % 2 else "will meet"))
        for each in [path, *sorted(path.parent.iterdir())]:
            os.utime(each, ns=(OLD_NS, OLD_NS))


def place_elsewhere(root: Path, number: int) -> None:
    path = pick(root, "associations/*/[ne][ev]*/*.md", number)
    audience = ("own", "network")[number % 2]
    if path and "audience:" in path.read_text():
        replace(path, r"^audience: .*$", f"audience: {audience}")
    else:
        replace(path, r"^title: ", f"audience: {audience}\ntitle: ")


def link_elsewhere(root: Path, number: int) -> None:
    path = pick(root, "associations/*/pages/visit.md", number)
    target = pick(root, "associations/*/pages/*.md", number // 5)
    if path and target:
        relative = os.path.relpath(target, path.parent)
        path.write_text(f"{path.read_text()}\nLook [there]({relative}).\n")


def break_front_matter(root: Path, number: int) -> None:
    replace(any_entry(root, number), r"^title: ", "titel: ")


def break_record(root: Path, number: int) -> None:
    replace(pick(root, "associations/*/association.yaml", number), r"^name: ", "nmae: ")


def break_link(root: Path, number: int) -> None:
    path = pick(root, "associations/*/pages/*.md", number)
    if path:
        path.write_text(f"{path.read_text()}\nNot [there](nowhere.md).\n")


def break_hub(root: Path, number: int) -> None:
    path = (root / "content/hub/network.yaml", root / "content/hub/pages/about.md")[number % 2]
    path.write_text(f"{path.read_text()}\nNot [there](nowhere.md): no\n")


def damage_output(root: Path, number: int) -> None:
    """Change a published file, or delete it, without telling the build."""
    paths = sorted(path for path in (root / "output").rglob("*") if path.is_file())
    if paths:
        path = paths[number % len(paths)]
        path.write_bytes(b"mine") if number % 2 else path.unlink()


def forget_state(root: Path, _: int) -> None:
    """Lose everything that builds remember, and what they published with it."""
    shutil.rmtree(root / ".chapterhouse", ignore_errors=True)
    shutil.rmtree(root / "output", ignore_errors=True)


def lose_pictures(root: Path, _: int) -> None:
    """Lose what was made of pictures."""
    shutil.rmtree(root / ".chapterhouse/pictures", ignore_errors=True)


EDITS: tuple[Edit, ...] = (
    edit_body,
    edit_words,
    retitle,
    delete_entry,
    rename_entry,
    move_entry,
    rename_association,
    change_status,
    change_time_zone,
    change_brand,
    announce,
    change_summary,
    change_contact,
    add_part,
    name_parts,
    list_person,
    check_record,
    rename_network,
    change_vocabulary,
    add_shared_page,
    add_override,
    delete_override,
    edit_catalogue,
    edit_template,
    edit_stylesheet,
    replace_picture,
    add_picture,
    remove_picture,
    change_cards,
    move_hub,
    change_layout,
    change_search,
    add_association,
    remove_association,
    change_event,
    cancel_event,
    translate,
    translate_hub,
    translate_record,
    edit_in_secret,
    turn_clock_back,
    place_elsewhere,
    link_elsewhere,
)
"""Edits of what a network consists of."""
MISTAKES: tuple[Edit, ...] = (break_front_matter, break_record, break_link, break_hub)
"""Edits after which a site is held."""
ACCIDENTS: tuple[Edit, ...] = (damage_output, forget_state, lose_pictures)
"""What happens to what builds have left."""
