// about: The people of accounts in compact lists, with what sources say of them and how much is stored of what was inferred.
// mode: read
// visibility: system
// params: workspace_id: str, uids: list[str]
// returns: case: map
// writes: -
// budget: 41500 db hits
// allow: -
UNWIND $uids AS uid
MATCH (account:Account {workspace_id: $workspace_id, uid: uid})
WITH account,
  COLLECT { MATCH (domain:Domain)-[:BELONGS_TO]->(account) RETURN domain.name ORDER BY domain.name } AS domains,
  COLLECT {
    MATCH (account)<-[:AT]-(stakeholder:Stakeholder)<-[:IS]-(contact:Contact)
    RETURN stakeholder {
      .uid, contact_uid: contact.uid, name: coalesce(stakeholder.name, ''), kind: coalesce(stakeholder.kind, 'person'),
      in_crm: coalesce(stakeholder.in_crm, false),
      crm_known: stakeholder.crm_known_at.epochMillis, crm_title: coalesce(stakeholder.title, ''),
      addresses: COLLECT {
        MATCH (contact)<-[:SAME_AS]-(identity:Identity {kind: 'email'}) RETURN DISTINCT identity.value ORDER BY identity.value
      },
      titles: COLLECT {
        MATCH (contact)<-[:SAME_AS]-(identity:Identity)-[:HAS_SOURCE_SPELL]->(said:SourceSpell {kind: 'title'})
        RETURN [identity.value, said.state, said.known_at.epochMillis, said.last_at.epochMillis] ORDER BY said.known_at, said.uid
      },
      jobs: COLLECT {
        MATCH (contact)<-[:SAME_AS]-(identity:Identity)-[:HAS_SOURCE_SPELL]->(job:SourceSpell {kind: 'employment'})
        RETURN [job.state, coalesce(job.title, ''), job.valid_from.epochMillis, job.valid_to.epochMillis, job.known_at.epochMillis]
        ORDER BY job.known_at, job.uid
      },
      elsewhere: COLLECT {
        MATCH (contact)-[:IS]->(other:Stakeholder)-[:AT]->(office:Account)
        WHERE other <> stakeholder
        RETURN [office.uid, coalesce(office.name, ''), other.uid, head(COLLECT {
          MATCH (other)-[:TOOK_PART]->(first:Interaction) RETURN first.at.epochMillis ORDER BY first.at LIMIT 1
        })] ORDER BY other.uid
      },
      rulings: COLLECT {
        MATCH (decision:Decision)-[:ON]->(stakeholder)
        RETURN [decision.kind, decision.at.epochMillis, decision.uid, coalesce(decision.by_uid, ''), decision.until.epochMillis, coalesce(decision.note, '')]
        ORDER BY decision.at, decision.uid
      },
      stands: head(COLLECT {
        OPTIONAL MATCH (stakeholder)-[:HAS_SERIES|HAS_SPELL]->(fact)
        RETURN [coalesce(stakeholder.derived_digests, []), count(fact), sum(COUNT { (fact)-[:SUPPORTED_BY]->() }),
          COUNT { (stakeholder)-[:SUCCEEDED_BY|MOVED_TO]->() }, COUNT { (stakeholder)-[:KNOWS]->() }]
      })
    } ORDER BY stakeholder.uid
  } AS people,
  head(COLLECT {
    OPTIONAL MATCH (account)-[:HAS_SERIES|HAS_SPELL]->(fact)
    RETURN [coalesce(account.derived_digests, []), count(fact), sum(COUNT { (fact)-[:SUPPORTED_BY]->() }), 0, 0]
  }) AS stands
RETURN account {
  .uid, name: coalesce(account.name, ''), .arr,
  renewal: account.renewal_at.epochMillis, domains: domains, people: people, stands: stands
} AS case
