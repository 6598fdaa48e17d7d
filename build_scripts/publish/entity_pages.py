"""The edge: the pages about what reports name, and their data, written and deleted."""

from __future__ import annotations

from functools import partial

from build_scripts.annotate.entities import Kind
from build_scripts.diagnostics import Diagnostic
from build_scripts.files import write_if_changed
from build_scripts.library import DOCS, Project
from build_scripts.publish.entity_data import EntityPlan, marker_of
from build_scripts.publish.generated import Folder, write_generated


def write_entities(project: Project, plan: EntityPlan) -> tuple[Diagnostic, ...]:
    """Bring docs/places/, docs/documents/ … and .duizhao/entities/ up to date.

    The first page of each list, docs/places/index.md, is a person's; it shows what stands in its data here.

    Returns:
        A diagnostic for each page that found somebody's in its place.

    Raises:
        OSError: a folder cannot be written to. Every file is whole all the same.
    """
    faults: list[Diagnostic] = []
    for kind in Kind:
        pages, data = project.root / DOCS / kind.value, project.entity_data / kind.value
        folder = Folder(pages, data, partial(marker_of, kind))
        faults += write_generated(project, folder, sorted(plan.pages[kind].items()))[1]
        write_if_changed(project.entity_data / "lists" / f"{kind.value}.json", plan.lists[kind], again=True)
    for report, text in plan.links.items():
        write_if_changed(project.entity_data / "links" / f"{report}.json", text, again=True)
    for path in sorted((project.entity_data / "links").glob("*.json")):
        if path.stem not in plan.links:
            path.unlink()
    return tuple(faults)
