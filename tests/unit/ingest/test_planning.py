"""What lies in a folder and who reads it: every file is planned once, or listed as not understood."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from graph_service.errors import SourceError
from graph_service.ingest.planning import Describe, Plan, plan_folder
from graph_service.ingest.recognition import Description


def by_suffix(connector: str, suffix: str, kind: str, certainty: float = 0.9) -> Describe:
    """Return a describer that knows files by their suffix."""

    def describe(path: Path) -> Description | None:
        return Description(connector, kind, certainty, "a note") if path.is_file() and path.suffix == suffix else None

    return describe


def whole(connector: str, kind: str, mark: str) -> Describe:
    """Return a describer that knows a folder by what lies in it, and files of any kind."""

    def describe(path: Path) -> Description | None:
        return Description(connector, kind, 1.0) if path.is_dir() and (path / mark).exists() else None

    return describe


DESCRIBERS: Mapping[str, Describe] = {
    "crm": by_suffix("crm", ".csv", "table"),
    "mail": by_suffix("mail", ".eml", "mail"),
    "calendar": by_suffix("calendar", ".ics", "calendar file"),
    "tickets": by_suffix("tickets", ".json", "tickets"),
    "calls": by_suffix("calls", ".json", "calls", 0.5),
    "maildir": whole("mail", "maildir", "cur"),
    "slack": whole("slack", "Slack export", "channels.json"),
    "plug-in": by_suffix("plug-in", ".odd", "something new"),
}


def put(root: Path, *names: str) -> None:
    """Make empty files."""
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("", encoding="utf-8")


def found(plan: Plan, root: Path) -> list[tuple[str, str]]:
    """Return connector and path of what is planned, in order."""
    return [(one.connector, one.path.relative_to(root).as_posix()) for one in plan.planned]


def test_a_file_goes_to_the_connector_that_is_surest_of_it(tmp_path: Path) -> None:
    put(tmp_path, "export.json")
    (one,) = plan_folder(tmp_path, DESCRIBERS).planned
    assert (one.connector, one.kind, one.note, one.files) == (
        "tickets", "tickets", "a note", (tmp_path / "export.json",)
    )  # fmt: skip


def test_a_single_file_may_be_given_instead_of_a_folder(tmp_path: Path) -> None:
    put(tmp_path, "a.csv", "b.csv")
    plan = plan_folder(tmp_path / "a.csv", DESCRIBERS)
    assert found(plan, tmp_path) == [("crm", "a.csv")]
    put(tmp_path, "strange.xyz")
    strange = plan_folder(tmp_path / "strange.xyz", DESCRIBERS)
    assert (strange.planned, strange.unknown) == ((), (tmp_path / "strange.xyz",))


@pytest.mark.parametrize(("connector", "mark"), [("mail", "cur/1.eml"), ("slack", "channels.json")])
def test_a_folder_that_is_one_thing_is_read_whole_and_not_looked_into(
    tmp_path: Path, connector: str, mark: str
) -> None:
    put(tmp_path, f"box/{mark}", "box/new/2.eml", "box/new/strange.xyz", "box/export.csv")
    plan = plan_folder(tmp_path, DESCRIBERS)
    assert found(plan, tmp_path) == [(connector, "box")]
    assert plan.unknown == ()
    assert plan.planned[0].files == ()


def test_the_files_of_a_folder_that_one_connector_takes_are_loaded_together(tmp_path: Path) -> None:
    put(tmp_path, "crm/contacts.csv", "crm/accounts.csv")
    (one,) = plan_folder(tmp_path, DESCRIBERS).planned
    assert (one.path, one.connector, one.note) == (tmp_path / "crm", "crm", "2 files")
    assert one.files == (tmp_path / "crm/accounts.csv", tmp_path / "crm/contacts.csv")


@pytest.mark.parametrize("beside", ["strange.xyz", "plan.ics", "older/contacts.csv"])
def test_a_folder_with_anything_else_in_it_is_read_file_by_file(tmp_path: Path, beside: str) -> None:
    put(tmp_path, "crm/contacts.csv", "crm/accounts.csv", f"crm/{beside}")
    paths = [path for connector, path in found(plan_folder(tmp_path, DESCRIBERS), tmp_path) if connector == "crm"]
    assert "crm" not in paths
    assert {"crm/accounts.csv", "crm/contacts.csv"} <= set(paths)


@pytest.mark.parametrize("beside", [".git/config", "__MACOSX/._contacts.csv", ".DS_Store"])
def test_what_machines_leave_beside_the_files_of_a_folder_does_not_part_them(tmp_path: Path, beside: str) -> None:
    put(tmp_path, "crm/contacts.csv", "crm/accounts.csv", f"crm/{beside}")
    plan = plan_folder(tmp_path, DESCRIBERS)
    assert found(plan, tmp_path) == [("crm", "crm")]
    assert plan.unknown == ()


def test_what_nobody_understands_is_listed(tmp_path: Path) -> None:
    put(tmp_path, "b/odd.xyz", "a/strange.xyz", "a/contacts.csv")
    plan = plan_folder(tmp_path, DESCRIBERS)
    assert plan.unknown == (tmp_path / "a/strange.xyz", tmp_path / "b/odd.xyz")
    assert found(plan, tmp_path) == [("crm", "a/contacts.csv")]


def test_what_machines_leave_behind_is_passed_over(tmp_path: Path) -> None:
    put(tmp_path, ".hidden/a.csv", "~$a.csv", "__MACOSX/a.csv", "Thumbs.db", "desktop.ini", ".a.csv")
    assert plan_folder(tmp_path, DESCRIBERS) == Plan(())


def test_mailboxes_below_hidden_folders_are_planned_and_nothing_else_there(tmp_path: Path) -> None:
    """KMail keeps what is below "inbox" in ".inbox.directory"; ".local" may hold anything."""
    put(
        tmp_path, "mail/inbox/cur/1.eml", "mail/.inbox.directory/projects/cur/2.eml", "mail/.inbox.directory/3.eml",
        ".local/mail/in/cur/4.eml", ".local/a.csv", ".local/strange.xyz", ".git/x/cur/5.eml", ".Trash-1000/x/cur/6.eml",
    )  # fmt: skip
    plan = plan_folder(tmp_path, DESCRIBERS)
    assert found(plan, tmp_path) == [
        ("mail", ".local/mail/in"), ("mail", "mail/.inbox.directory/3.eml"), ("mail", "mail/.inbox.directory/projects"),
        ("mail", "mail/inbox"),
    ]  # fmt: skip
    assert plan.unknown == ()


def test_who_people_are_is_loaded_before_what_they_did_and_the_order_of_names_is_kept(tmp_path: Path) -> None:
    put(tmp_path, "a/1.eml", "b/2.ics", "c/3.json", "d/4.csv", "e/5.odd", "f/6.csv")
    assert found(plan_folder(tmp_path, DESCRIBERS), tmp_path) == [
        ("crm", "d/4.csv"), ("crm", "f/6.csv"), ("mail", "a/1.eml"), ("calendar", "b/2.ics"), ("tickets", "c/3.json"),
        ("plug-in", "e/5.odd"),
    ]  # fmt: skip


def test_only_the_connectors_that_are_named_are_planned(tmp_path: Path) -> None:
    put(tmp_path, "a.csv", "b.eml", "c.xyz")
    plan = plan_folder(tmp_path, DESCRIBERS, ["mail"])
    assert found(plan, tmp_path) == [("mail", "b.eml")]
    assert plan.unknown == (tmp_path / "c.xyz",)


def test_a_connector_that_there_is_not_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="there is no connector post") as error:
        plan_folder(tmp_path, DESCRIBERS, ["mail", "post"])
    assert "calendar" in (error.value.hint or "")


def test_a_path_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="there is no such file or folder"):
        plan_folder(tmp_path / "gone", DESCRIBERS)


def test_an_empty_folder_is_an_empty_plan(tmp_path: Path) -> None:
    assert plan_folder(tmp_path, DESCRIBERS) == Plan(())
