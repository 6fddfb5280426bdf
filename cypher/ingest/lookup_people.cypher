// about: Which contact stands behind identities, with its CRM accounts and all its addresses.
// mode: read
// visibility: system
// params: workspace_id: str, uids: list[str]
// returns: identity_uid: str, contact_uid: str, crm_accounts: list, addresses: list
// writes: -
// budget: 425 db hits
// allow: -
UNWIND $uids AS identity_uid
MATCH (identity:Identity {workspace_id: $workspace_id, uid: identity_uid})-[:SAME_AS]->(contact:Contact)
RETURN identity_uid, contact.uid AS contact_uid,
  COLLECT { MATCH (contact)-[works:WORKS_AT]->(account:Account) WHERE coalesce(works.rule, '') <> 'domain' RETURN DISTINCT account.uid ORDER BY account.uid } AS crm_accounts,
  COLLECT { MATCH (contact)<-[:SAME_AS]-(other:Identity {kind: 'email'}) RETURN other.value ORDER BY other.value } AS addresses
