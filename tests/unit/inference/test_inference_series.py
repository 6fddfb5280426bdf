from graph_service.inference.series import change_points, last_day_series, last_value


def test_a_series_keeps_changes_only_and_rounds_them() -> None:
    """Decision 8: the value at T is the last point by T, so equal points in a row say nothing."""
    series = change_points("m", [1, 2, 3, 4, 5, 6], [None, 0.1, 0.1 + 1e-12, 0.2, None, 0.1])
    assert (series.days, series.values) == ((2, 4, 6), (0.1, 0.2, 0.1))
    assert last_value(series) == 0.1


def test_an_empty_series_has_no_value() -> None:
    assert last_value(change_points("m", [], [])) is None


def test_last_days_come_once_and_in_order() -> None:
    assert last_day_series("last", [5, 3, 5]).days == (3, 5)
