// about: Meetings of some series of which the sources name several organizers: who vouches for each copy, whether it counts, and who is in it.
// mode: read
// visibility: system
// params: workspace_id: str, series: list[str]
// returns: source_id: str, copies: list
// writes: -
// budget: 100 db hits
// allow: -
UNWIND $series AS series
MATCH (meeting:Meeting {workspace_id: $workspace_id, thread_id: series})
USING INDEX SEEK meeting:Meeting(workspace_id, thread_id)
WITH series, meeting.source_id AS source_id, collect(meeting) AS meetings
WHERE size(meetings) > 1
UNWIND meetings AS meeting
WITH series, source_id, {
  uid: meeting.uid, vouched: coalesce(meeting.vouched, '0'), copy_rank: coalesce(meeting.copy_rank, ''),
  is_outvoted: coalesce(meeting.is_outvoted AND meeting.is_automatic, false),
  at: meeting.at.epochMillis,
  touched: COLLECT { MATCH (meeting)<-[:TOOK_PART]-(person:Stakeholder) RETURN DISTINCT person.uid ORDER BY person.uid }
} AS copy
WITH series, source_id, collect(copy) AS copies
RETURN source_id, copies
ORDER BY source_id, series
