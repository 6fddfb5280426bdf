// about: Every property of every node of a workspace, and the texts in which all words of a needle stand: what a proof looks through.
// mode: read
// visibility: system
// params: workspace_id: str, needles: list, marks: list[str]
// returns: labels: list, key: str, searched: int, hits: list
// writes: -
// budget: 210500 db hits
// allow: UnionNodeByLabelsScan (a proof looks at everything)
MATCH (node:Workspace|Principal|Token|Account|Domain|Contact|Identity|Alias|Stakeholder|Interaction|Content|Evidence|UsageSeries|Release|Topic|Opportunity|ShareClaim|SourceState|Spell|SourceSpell|Series|ModelVersion|Playbook|Action|Decision|Event|Cursor|Tombstone)
WHERE node.workspace_id = $workspace_id
UNWIND keys(node) AS key
WITH node, key, node[key] AS value
WITH node, key, CASE WHEN value IS :: STRING THEN [value] WHEN value IS :: LIST<STRING> THEN value ELSE [] END AS texts
WITH node, key, texts, [text IN texts | reduce(plain = toLower(normalize(text, NFKD)), mark IN $marks | replace(plain, mark, ''))] AS plain
WITH node, labels(node) AS labels, key, CASE
  WHEN any(text IN plain WHERE any(needle IN $needles WHERE all(word IN needle WHERE text CONTAINS word))) THEN {uid: node.uid, is_list: node[key] IS :: LIST<STRING>, texts: texts}
END AS hit
RETURN labels, key, count(*) AS searched, collect(hit) AS hits
ORDER BY labels, key
