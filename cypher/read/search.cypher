// about: Accounts and people by words of their name, or by the start of a domain or an address.
// mode: read
// visibility: viewer
// visible: account:account, contact:contact, identity:identity, address:identity, employer:account, stakeholder via employer, office:account, named via office
// params: workspace_id: str, principal_ids: list[str], lucene: str, prefix: str, limit: int
// returns: accounts: list, contacts: list
// writes: -
// budget: 520 db hits
// allow: -
RETURN COLLECT {
  CALL () {
    UNWIND ['account_text', 'account_words'] AS names
    CALL db.index.fulltext.queryNodes(names, $lucene) YIELD node, score
    RETURN node AS account, score
    UNION ALL
    MATCH (domain:Domain)-[:BELONGS_TO]->(account:Account)
    USING INDEX domain:Domain(workspace_id, uid)
    WHERE $prefix <> '' AND domain.workspace_id = $workspace_id AND domain.uid IS NOT NULL AND domain.name STARTS WITH $prefix
    RETURN account, 100.0 AS score
  }
  WITH account, max(score) AS score
  WHERE account.workspace_id = $workspace_id AND any(principal IN account.seen_by WHERE principal IN $principal_ids)
  WITH account, score ORDER BY score DESC, account.name, account.uid LIMIT $limit
  WITH account, score, COLLECT {
    MATCH (domain:Domain)-[:BELONGS_TO]->(account) RETURN domain.name ORDER BY domain.name
  } AS domains
  RETURN account {.uid, name: coalesce(account.name, ''), .segment, domains: domains}
  ORDER BY score DESC, account.name, account.uid
} AS accounts, COLLECT {
  CALL () {
    UNWIND ['contact_text', 'contact_words'] AS names
    CALL db.index.fulltext.queryNodes(names, $lucene) YIELD node, score
    RETURN node AS contact, score
    UNION ALL
    UNWIND ['stakeholder_text', 'stakeholder_words'] AS names
    CALL db.index.fulltext.queryNodes(names, $lucene) YIELD node AS named, score
    MATCH (contact:Contact)-[:IS]->(named)-[:AT]->(office:Account)
    WHERE office.workspace_id = $workspace_id AND any(principal IN office.seen_by WHERE principal IN $principal_ids)
    RETURN contact, score
    UNION ALL
    MATCH (identity:Identity)-[:SAME_AS]->(contact:Contact)
    WHERE $prefix <> '' AND identity.workspace_id = $workspace_id AND identity.value STARTS WITH $prefix
      AND identity.kind = 'email' AND identity.workspace_id = $workspace_id AND NOT EXISTS { MATCH (identity)-[:SAME_AS]->(:Contact)-[:IS]->(:Stakeholder)-[:AT]->(hidden_account:Account)<-[:BELONGS_TO]-(hidden_domain:Domain) WHERE NOT any(principal IN coalesce(hidden_account.seen_by, []) WHERE principal IN $principal_ids) AND (identity.value ENDS WITH '@' + hidden_domain.name OR identity.value ENDS WITH '.' + hidden_domain.name) }
    RETURN contact, 100.0 AS score
  }
  WITH contact, max(score) AS score
  WHERE contact.workspace_id = $workspace_id AND (EXISTS { MATCH (contact)-[:IS]->(:Stakeholder)-[:AT]->(hidden_account:Account) WHERE any(principal IN hidden_account.seen_by WHERE principal IN $principal_ids) } OR (NOT EXISTS { (contact)-[:IS]->() } AND ('admin' IN $principal_ids OR EXISTS { MATCH (contact)-[:TOOK_PART]->(hidden_mail:Interaction)<-[:TOOK_PART]-(hidden_member:User) WHERE hidden_member.uid IN $principal_ids AND (NOT EXISTS { (hidden_mail)-[:ABOUT]->() } OR EXISTS { MATCH (hidden_mail)-[:ABOUT]->(hidden_party:Account) WHERE any(principal IN hidden_party.seen_by WHERE principal IN $principal_ids) }) })))
  WITH contact, score, coalesce(head(COLLECT { MATCH (contact)-[:IS]->(named:Stakeholder)-[:AT]->(office:Account)
    WHERE office.workspace_id = $workspace_id AND any(principal IN office.seen_by WHERE principal IN $principal_ids) AND named.crm_name IS NOT NULL
    RETURN named.crm_name ORDER BY named.crm_name_rank DESC, named.uid }), contact.name, '') AS name
  ORDER BY score DESC, name, contact.uid LIMIT $limit
  WITH contact, score, name,
    COLLECT {
      MATCH (address:Identity)-[:SAME_AS]->(contact)
      WHERE address.kind = 'email' AND address.workspace_id = $workspace_id AND NOT EXISTS { MATCH (address)-[:SAME_AS]->(:Contact)-[:IS]->(:Stakeholder)-[:AT]->(hidden_account:Account)<-[:BELONGS_TO]-(hidden_domain:Domain) WHERE NOT any(principal IN coalesce(hidden_account.seen_by, []) WHERE principal IN $principal_ids) AND (address.value ENDS WITH '@' + hidden_domain.name OR address.value ENDS WITH '.' + hidden_domain.name) }
      RETURN DISTINCT address.value AS value ORDER BY value
    } AS addresses,
    COLLECT {
      MATCH (contact)-[:IS]->(stakeholder:Stakeholder)-[:AT]->(employer:Account)
      WHERE employer.workspace_id = $workspace_id AND any(principal IN employer.seen_by WHERE principal IN $principal_ids)
      RETURN {uid: employer.uid, name: coalesce(employer.name, ''), title: stakeholder.title} ORDER BY employer.name, employer.uid
    } AS accounts
  RETURN contact {.uid, name: name, addresses: addresses, accounts: accounts}
  ORDER BY score DESC, name, contact.uid
} AS contacts
