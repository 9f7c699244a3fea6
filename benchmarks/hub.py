"""The hub of a large network: the cost of its computed pages, and how fast its directory filters in Chromium.

python -m benchmarks.hub [ASSOCIATIONS]
"""

import functools
import gc
import gzip
import http.server
import random
import statistics
import sys
import tempfile
import threading
import time
from pathlib import Path

from chapterhouse import places
from chapterhouse.config import Settings, site
from chapterhouse.content_types import event, news
from chapterhouse.hub_pages import hub_pages, page_files
from chapterhouse.model import HUB, Association, Entry, Folder, HubPage, Network
from chapterhouse.plan.jobs import Surroundings, index_network, site_job
from chapterhouse.record import Endorsement, EndorsementTerms, NetworkRecord, Record, Term
from chapterhouse.render.assets import read_assets, theme_folders
from chapterhouse.render.rendering import Rendering
from chapterhouse.render.writer import Output

ROOT = Path(__file__).parents[1]
SETTINGS = Settings(url="https://network.example/")
TODAY = "2026-11-21"
WORDS = [
    "stars",
    "night",
    "sky",
    "dark",
    "dome",
    "evening",
    "society",
    "moon",
    "observers",
    "public",
    "river",
    "valley",
    "coast",
    "open",
]


def network(count: int) -> Network:
    """Return a network of so many associations, each with three events and three news entries."""
    chance = random.Random(1)
    codes = [code for code in places.names() if code[:3] in ("US-", "CA-", "AU-", "GB-", "DE-", "FR-")]
    services = {f"service-{n}": Term(label=f"Service number {n}") for n in range(12)}
    record = NetworkRecord(
        name="Federation of Societies",
        kinds={f"kind-{n}": Term(label=f"Kind {n}") for n in range(4)},
        services=services,
        topics={f"topic-{n}": Term(label=f"Topic {n}") for n in range(8)},
        endorsement=EndorsementTerms(name="Seal", generations={"first": Term(label="First")}),
    )
    associations = tuple(_association(number, chance, codes, sorted(services)) for number in range(count))
    empty = Folder(name="content/hub", digest="", record=record)
    return Network(
        record=record,
        hub=site(SETTINGS, HUB),
        hub_folder=empty,
        shared=Folder(name="content/shared", digest="", record=None),
        associations=tuple(sorted(associations, key=lambda one: one.slug)),
        today=TODAY,
    )


def _association(number: int, chance: random.Random, codes: list[str], services: list[str]) -> Association:
    slug = f"club-{number}"
    words = " ".join(chance.choices(WORDS, k=3)).title()
    record = Record(
        name=f"{words} Society of {chance.choice(WORDS).title()} {number}",
        short_name=f"S{number}",
        kind=f"kind-{number % 4}",
        regions=tuple(chance.sample(codes, chance.choice((1, 1, 2)))),
        services=tuple(chance.sample(services, 4)),
        endorsement=Endorsement(offered=chance.choice((True, False, None)), generation="first"),
        summary=" ".join(chance.choices(WORDS, k=20)).capitalize() + ".",
        website=f"https://{slug}.example/",
        verified_on=f"2026-0{number % 9 + 1}-10",
    )
    folder = f"associations/{slug}"
    entries = tuple(_entry(folder, n, chance) for n in range(6))
    return Association(
        slug=slug,
        record=record,
        site=site(SETTINGS, slug),
        folder=Folder(name=folder, digest="", record=record, offered=entries),
    )


def _entry(folder: str, number: int, chance: random.Random) -> Entry:
    title = " ".join(chance.choices(WORDS, k=4)).capitalize()
    topics = (f"topic-{number}",)
    if number % 2:
        day = f"2026-{chance.randint(1, 11):02}-{chance.randint(1, 28):02}"
        fields = news.Fields(title=title, date=day, audience="network", topics=topics)
        return Entry(
            path=f"{folder}/news/n{number}.md",
            type="news",
            route=f"news/n{number}/",
            language="en",
            fields=fields,
            summary=title,
        )
    day = f"{chance.choice((2026, 2027))}-{chance.choice((1, 3, 5, 12)):02}-{chance.randint(1, 28):02} 18:30"
    held = event.Fields(title=title, start=day, audience="network", topics=topics, online=True)
    return Entry(
        path=f"{folder}/events/e{number}.md",
        type="event",
        route=f"events/e{number}/",
        language="en",
        fields=held,
        summary=title,
    )


