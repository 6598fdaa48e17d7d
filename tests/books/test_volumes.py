"""Which books there are, and how many reports are in each."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from build_scripts.books.links import book_links
from build_scripts.books.volumes import MOST, sections, volumes, volumes_of
from build_scripts.publish.site import Report, Site, Theme


def site_of(dates: dict[str, str], themes: dict[str, list[str]]) -> Site:
    """Reports by id with their dates; themes with their reports, put into the order of the site."""
    of = {name: tuple(theme for theme, members in themes.items() if name in members) for name in dates}
    reports = {
        name: Report(name, f"reports/{name}.md", f"题 {name}", date=date, themes=of[name])
        for name, date in dates.items()
    }
    newest = [report.id for report in Site(reports=reports).newest_first()]
    return Site(
        reports=reports,
        themes={
            name: Theme(name, f"themes/{name}.md", name, name, tuple(one for one in newest if one in members))
            for name, members in themes.items()
        },
    )


def test_a_small_site_has_one_book_of_everything_and_one_of_each_theme() -> None:
    site = site_of({"a": "2020-01-02", "b": "2021-01-02", "c": ""}, {"t": ["a", "b"], "empty": []})
    assert [(volume.path, volume.reports) for volume in volumes(site)] == [
        ("all.epub", ("b", "a", "c")),
        ("themes/t.epub", ("b", "a")),
    ]
    assert all(volume.label == ("", "") for volume in volumes(site))


def test_a_large_theme_is_divided_by_years_and_a_large_year_into_parts_from_its_oldest() -> None:
    dates = {"a": "2020-05-01", "b": "2020-04-01", "c": "2020-03-01", "d": "2019-01-01", "e": ""}
    site = site_of(dates, {"t": list("abcde")})
    assert [(volume.path, volume.reports, volume.label[1]) for volume in volumes_of(site, "t", 2)] == [
        ("themes/t/2020-2.epub", ("a",), "2020 (2)"),
        ("themes/t/2020-1.epub", ("b", "c"), "2020 (1)"),
        ("themes/t/2019.epub", ("d",), "2019"),
        ("themes/t/undated.epub", ("e",), "Undated"),
    ]


def test_a_large_site_has_books_of_its_themes_and_of_the_reports_without_one() -> None:
    site = site_of({"a": "2020-05-01", "b": "2019-04-01", "c": "2018-03-01"}, {"t": ["a", "b"]})
    assert [(volume.path, volume.reports) for volume in volumes_of(site, "", 2)] == [("other.epub", ("c",))]


def test_pages_link_to_them_by_what_sets_them_apart() -> None:
    site = site_of({f"r{number:03}": "2020-05-01" for number in range(MOST + 1)}, {"t": ["r000"]})
    assert book_links(site, "", "t") == ()
    (book,) = book_links(site, "assets/books", "t")
    assert (book.path, book.label, book.reports) == ("assets/books/themes/t.epub", ("", ""), 1)
    (other,) = book_links(site, "assets/books", "")
    assert (other.path, other.label, other.whole) == (
        "assets/books/other.epub",
        ("其他报告", "Other reports"),
        False,
    )


def test_the_contents_of_the_whole_are_by_theme_and_name_a_report_once() -> None:
    site = site_of({"a": "2020-01-02", "b": "2021-01-02", "c": ""}, {"t": ["a", "b"], "u": ["b", "c"]})
    (whole,) = volumes_of(site, "")
    found = [(heading[0], [report.id for report in reports]) for heading, reports in sections(whole, site)]
    assert found == [("t", ["b", "a"]), ("u", ["c"])]
    (theme,) = volumes_of(site, "t")
    assert [heading for heading, _ in sections(theme, site)] == [("2021", "2021"), ("2020", "2020")]


@given(
    st.dictionaries(
        st.text("abcdef", min_size=1, max_size=3),
        st.tuples(st.sampled_from(["", "2019", "2020-01-01", "soon"]), st.sets(st.sampled_from("tuv"))),
    ),
    st.integers(1, 4),
)
def test_law_every_report_is_in_a_book_and_no_book_has_too_many(
    reports: dict[str, tuple[str, set[str]]], most: int
) -> None:
    themes = {theme: [name for name, (_, of) in reports.items() if theme in of] for theme in "tuv"}
    site = site_of({name: date for name, (date, _) in reports.items()}, themes)
    made = volumes(site, most)
    assert all(0 < len(volume.reports) <= most for volume in made)
    assert len({volume.path for volume in made}) == len(made)
    assert {name for volume in made for name in volume.reports} == set(reports)
    for theme, members in themes.items():
        assert sorted(name for one in made if one.theme == theme for name in one.reports) == sorted(members)
