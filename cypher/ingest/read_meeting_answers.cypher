// about: Answers to some series that came by mail and do not stand at their meetings yet, the newest of each person.
// mode: read
// visibility: system
// params: workspace_id: str, series: list[str]
// returns: meeting_uid: str, identity_uid: str, response: str, at: int, day_at: int, touched: list[str]
// writes: -
// budget: 100 db hits
// allow: CartesianProduct (the answers and the meetings of one series, both found by key)
UNWIND $series AS series
MATCH (mail:Email {workspace_id: $workspace_id, answer_series: series})
USING INDEX SEEK mail:Email(workspace_id, answer_series)
MATCH (meeting:Meeting {workspace_id: $workspace_id, thread_id: series})
USING INDEX SEEK meeting:Meeting(workspace_id, thread_id)
WHERE CASE coalesce(mail.answer_day, '') WHEN '' THEN meeting.source_id = meeting.series_id OR meeting.at >= mail.answer_at ELSE meeting.source_id ENDS WITH '@' + mail.answer_day END
MATCH (meeting)<-[took:TOOK_PART {role: 'attendee', identity_uid: mail.answer_by}]-()
WITH meeting, took, mail ORDER BY mail.answer_at DESC, mail.answer, mail.uid
WITH meeting, took, head(collect(mail)) AS mail
WHERE (took.answered_at IS NOT NULL OR coalesce(took.response, 'needs_action') = 'needs_action' OR mail.answer_at >= coalesce(meeting.changed_at, meeting.known_at))
  AND (took.answered_at IS NULL OR took.answered_at <> mail.answer_at OR took.response <> mail.answer)
RETURN meeting.uid AS meeting_uid, took.identity_uid AS identity_uid, mail.answer AS response,
  mail.answer_at.epochMillis AS at, meeting.at.epochMillis AS day_at,
  COLLECT { MATCH (meeting)<-[:TOOK_PART]-(present:Stakeholder) RETURN DISTINCT present.uid ORDER BY present.uid } AS touched
ORDER BY meeting_uid, identity_uid
