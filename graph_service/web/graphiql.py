"""Owns the page on which developers try queries. It is served from this package alone and asks no other server."""

from pathlib import Path

from starlette.responses import FileResponse

from graph_service.web.headers import GRAPHIQL_POLICY, POLICY_HEADER

STATIC = Path(__file__).parent / "static"
PAGE = STATIC / "graphiql" / "index.html"


def graphiql_page() -> FileResponse:
    """Return the page; it posts its queries to the address it was fetched from."""
    return FileResponse(PAGE, media_type="text/html", headers={POLICY_HEADER: GRAPHIQL_POLICY})
