"""Whether the readers of this process ask the sentence model as well. It is off unless a setting says otherwise."""

from functools import cache

from graph_service.settings import Settings


@cache
def is_on() -> bool:
    """Return whether `GRAPH_SERVICE_READING_MODEL` is set, as it was when it was first asked.

    All texts of one process are read in one way, and so are those of the processes that it starts.
    """
    return Settings.load().reading_model
