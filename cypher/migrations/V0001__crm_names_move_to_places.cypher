// A CRM's name of a person belongs to the account whose record gives it. Where the stored name may come from several
// accounts nobody can tell whose it is: it is dropped, and the next load of the CRM gives each account its own.
MATCH (contact:Contact) WHERE contact.name_rank STARTS WITH '3|' AND EXISTS { (contact)-[:IS]->(:Stakeholder {in_crm: true}) }
CALL (contact) {
  WITH contact, contact.name AS stated, contact.name_rank AS rank,
    COUNT { (contact)-[:IS]->(:Stakeholder {in_crm: true}) } AS places,
    head(COLLECT {
      MATCH (identity:Identity {kind: 'email'})-[:SAME_AS]->(contact)
      RETURN split(identity.value, '@')[0] AS local ORDER BY local
    }) AS local
  SET contact.name = coalesce(local, ''), contact.name_rank = ''
  WITH contact, stated, rank, places
  MATCH (contact)-[:IS]->(place:Stakeholder)
  SET place.crm_name = CASE WHEN places = 1 AND place.in_crm THEN stated END,
    place.crm_name_rank = CASE WHEN places = 1 AND place.in_crm THEN rank END,
    place.name = CASE WHEN places = 1 AND place.in_crm THEN stated ELSE contact.name END
} IN TRANSACTIONS OF 1000 ROWS
