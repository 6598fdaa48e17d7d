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


def test_a_large_site_has_books_of_its_newest_reports_and_of_those_of_each_theme() -> None:
    dates = {name: f"202{9 - place}-05-01" for place, name in enumerate("abcde")}
    site = site_of(dates, {"t": list("bcd"), "u": ["e"]})
    made = volumes(site, most=4, newest=2)
    assert [(volume.path, volume.reports, volume.label[1]) for volume in made] == [
        ("newest.epub", ("a", "b", "c", "d"), "Newest reports"),
        ("themes/t.epub", ("b", "c"), "Newest reports"),
        ("themes/u.epub", ("e",), ""),
    ]
    # One report less, and the books hold everything.
    small = volumes(site_of({name: dates[name] for name in "abcd"}, {"t": list("bcd")}), most=4, newest=2)
    assert [(volume.path, volume.reports) for volume in small] == [
        ("all.epub", ("a", "b", "c", "d")),
        ("themes/t.epub", ("b", "c", "d")),
    ]


def test_all_reports_of_a_large_site_are_in_books_by_years_divided_from_the_oldest() -> None:
    dates = {"a": "2020-05-01", "b": "2020-04-01", "c": "2020-03-01", "d": "2019-01-01", "e": ""}
    site = site_of(dates, {"t": list("abcde")})
    newest, *years = volumes_of(site, "", by_year=True, most=2)
    assert newest.reports == ("a", "b")
    assert [(volume.path, volume.reports, volume.label[1]) for volume in years] == [
        ("years/2020-2.epub", ("a",), "2020 (2)"),
        ("years/2020-1.epub", ("b", "c"), "2020 (1)"),
        ("years/2019.epub", ("d",), "2019"),
        ("years/undated.epub", ("e",), "Undated"),
    ]
    assert [volume.path for volume in volumes_of(site, "t", by_year=True, most=2)] == ["themes/t.epub"]


def test_pages_link_to_them_by_what_sets_them_apart() -> None:
    site = site_of({f"r{number:03}": "2020-05-01" for number in range(MOST + 1)}, {"t": ["r000"]})
    assert book_links(site, "", False, "t") == ()
    (book,) = book_links(site, "assets/books", False, "t")
    assert (book.path, book.label, book.reports) == ("assets/books/themes/t.epub", ("", ""), 1)
    (newest,) = book_links(site, "assets/books", False, "")
    assert (newest.path, newest.label, newest.reports, newest.whole) == (
        "assets/books/newest.epub",
        ("最新报告", "Newest reports"),
        MOST,
        False,
    )
    assert len(book_links(site, "assets/books", True, "")) == 3


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
def test_law_every_report_is_in_a_book_by_years_once_and_no_book_has_too_many(
    reports: dict[str, tuple[str, set[str]]], most: int
) -> None:
    themes = {theme: [name for name, (_, of) in reports.items() if theme in of] for theme in "tuv"}
    site = site_of({name: date for name, (date, _) in reports.items()}, themes)
    made = volumes(site, True, most, 1)
    assert all(0 < len(volume.reports) <= most for volume in made)
    assert len({volume.path for volume in made}) == len(made)
    of_all = [volume for volume in made if volume.theme == "" and not volume.newest]
    assert sorted(name for volume in of_all for name in volume.reports) == sorted(reports)
    # Without these nothing is in two books of one theme.
    assert volumes(site, False, most, 1) == tuple(volume for volume in made if not volume.divided)
    assert len(volumes(site, False, most, 1)) == bool(reports) + sum(map(bool, themes.values()))
