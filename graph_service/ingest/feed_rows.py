"""Records of feeds → the rows to write, given what is stored. Pure: keys and properties, no graph.

A load replaces the days of use that it has; what is stored of other days stays. What a profile says now is a function
of all its observations, in whatever order they came.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime

from graph_service.domain.facts import midnight
from graph_service.domain.workspace import Workspace
from graph_service.ingest.crm_rows import Row, account_uid
from graph_service.ingest.feed_queries import SaidJob, UsageRow
from graph_service.ingest.feed_records import NoteRecord, ProfileRecord, ReleaseRecord, UsageRecord
from graph_service.ingest.participants import name_rank
from graph_service.reading.addresses import domain_of, is_free_mail, is_list_domain

MAX_QUOTE = 2_000
CRM_NOTE = "crm_note"


def usage_loads(records: Iterable[UsageRecord], workspace: Workspace) -> dict[str, Row]:
    """Return uid → series of a load: its properties, and `load` as day → count, the records of one series added up."""
    series: dict[str, Row] = {}
    for one in records:
        user = one.user.strip().lower()
        uid = workspace.ids.uid("usage", one.account_key, user, one.feature)
        row = series.setdefault(uid, {"load": defaultdict(int), "properties": _usage_properties(one, user, workspace)})
        for day, count in zip(one.days, one.counts, strict=True):
            row["load"][day] += count
    return series


def _usage_properties(one: UsageRecord, user: str, workspace: Workspace) -> Row:
    domain = domain_of(user) if "@" in user else ""
    is_firm = bool(domain) and not (is_free_mail(domain) or is_list_domain(domain) or workspace.owns_address(user))
    properties: Row = {"account_key": one.account_key, "feature": one.feature}
    if "@" in user:
        properties["identity_uid"] = workspace.ids.uid("identity", "email", user)
    return properties | ({"domain": domain} if is_firm else {})


def usage_row(uid: str, series: Row, stored: UsageRow | None) -> Row | None:
    """Return the row of a series, or None when the load says nothing new of it."""
    days: dict[int, int] = dict(zip(stored.days, stored.counts, strict=True)) if stored else {}
    merged = days | series["load"]
    if stored is not None and merged == days:
        return None
    ordered = sorted(merged)
    lists = {"days": ordered, "counts": [merged[day] for day in ordered]}
    return {"uid": uid, "properties": series["properties"] | lists}


def profile_uid(record: ProfileRecord, workspace: Workspace) -> str:
    """Return the uid of a profile's identity."""
    return workspace.ids.uid("identity", "linkedin", record.url)


def observation_row(record: ProfileRecord, workspace: Workspace) -> Row:
    """Return the row of one observation."""
    identity = profile_uid(record, workspace)
    parts = (record.company, record.title, record.started_on, record.ended_on, record.observed_at.isoformat())
    properties = {
        "kind": "employment", "state": record.company, "title": record.title, "valid_from": _moment(record.started_on),
        "valid_to": _moment(record.ended_on), "known_at": record.observed_at, "source": "linkedin",
    }  # fmt: skip
    uid = workspace.ids.uid("source spell", identity, "employment", *map(str, parts))
    return {"uid": uid, "identity_uid": identity, "properties": properties}


def said_job(row: Row) -> SaidJob:
    """Return an observation that is about to be written, as a stored one looks."""
    said = row["properties"]
    times = (_millis(said["valid_from"]), _millis(said["valid_to"]), _millis(said["known_at"]) or 0)
    return SaidJob(row["uid"], said["state"], said["title"], *times)


def present_job(jobs: Iterable[SaidJob]) -> SaidJob | None:
    """Return the job that the newest observations say is held: one that has not ended, the one that began last."""
    listed = list(jobs)
    newest = max((one.known_at for one in listed), default=0)
    latest = [one for one in listed if one.known_at == newest]
    return max(
        latest,
        key=lambda one: (one.valid_to is None, one.valid_to or 0, one.valid_from or 0, one.company, one.title),
        default=None,
    )


def contact_row(records: Sequence[ProfileRecord], contact_uid: str, workspace: Workspace) -> Row:
    """Return the row of a profile's contact and identity; `contact_uid` is whom it stands for already, or empty."""
    best = max(records, key=_rank)
    return {
        "uid": contact_uid or workspace.ids.uid("contact", "linkedin", best.url), "kind": "person",
        "name": best.name, "name_rank": _rank(best), "identity_uid": profile_uid(best, workspace),
        "identity_kind": "linkedin", "value": best.url, "rule": "profile",
    }  # fmt: skip


def present_row(uid: str, contact: Row, rank: str, jobs: Iterable[SaidJob]) -> Row:
    """Return what a profile says now: the job held, and the name of `contact` where it is newer than that of `rank`."""
    job = present_job(jobs)
    properties = {"title": job.title if job else "", "company": job.company if job else ""}
    if contact["name_rank"] > rank:
        properties |= {"name": contact["name"], "name_rank": contact["name_rank"]}
    return {"uid": uid, "properties": properties}


def _rank(record: ProfileRecord) -> str:
    return name_rank(record.name, record.observed_at) if record.name else ""


def release_row(record: ReleaseRecord, workspace: Workspace) -> Row:
    """Return the row of one release."""
    return {
        "uid": workspace.ids.uid("release", record.source_id), "source_id": record.source_id, "name": record.name,
        "notes": record.notes, "items": list(record.items), "shipped_at": record.shipped_at,
        "known_at": record.known_at,
    }  # fmt: skip


def note_row(
    record: NoteRecord, workspace: Workspace, accounts: Iterable[str], identities: Mapping[str, str]
) -> Row | None:
    """Return the row of a note, or None when it points at no account and no person that are there."""
    account = account_uid(workspace, record.system, record.account_source_id) if record.account_source_id else ""
    key = f"{record.system}:{record.contact_source_id}"
    identity = workspace.ids.uid("identity", "crm", key) if record.contact_source_id else ""
    account = account if account in accounts else ""
    identity = identity if identity in identities else ""
    if not account and not identity:
        return None
    properties: Row = {
        "kind": CRM_NOTE, "quote": record.text[:MAX_QUOTE], "topic": record.subject, "at": record.at,
        "ref": f"{record.system}:{record.source_id}", "rule": "crm",
    }  # fmt: skip
    if identity:
        properties["about_identity_uid"] = identity
    uid = workspace.ids.uid("evidence", CRM_NOTE, record.system, record.source_id)
    return {"uid": uid, "account_uid": account or None, "properties": properties}


def _moment(day: date | None) -> datetime | None:
    return None if day is None else midnight(day)


def _millis(moment: datetime | None) -> int | None:
    return None if moment is None else int(moment.timestamp() * 1000)
