"""One recorded call → the occasion it was, with what each speaker said. Pure: no graph, no clock.

The transcript is kept as lines "Label: text", one a turn. Who stands behind a label that is nobody's full name is
settled later, when it is known who works at the account.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from graph_service.domain.workspace import Workspace
from graph_service.ingest.occasion import MAX_TRANSCRIPT, Occasion, Said, content_rank
from graph_service.ingest.participants import Participant, direction_of, participants_of
from graph_service.ingest.source_records import CallRecord, Cue
from graph_service.ingest.wording import read_words, setting_of
from graph_service.reading.reader import find_tone
from graph_service.reading.setting import Setting, Turn

PAUSE_SECONDS = 20.0


@dataclass(frozen=True, slots=True)
class Stretch:
    """What one label said without a break: its cues, where its text starts in the transcript, and its text."""

    label: str
    cues: tuple[Cue, ...]
    start: int
    text: str

    def cue_at(self, offset: int) -> int:
        """Return the number of the cue in which a place of the text stands."""
        passed = 0
        for cue in self.cues:
            passed += len(cue.text) + 1
            if offset < passed:
                return cue.number
        return self.cues[-1].number


def speaker_identity(workspace: Workspace, call_uid: str, label: str) -> str:
    """Return the identity of a label: it means somebody in this call only."""
    return workspace.ids.uid("identity", "speaker", call_uid, label)


def read_call(record: CallRecord, workspace: Workspace) -> Occasion:
    """Return the occasion of one call with its transcript and what was said in it."""
    uid = workspace.ids.uid("call", record.call_id)
    participants = participants_of(
        (
            ((record.recorded_by,), "organizer"),
            (record.attendees, "attendee"),
            (record.invited_not_joined, "absent"),
        ),
        record.known_at,
        workspace,
    )
    stretches = stretches_of(record.cues)
    words = "\n".join(f"{one.label}: {one.text}" for one in stretches)[:MAX_TRANSCRIPT]
    labels = tuple(dict.fromkeys(one.label for one in stretches if one.label))
    starter = next((one for one in participants if one.role == "organizer"), None)
    return Occasion(
        uid=uid,
        label="Call",
        channel="call",
        at=record.started_at,
        ended_at=record.known_at,
        known_at=record.known_at,
        direction=direction_of(starter, participants),
        subject=record.title[:500],
        thread_id=workspace.ids.uid("series", record.calendar_uid) if record.calendar_uid else uid,
        source="calls",
        source_id=record.call_id,
        participants=participants,
        words=words,
        said=_said(record, uid, participants, stretches, workspace),
        responses={one.identity_uid: "declined" for one in participants if one.role == "absent"},
        properties={
            "meeting_id": record.calendar_uid,
            "speaker_labels": list(labels),
            "speaker_uids": [speaker_identity(workspace, uid, label) for label in labels],
            "unknown_speakers": list(labels),
        },
        copy_rank=content_rank(record.known_at, words, record.title),
    )


def stretches_of(cues: tuple[Cue, ...]) -> list[Stretch]:
    """Return the cues joined by speaker; a long pause parts them too."""
    out: list[Stretch] = []
    run: list[Cue] = []
    start = 0
    for cue in (*cues, None):
        if run and (cue is None or cue.speaker != run[-1].speaker or cue.start - run[-1].end > PAUSE_SECONDS):
            text = " ".join(one.text for one in run)
            out.append(Stretch(run[0].speaker, tuple(run), start + len(run[0].speaker) + 2, text))
            start += len(run[0].speaker) + 2 + len(text) + 1
            run = []
        if cue is not None and cue.text.strip():
            run.append(cue)
    return out


def _said(
    record: CallRecord, uid: str, participants: tuple[Participant, ...], stretches: list[Stretch], workspace: Workspace
) -> tuple[Said, ...]:
    sides = _sides(participants)
    earlier: list[Turn] = []
    found: list[Said] = []
    for one in stretches:
        setting = setting_of(
            workspace, record.started_at, "call", participants, subject=record.title, earlier=tuple(earlier[-6:])
        )
        turn = Turn(one.text, sides.get(one.label.casefold()), one.label)
        identity = speaker_identity(workspace, uid, one.label) if one.label else ""
        found += [_placed(said, one, identity) for said in read_words(turn, setting, identity) if _lasts(said)]
        earlier.append(turn)
    found += _tones(uid, sides, stretches, workspace)
    return tuple(one for one in found if one.finding.end <= MAX_TRANSCRIPT)


def _tones(uid: str, sides: Mapping[str, bool], stretches: list[Stretch], workspace: Workspace) -> list[Said]:
    """Return the tone of each speaker over the whole call, at the turn that makes most of it."""
    found = []
    for label in dict.fromkeys(one.label for one in stretches if one.label):
        mine = [one for one in stretches if one.label == label]
        turn = Turn("\n".join(one.text for one in mine), sides.get(label.casefold()), label)
        for tone in find_tone(turn, Setting(channel="call")):
            passed = 0
            for one in mine:
                if tone.start < passed + len(one.text) + 1:
                    inside = replace(tone, start=tone.start - passed, end=tone.end - passed)
                    found.append(_placed(Said(inside), one, speaker_identity(workspace, uid, label)))
                    break
                passed += len(one.text) + 1
    return found


def _lasts(said: Said) -> bool:
    """Tell whether a finding outlives the call: a question is answered, or not, while people are together."""
    return said.finding.kind != "ask"


def _sides(participants: tuple[Participant, ...]) -> Mapping[str, bool]:
    """Return label → whether it is one of ours, for the labels that are somebody's name or first name.

    A first name that both sides have says nothing.
    """
    sides: dict[str, set[bool]] = {}
    for one in participants:
        for label in {one.name, one.name.split(" ")[0]} if one.name else set():
            sides.setdefault(label.casefold(), set()).add(one.is_ours)
    return {label: next(iter(found)) for label, found in sides.items() if len(found) == 1}


def _placed(said: Said, stretch: Stretch, identity: str) -> Said:
    """Return a finding of a stretch with its place in the whole transcript and the cue it stands in."""
    finding = said.finding
    moved = replace(finding, start=finding.start + stretch.start, end=finding.end + stretch.start)
    return replace(said, finding=moved, identity_uid=identity, ref=str(stretch.cue_at(finding.start)))
