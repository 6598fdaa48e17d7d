"""The places by which results are narrowed: those that reports name, and all around them."""

from __future__ import annotations

import json

import pytest

from build_scripts.publish.site import Report, Site
from build_scripts.search.facets import filters_of, labels
from build_scripts.search.places import place_names, places_of


@pytest.mark.parametrize(
    ("path", "codes"),
    [
        ("places/longhui-430524.md", ("430000", "430500", "430524")),
        ("places/longhui-430524-p2.html", ("430000", "430500", "430524")),
        ("places/huamen-430524002.md", ("430000", "430500", "430524")),  # a subdistrict of it
        ("places/hunan-430000.md", ("430000",)),
        ("places/index.html", ()),
        ("documents/longhui-430524.md", ()),
        ("places/list-2.html", ()),
    ],
)
def test_a_place_and_what_it_lies_in(path: str, codes: tuple[str, ...]) -> None:
    assert places_of([path]) == codes


def test_reports_and_pages_of_places_answer_their_places_and_other_pages_none() -> None:
    site = Site(reports={"hill": Report("hill", "reports/hill.md", "山")})
    assert filters_of("reports/hill.html", site, {"hill": ("430000",)})["place"] == ("430000",)
    assert filters_of("places/hunan-430000.html", site)["place"] == ("430000",)
    assert "place" not in filters_of("about.html", site)


def test_names_stand_as_a_tree_each_once() -> None:
    rows = json.loads(place_names({"a": ("430000", "430500"), "b": ("430000", "430500", "430524"), "c": ()}))
    assert rows == [
        ["430000", "湖南省", "Hunan Province", 0],
        ["430500", "邵阳市", "Shaoyang City", 1],
        ["430524", "隆回县", "Longhui County", 2],
    ]
    assert json.loads(place_names({})) == []
    assert json.loads(labels(Site()))["places"] is False
