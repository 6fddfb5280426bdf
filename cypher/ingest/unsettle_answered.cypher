// about: Before mails are written anew: the meetings they answer are to be settled again, for the answer may be gone.
// mode: write
// visibility: system
// params: workspace_id: str, uids: list[str]
// returns: -
// writes: Meeting.is_unsettled
// budget: 40 db hits
// allow: CartesianProduct (nodes found by key, a few rows each)
UNWIND $uids AS uid
MATCH (mail:Email {workspace_id: $workspace_id, uid: uid})
USING INDEX SEEK mail:Email(workspace_id, uid)
MATCH (meeting:Meeting {workspace_id: $workspace_id, thread_id: mail.answer_series})
USING INDEX SEEK meeting:Meeting(workspace_id, thread_id)
SET meeting.is_unsettled = true