def render(found: Network, pages: tuple[HubPage, ...], output: Path) -> int:
    """Render the hub into a folder and return how many files it has."""
    stack = theme_folders(ROOT)
    assets = read_assets(stack)
    surroundings = Surroundings(
        project=str(ROOT),
        stage=str(output),
        themes={"base": tuple(map(str, stack))},
        assets={"base": assets.hrefs},
    )
    written = Output(str(output), {}, tree=True)
    Rendering(site_job(index_network(found), HUB, surroundings, hub_pages=pages), written).write()
    for name, content in assets.files.items():
        target = output / "assets" / name
        target.parent.mkdir(exist_ok=True)
        target.write_bytes(content)
    for path, content in page_files(found):
        (output / path).write_bytes(content)
    return len(written.files)


FILTER = """() => {
  const form = document.querySelector("form[data-filters]");
  const fields = [...form.querySelectorAll("select")].filter((field) => field.options.length > 1);
  const times = [];
  for (const field of fields) {
    for (const number of [1, 0]) {
      const begin = performance.now();
      field.selectedIndex = number;
      field.dispatchEvent(new Event("input", { bubbles: true }));
      document.body.offsetHeight;
      times.push([field.name, performance.now() - begin]);
    }
  }
  for (const text of ["s", "st", "sta", "star", "stars 9", ""]) {
    const begin = performance.now();
    form.elements.q.value = text;
    form.elements.q.dispatchEvent(new Event("input", { bubbles: true }));
    document.body.offsetHeight;
    times.push(["q=" + text, performance.now() - begin]);
  }
  return times;
}"""


def filter_times(output: Path) -> list[tuple[str, float]]:
    """Return how many milliseconds each step of filtering takes in Chromium, layout included."""
    from playwright.sync_api import sync_playwright

    from quality import browser

    handler = functools.partial(_Quiet, directory=str(output))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=browser.path(), args=browser.flags())
        page = opened.new_page()
        page.goto(f"http://127.0.0.1:{server.server_port}/directory/?q=s")
        page.wait_for_function("/^[0-9]/.test(document.querySelector('form output').textContent)")
        found: list[tuple[str, float]] = page.evaluate(FILTER)
        opened.close()
    server.shutdown()
    return found


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


def main() -> None:
    """Print the figures."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000
    found = network(count)
    # As in every build: see chapterhouse/__main__.py.
    gc.disable()
    begin = time.process_time()
    pages = hub_pages(found)
    computed = time.process_time() - begin
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder)
        begin = time.process_time()
        files = render(found, pages, output)
        rendered = time.process_time() - begin
        print(f"{count} associations, {len(pages)} computed pages, {files} files")
        print(f"computed in {computed:.2f} s, rendered in {rendered:.2f} s of processor time")
        pages_and_rows = (path for path in output.rglob("*") if path.suffix in (".html", ".json"))
        largest = sorted(pages_and_rows, key=lambda path: -path.stat().st_size)[:5]
        for path in largest:
            raw = path.read_bytes()
            name = path.relative_to(output).as_posix()
            print(f"{name}: {len(raw) / 1000:.0f} kB, {len(gzip.compress(raw, 6)) / 1000:.0f} kB compressed")
        times = filter_times(output)
    values = [value for _, value in times]
    slowest = max(times, key=lambda one: one[1])
    print(f"filtering: median {statistics.median(values):.1f} ms, slowest {slowest[1]:.1f} ms ({slowest[0]})")


if __name__ == "__main__":
    main()
