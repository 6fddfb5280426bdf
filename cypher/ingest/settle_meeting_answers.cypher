// about: What people answered by mail stands at the meeting.
// mode: write
// visibility: system
// params: workspace_id: str, rows: list[map]
// returns: -
// writes: TOOK_PART
// budget: 40 db hits
// allow: -
UNWIND $rows AS row
MATCH (meeting:Interaction {workspace_id: $workspace_id, uid: row.meeting_uid})
MATCH (meeting)<-[took:TOOK_PART {role: 'attendee', identity_uid: row.identity_uid}]-()
SET took.response = row.response, took.answered_at = datetime({epochMillis: row.at})
