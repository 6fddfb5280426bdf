// about: Series of which a meeting or an answer by mail is new, with the nodes that are.
// mode: read
// visibility: system
// params: workspace_id: str
// returns: series: str, uids: list[str]
// writes: -
// budget: 40 db hits
// allow: -
CALL () {
  MATCH (mail:Email {workspace_id: $workspace_id, is_unsettled: true})
  USING INDEX mail:Email(workspace_id, is_unsettled)
  RETURN mail.answer_series AS series, mail.uid AS uid
  UNION ALL
  MATCH (meeting:Meeting {workspace_id: $workspace_id, is_unsettled: true})
  USING INDEX meeting:Meeting(workspace_id, is_unsettled)
  RETURN meeting.thread_id AS series, meeting.uid AS uid
}
WITH series, uid ORDER BY uid
RETURN series, collect(uid) AS uids
ORDER BY series
