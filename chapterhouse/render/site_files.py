"""The pictures and documents of a site on their way into the stage."""

from pathlib import Path

from chapterhouse.diagnostics import Location
from chapterhouse.model import Pages, Picture, SiteJob
from chapterhouse.render.items import Image, href
from chapterhouse.render.picture_markup import image, variant_route
from chapterhouse.render.pictures import (
    FOLDER,
    PictureError,
    Published,
    bad_picture,
    is_picture,
    read_published,
    warnings_of,
)
from chapterhouse.render.writer import Output


def publish_files(job: SiteJob, pages: Pages, output: Output) -> dict[str, Image]:
    """Publish the pictures and documents of a site; return each by its project path."""
    files = [*pages.pictures, *_used(job)] if job.shared_pictures else pages.pictures
    if not files:
        return {}
    kept = Path(job.project) / ".chapterhouse" / FOLDER
    images: dict[str, Image] = {}
    for file in files:
        if not is_picture(file.path):
            images[file.path] = _publish_document(job, file, output)
            continue
        try:
            made = read_published(Path(job.project) / file.path, file.digest, kept)
        except PictureError as problem:
            output.diagnostics.append(bad_picture(file.path, problem))
            continue
        output.diagnostics += warnings_of(file.path, made.notes)
        images[file.path] = _publish_picture(job, file, made, output)
    return images


def _used(job: SiteJob) -> list[Picture]:
    """Return the files of the shared folder that the site's shared pages show or offer."""
    used = {link.target for entry in job.shared for link in entry.links if not link.is_entry}
    return [picture for picture in job.shared_pictures if picture.path in used]


def _publish_document(job: SiteJob, file: Picture, output: Output) -> Image:
    target = _target(job, file.route)
    place = Location(file.path)
    if output.published.get(target) == file.digest:
        output.keep(target, file.digest, file.size, place)
    else:
        output.write(target, (Path(job.project) / file.path).read_bytes(), place)
    return Image(href=href(job.site, file.route), alt="")


def _publish_picture(job: SiteJob, file: Picture, made: Published, output: Output) -> Image:
    routes = [variant_route(file.route, file.digest, variant) for variant in made.variants]
    for variant, route in zip(made.variants, routes, strict=True):
        target = _target(job, route)
        if output.published.get(target) == variant.digest:
            output.keep(target, variant.digest, variant.size, Location(file.path))
        else:
            output.write(target, made.read(variant), Location(file.path))
    return image(made, (href(job.site, route) for route in routes))


def _target(job: SiteJob, route: str) -> str:
    return f"{job.site.folder}/{route}".lstrip("/")
