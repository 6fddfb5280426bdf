// about: CRM records of people whom no account was given, or who were put at one by their address, with the accounts they are at.
// mode: read
// visibility: system
// params: workspace_id: str
// returns: identity_uid: str, contact_uid: str, record: str, address: str, jobs: list
// writes: -
// budget: 3000 db hits
// allow: -
MATCH (contact:Contact {workspace_id: $workspace_id})<-[:SAME_AS]-(identity:Identity {kind: 'crm'})
USING INDEX contact:Contact(workspace_id, uid)
WHERE contact.uid IS NOT NULL AND identity.address IS NOT NULL
WITH contact, identity, COLLECT {
  MATCH (contact)-[works:WORKS_AT]->(account:Account)
  WHERE works.source + ':' + works.source_id = identity.value
  RETURN {
    account_uid: account.uid, rule: coalesce(works.rule, ''),
    is_told: coalesce(works.title, '') = coalesce(identity.title, '') AND coalesce(works.known_at = identity.known_at, false)
      AND EXISTS { (contact)-[:IS]->(:Stakeholder)-[:AT]->(account) }
  } ORDER BY account.uid
} AS jobs
WHERE NOT any(job IN jobs WHERE job.rule = '') OR any(job IN jobs WHERE job.rule <> '')
RETURN identity.uid AS identity_uid, contact.uid AS contact_uid, identity.value AS record, identity.address AS address, jobs
ORDER BY identity_uid
