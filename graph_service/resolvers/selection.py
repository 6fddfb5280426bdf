"""What a query selects below a root field, so that costly branches are read only when asked for."""

from collections.abc import Iterable, Iterator

from strawberry.types.nodes import FragmentSpread, InlineFragment, SelectedField, Selection

from graph_service.errors import UsageError
from graph_service.resolvers.context import Info

DEFAULT_FIRST = 20


def fields_below(selections: Iterable[Selection]) -> Iterator[SelectedField]:
    """Yield the fields of a selection set, fragments spread out."""
    for selection in selections:
        if isinstance(selection, FragmentSpread | InlineFragment):
            yield from fields_below(selection.selections)
        else:
            yield selection


def selected(info: Info, path: str) -> list[SelectedField]:
    """Return the fields selected at a dotted path below the root field, under whatever aliases."""
    found = list(info.selected_fields)
    for name in path.split("."):
        below = (field for one in found for field in fields_below(one.selections))
        found = [field for field in below if isinstance(field, SelectedField) and field.name == name]
    return [one for one in found if isinstance(one, SelectedField)]


def wants(info: Info, *paths: str) -> bool:
    """Tell whether anything is selected at one of the dotted paths."""
    return any(selected(info, path) for path in paths)


def page_arguments(info: Info, path: str) -> tuple[int, str | None]:
    """Return (first, after) of a paged field below the root; raises `UsageError` when it is asked for in two ways."""
    asked = {
        (_number(field.arguments.get("first")), field.arguments.get("after") or None) for field in selected(info, path)
    }
    if len(asked) > 1:
        raise UsageError(
            f"`{path}` is asked for twice with different arguments", "ask for one page of it, or use two root fields"
        )
    return asked.pop() if asked else (DEFAULT_FIRST, None)


def _number(value: object) -> int:
    """Return a page size: literals arrive as text, variables as numbers, what is left out as None."""
    return DEFAULT_FIRST if value is None else int(str(value))
