"""What photographs and cards cost: the scenario `pictures`, which has no peers.

Each photograph has 12 million pixels and stands in the folder of one of ten associations; all are different.
They are built cold, again with nothing changed, with one more, anew with what was made of them kept, and once
more with a card for each page.
"""

import random
from pathlib import Path

from PIL import Image, ImageChops

from benchmarks.measure import Measurement, measure
from benchmarks.peer import OURS, Run
from benchmarks.session import Contender, Place, Session

SITES, PAGES = 10, 10
SIZE = (4000, 3000)
_GRAINS = ((8, 0.5), (40, 0.3), (200, 0.2))
"""How many grains lie side by side in a layer, and what the layer adds to those before."""


def builds(work: Path, count: int) -> dict[str, Measurement]:
    """Return what each build cost, by what was built."""
    session = Session(work, SITES, PAGES, 1, (), lambda _: None)
    (who,) = (one for one in session.contenders() if one.name == OURS)
    place = session.prepare(who)
    scene = _scene()
    found = {"no photograph, cold": session.build(who, place)}
    for number in range(count):
        write_photograph(place, who, scene, number)
    found[f"{count} photographs, cold"] = session.build(who, place)
    found["nothing changed"] = session.build(who, place)
    write_photograph(place, who, scene, count)
    found["one photograph more"] = session.build(who, place)
    found["all pages anew, cache kept"] = _build_cleanly(session, who, place)
    settings = place.project / "pelican.conf.py"
    settings.write_text(f'{settings.read_text(encoding="utf-8")}NETWORK_SOCIAL_CARDS = "pages"\n')
    found["all pages anew, with cards"] = _build_cleanly(session, who, place)
    found["again, cards kept"] = _build_cleanly(session, who, place)
    return found


def table(found: dict[str, Measurement]) -> str:
    """Return the figures as Markdown."""
    lines = ["| build | wall s | CPU s | peak MiB |", "| --- | --- | --- | --- |"]
    lines += [f"| {name} | {one.wall:.2f} | {one.cpu:.2f} | {one.peak:.0f} |" for name, one in found.items()]
    return "\n".join(lines)


def write_photograph(place: Place, who: Contender, scene: Image.Image, number: int) -> Path:
    """Write one more photograph into the folder of an association, as a telephone writes it."""
    site = who.corpus.site(number % SITES)
    path = place.project / "associations" / site.slug / "images" / f"photograph-{number:04}.jpg"
    path.parent.mkdir(exist_ok=True)
    exif = Image.Exif()
    exif.get_ifd(0x8825)[1] = "N"
    ImageChops.offset(scene, number * 37, number * 23).save(path, "JPEG", quality=90, exif=exif)
    return path


def _build_cleanly(session: Session, who: Contender, place: Place) -> Measurement:
    (run,) = who.peer.build(place.project, place.output, who.slugs())
    clean = Run([*run.command, "--clean"], run.folder, run.environment)
    return measure(clean.command, clean.folder, session.work / "scratch", clean.environment)


def _scene() -> Image.Image:
    """Return a picture with large and small shapes in soft colours."""
    chance = random.Random(1)
    scene: Image.Image | None = None
    for grains, share in _GRAINS:
        noise = Image.frombytes("RGB", (grains, grains), chance.randbytes(3 * grains * grains))
        layer = noise.resize(SIZE, Image.Resampling.BICUBIC)
        scene = layer if scene is None else Image.blend(scene, layer, share)
    return scene or Image.new("RGB", SIZE)
