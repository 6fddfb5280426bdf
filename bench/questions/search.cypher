// Accounts and people whose name holds a word, best first.
CALL () {
  CALL db.index.fulltext.queryNodes('account_text', $lucene) YIELD node, score
  WITH node AS account, score
  WHERE account.workspace_id = $workspace_id AND /* sight account:account */ true
  WITH account, score ORDER BY score DESC, account.name, account.uid LIMIT $limit
  RETURN collect(account {.uid, .name, domains: [(domain:Domain)-[:BELONGS_TO]->(account) | domain.name]}) AS accounts
}
CALL () {
  CALL db.index.fulltext.queryNodes('contact_text', $lucene) YIELD node, score
  WITH node AS contact, score
  WHERE contact.workspace_id = $workspace_id AND /* sight contact:contact */ true
  WITH contact, score ORDER BY score DESC, contact.name, contact.uid LIMIT $limit
  RETURN collect(contact {
    .uid, .name, addresses: [(identity:Identity {kind: 'email'})-[:SAME_AS]->(contact) | identity.value],
    accounts: [(contact)-[:IS]->(stakeholder:Stakeholder)-[:AT]->(account:Account)
      | {uid: account.uid, name: account.name, title: stakeholder.title}]
  }) AS found
}
RETURN accounts, found
