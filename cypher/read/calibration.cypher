// about: Of everybody who was said to have left, or on whom somebody decided: what was said when, and what came after.
// mode: read
// visibility: viewer
// visible: account:account, stakeholder via account, claim via stakeholder, decision via stakeholder, seen via stakeholder, series via stakeholder, sign via stakeholder
// params: workspace_id: str, principal_ids: list[str]
// returns: person: map
// writes: -
// budget: 12300 db hits
// allow: -
MATCH (account:Account {workspace_id: $workspace_id})
USING INDEX account:Account(workspace_id, name)
WHERE account.name IS NOT NULL AND account.workspace_id = $workspace_id AND any(principal IN account.seen_by WHERE principal IN $principal_ids)
MATCH (account)<-[:AT]-(stakeholder:Stakeholder)
WITH stakeholder,
  COLLECT {
    MATCH (stakeholder)-[:HAS_SPELL]->(claim:Spell {kind: 'departure'})
    RETURN [claim.state, claim.known_at.epochMillis / 86400000, claim.valid_to.epochMillis / 86400000, claim.probability,
      claim.began_at.epochMillis / 86400000, 'confirmed_by_a_person' IN coalesce(claim.term_names, [])]
    ORDER BY claim.valid_from
  } AS claims,
  COLLECT {
    MATCH (stakeholder)<-[:ON]-(decision:Decision)
    WHERE decision.kind IN ['champion', 'not_champion', 'departed', 'not_departed']
    RETURN [decision.kind, decision.at.epochMillis] ORDER BY decision.at, decision.uid
  } AS rulings
WITH stakeholder, claims, rulings WHERE size(claims) > 0 OR size(rulings) > 0
WITH stakeholder, claims, rulings ORDER BY stakeholder.uid
RETURN {
  uid: stakeholder.uid, claims: claims, rulings: rulings,
  seen_days: head(COLLECT {
    MATCH (stakeholder)-[:HAS_SERIES]->(seen:Series {metric: 'last_inbound_day'})
    RETURN [day IN seen.days WHERE day > claims[0][1]]
  }),
  numbers: COLLECT {
    MATCH (stakeholder)-[:HAS_SERIES]->(series:Series)
    WHERE size(rulings) > 0 AND series.metric IN ['champion_probability', 'departure_probability']
    RETURN [series.metric, series.days, series.values] ORDER BY series.metric
  },
  sign_days: COLLECT {
    MATCH (stakeholder)<-[:SPEAKS_OF]-(sign:Evidence)
    WHERE size(claims) > 0 AND NOT coalesce(sign.is_rejected, false)
      AND (sign.kind = 'departure_said' OR (sign.kind = 'bounce' AND sign.topic = 'hard') OR (sign.kind = 'auto_reply' AND sign.topic = 'left'))
    RETURN sign.at.epochMillis / 86400000 AS day ORDER BY day
  }
} AS person
