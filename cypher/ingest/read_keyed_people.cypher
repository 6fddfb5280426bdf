// about: Addresses of people whose firm a help desk names by a key, with the accounts that the key tells by now.
// mode: read
// visibility: system
// params: workspace_id: str
// returns: identity_uid: str, contact_uid: str, address: str, keys: list, accounts: list
// writes: -
// budget: 3000 db hits
// allow: -
MATCH (contact:Contact {workspace_id: $workspace_id})<-[:SAME_AS]-(identity:Identity {kind: 'email'})
USING INDEX contact:Contact(workspace_id, uid)
WHERE contact.uid IS NOT NULL AND identity.account_keys IS NOT NULL
RETURN identity.uid AS identity_uid, contact.uid AS contact_uid, identity.value AS address, identity.account_keys AS keys,
  COLLECT {
    MATCH (contact)-[works:WORKS_AT {rule: 'key', source_id: identity.value}]->(account:Account)
    RETURN account.uid ORDER BY account.uid
  } AS accounts
ORDER BY identity_uid
