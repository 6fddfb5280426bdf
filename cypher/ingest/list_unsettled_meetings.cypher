// about: Series of which a meeting or an answer by mail is new, with the nodes that are, and how they are written.
// mode: read
// visibility: system
// params: workspace_id: str
// returns: series: str, fresh: list
// writes: -
// budget: 40 db hits
// allow: -
CALL () {
  MATCH (mail:Email {workspace_id: $workspace_id, is_unsettled: true})
  USING INDEX SEEK mail:Email(workspace_id, is_unsettled)
  WHERE mail.answer_series IS NOT NULL
  RETURN mail.answer_series AS series, mail.uid AS uid, coalesce(mail.copy_rank, '') AS copy_rank, coalesce(mail.reader, '') AS reader, '' AS vouched
  UNION ALL
  MATCH (meeting:Meeting {workspace_id: $workspace_id, is_unsettled: true})
  USING INDEX SEEK meeting:Meeting(workspace_id, is_unsettled)
  RETURN meeting.thread_id AS series, meeting.uid AS uid, coalesce(meeting.copy_rank, '') AS copy_rank, coalesce(meeting.reader, '') AS reader,
    coalesce(meeting.vouched, '') AS vouched
}
WITH series, uid, copy_rank, reader, vouched ORDER BY uid
RETURN series, collect({uid: uid, copy_rank: copy_rank, reader: reader, vouched: vouched}) AS fresh
ORDER BY series
