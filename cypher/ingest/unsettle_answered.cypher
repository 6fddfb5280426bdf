// about: Before mails are written anew: the meetings they answer are to be settled again, for the answer may be gone.
// mode: write
// visibility: system
// params: workspace_id: str, uids: list[str]
// returns: -
// writes: Meeting.is_unsettled
// budget: 40 db hits
// allow: -
UNWIND $uids AS uid
MATCH (mail:Email {workspace_id: $workspace_id, uid: uid})
WHERE mail.answer_series IS NOT NULL
MATCH (day:Interaction {workspace_id: $workspace_id, thread_id: mail.answer_series})
USING INDEX day:Interaction(workspace_id, thread_id)
MATCH (meeting:Meeting {workspace_id: $workspace_id, uid: day.uid})
USING INDEX meeting:Meeting(workspace_id, uid)
SET meeting.is_unsettled = true
