"""Owns the start page: today's queue and the map of an account, as one static page over `POST /graphql`."""

from pathlib import Path

from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route

PAGE = Path(__file__).parent / "static" / "start" / "index.html"


def start_route() -> Route:
    """Return the route of the page at `/`. It holds no data; that comes by GraphQL, as the caller may see it."""

    async def start(_request: Request) -> Response:
        return FileResponse(PAGE, media_type="text/html", headers={"cache-control": "no-cache"})

    return Route("/", start, methods=["GET"])
