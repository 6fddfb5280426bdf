// about: Calls with the labels of their transcripts, who was in them, who else is at their accounts, and who is linked.
// mode: read
// visibility: system
// params: workspace_id: str
// returns: call: map
// writes: -
// budget: 1617 db hits
// allow: -
MATCH (call:Call {workspace_id: $workspace_id})
USING INDEX call:Call(workspace_id, uid)
WHERE call.uid IS NOT NULL AND size(coalesce(call.speaker_labels, [])) > 0
RETURN call {
  .uid, labels: call.speaker_labels, identity_uids: call.speaker_uids, unknown: coalesce(call.unknown_speakers, []), person_uids: coalesce(call.speaker_person_uids, []), empty: coalesce(call.empty_slots, 0),
  present: COLLECT {
    MATCH (person)-[took:TOOK_PART]->(call)
    WHERE took.role <> 'absent' AND NOT took.identity_uid IN call.speaker_uids
    OPTIONAL MATCH (identity:Identity {workspace_id: $workspace_id, uid: took.identity_uid})
    RETURN [person.uid, head([label IN labels(person) WHERE label IN ['User', 'Stakeholder', 'Contact'] | toLower(label)]),
      coalesce(person.name, ''), coalesce(identity.value, person.email, '')]
  },
  others: COLLECT {
    MATCH (call)-[:ABOUT]->(:Account)<-[:AT]-(stakeholder:Stakeholder)
    WHERE NOT EXISTS { (stakeholder)-[took:TOOK_PART]->(call) WHERE took.role <> 'speaker' }
      AND coalesce(stakeholder.kind, 'person') = 'person'
    RETURN [stakeholder.uid, 'stakeholder', coalesce(stakeholder.name, ''), '']
  },
  linked: COLLECT {
    MATCH (person)-[took:TOOK_PART {role: 'speaker'}]->(call)
    RETURN [took.identity_uid, person.uid] AS link
    UNION
    MATCH (call)<-[:FROM]-(evidence:Evidence)-[:BY]->(person)
    WHERE evidence.identity_uid IN call.speaker_uids
    RETURN DISTINCT [evidence.identity_uid, person.uid] AS link
  }
} AS call
