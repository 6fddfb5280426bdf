// about: Every property of every relationship of a workspace, searched as its nodes are.
// mode: read
// visibility: system
// params: workspace_id: str, needles: list, marks: list[str]
// returns: type: str, key: str, searched: int, hits: list
// writes: -
// budget: 100000 db hits
// allow: UnionNodeByLabelsScan (a proof looks at everything)
MATCH (start:Principal|Account|Domain|Contact|Identity|Alias|Stakeholder|Interaction|Evidence|UsageSeries|Release|Topic|Opportunity|Spell|Series|Playbook|Action|Decision)
WHERE start.workspace_id = $workspace_id
MATCH (start)-[edge]->(end)
UNWIND keys(edge) AS key
WITH start, edge, end, key, edge[key] AS value
WITH start, edge, end, key, CASE WHEN value IS :: STRING THEN [value] WHEN value IS :: LIST<STRING> THEN value ELSE [] END AS texts
WITH start, edge, end, key, texts, [text IN texts | reduce(plain = toLower(normalize(text, NFKD)), mark IN $marks | replace(plain, mark, ''))] AS plain
WITH type(edge) AS type, key, CASE
  WHEN any(text IN plain WHERE any(needle IN $needles WHERE all(word IN needle WHERE text CONTAINS word)))
  THEN {start: start.uid, end: end.uid, is_list: edge[key] IS :: LIST<STRING>, texts: texts}
END AS hit
RETURN type, key, count(*) AS searched, collect(hit) AS hits
ORDER BY type, key
