"""How lists that bear no page argument of their own share the page of the field around them. No I/O."""

from typing import Final

SHARES_PAGE: Final = "shares_page"
"""Key of a field's metadata: its items divide the page between them, as the groups of a map do the people."""
