"""Who is looking: the workspace and the principals whose sight applies to every read."""

from dataclasses import dataclass

EVERYONE = "everyone"
ADMIN = "admin"


@dataclass(frozen=True, slots=True)
class Viewer:
    """A caller. `principal_ids` hold the user's uid, the teams', `EVERYONE`, and `ADMIN` for admins."""

    workspace_id: str
    user_uid: str
    name: str
    principal_ids: tuple[str, ...]

    @property
    def is_admin(self) -> bool:
        """Tell whether this viewer sees accounts that nobody owns."""
        return ADMIN in self.principal_ids
