"""The word lists that ship beside the code, read once."""

from functools import cache
from importlib.resources import files


@cache
def word_list(name: str) -> frozenset[str]:
    """Return the lines of `reading/<name>.txt` without comments; raises FileNotFoundError for an unknown name."""
    lines = files("graph_service.reading").joinpath(f"{name}.txt").read_text("utf-8").splitlines()
    return frozenset(line.strip() for line in lines if line.strip() and not line.startswith("#"))
