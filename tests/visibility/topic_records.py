"""What canary worlds hold of topics: requests of every account, what binds them, what answers them, what was decided.

Everything of the hidden account says CANARY; what is between one of us and somebody without an account says Otto.
"""

SEEDED = """
MATCH (account:Account {workspace_id: $workspace_id})
CALL (account) {
  MATCH (mail:Interaction)-[:ABOUT]->(account) WHERE COUNT { (mail)-[:ABOUT]->() } = 1
  MATCH (mail)<-[:TOOK_PART]-(person:Stakeholder)-[:AT]->(account)
  RETURN mail, person ORDER BY mail.at, mail.uid, person.uid LIMIT 1
}
MERGE (common:Topic {workspace_id: $workspace_id, uid: 'topic of all'})
SET common.phrase = 'a wish', common.name = 'a wish'
MERGE (release:Release {workspace_id: $workspace_id, uid: 'release of all'})
SET release.name = 'Spring', release.items = ['Wishes'], release.shipped_at = $now, release.known_at = $now
MERGE (wish:Evidence {workspace_id: $workspace_id, uid: 'wish of ' + account.name})
SET wish.kind = 'request', wish.at = mail.at, wish.quote = 'A wish of ' + account.name, wish.value = account.name
MERGE (wish)-[:FROM]->(mail) MERGE (wish)-[:BY]->(person) MERGE (wish)-[:ON_TOPIC]->(common)
MERGE (release)-[answer:ANSWERS]->(wish)
SET answer.p = 0.8, answer.state = 'auto', answer.item = 'Wishes', answer.known_at = $now, answer.term_names = ['key'],
  answer.term_values = [0.8]
MERGE (own:Topic {workspace_id: $workspace_id, uid: 'topic of ' + account.name})
SET own.phrase = account.name, own.name = account.name, own.naming_uid = 'named ' + account.name
MERGE (asked:Evidence {workspace_id: $workspace_id, uid: 'own of ' + account.name})
SET asked.kind = 'request', asked.at = mail.at, asked.quote = account.name + ' asks', asked.value = account.name
MERGE (asked)-[:FROM]->(mail) MERGE (asked)-[:BY]->(person) MERGE (asked)-[:ON_TOPIC]->(own)
MERGE (naming:Decision {workspace_id: $workspace_id, uid: 'named ' + account.name})
SET naming.kind = 'topic_named', naming.at = $now, naming.by_uid = 'somebody', naming.note = account.name + ' it is'
MERGE (naming)-[:ON {part: 'one'}]->(asked)
MERGE (taken:Decision {workspace_id: $workspace_id, uid: 'taken back ' + account.name})
SET taken.kind = 'withdrawn topic_named', taken.at = $now, taken.by_uid = 'somebody', taken.note = account.name
MERGE (taken)-[:ON {part: 'one'}]->(asked)
"""
"""Each account has a request in a topic of all, which a release answers, and another in a topic that somebody named."""
ACROSS_UIDS = ("CANARY by Ada", "Otto by Ada")
ACROSS = """
MATCH (joint:Interaction {workspace_id: $workspace_id, subject: 'CANARY joint price'})
MATCH (aside:Interaction {workspace_id: $workspace_id, subject: "Otto's news"})
MATCH (plain:Evidence {workspace_id: $workspace_id, uid: 'wish of Alpha Ltd'})-[:FROM]->(mail:Interaction)
MATCH (plain)-[:BY]->(ada:Stakeholder) MATCH (plain)-[:ON_TOPIC]->(common:Topic)<-[:ON_TOPIC]-(hidden:Evidence)
WHERE hidden.uid = 'wish of Canary Corp'
WITH * LIMIT 1
UNWIND [['CANARY by Ada', joint], ['Otto by Ada', aside]] AS one
WITH *, one[0] AS words, one[1] AS place
CREATE (asked:Evidence {
  workspace_id: $workspace_id, uid: words, kind: 'request', at: mail.at, quote: words, value: words
})
CREATE (asked)-[:FROM]->(place) CREATE (asked)-[:BY]->(ada) CREATE (asked)-[:ON_TOPIC]->(common)
MERGE (release:Release {workspace_id: $workspace_id, uid: 'release of all'})
CREATE (release)-[answer:ANSWERS]->(asked)
SET answer.p = 0.9, answer.state = 'review', answer.item = 'Wishes', answer.known_at = $now, answer.term_names = [],
  answer.term_values = []
CREATE (taken:Decision {
  workspace_id: $workspace_id, uid: 'taken ' + words, kind: 'withdrawn topics_merged', at: $now, note: words
})
CREATE (taken)-[:ON {part: 'one'}]->(asked)
CREATE (merged:Decision {
  workspace_id: $workspace_id, uid: 'merged ' + words, kind: 'topics_merged', at: $now, reason: words
})
CREATE (merged)-[:ON {part: 'one'}]->(plain) CREATE (merged)-[:ON {part: 'other'}]->(hidden)
SET common.name = 'CANARY name', common.phrase = 'CANARY phrase', common.naming_uid = 'named across'
MERGE (naming:Decision {workspace_id: $workspace_id, uid: 'named across'})
SET naming.kind = 'topic_named', naming.at = $now, naming.note = 'CANARY called'
MERGE (naming)-[:ON {part: 'one'}]->(plain) MERGE (naming)-[:ON {part: 'one'}]->(hidden)
RETURN count(*) AS made
"""
"""Requests across both accounts on the topic of all, under a name and with decisions that tell of the hidden one."""

BY_HER = """
MATCH (common:Topic {workspace_id: $workspace_id, uid: 'topic of all'})
MATCH (release:Release {workspace_id: $workspace_id, uid: 'release of all'})
MATCH (wish:Evidence {workspace_id: $workspace_id, uid: 'wish 2'})
CREATE (wish)-[:ON_TOPIC]->(common)
CREATE (release)-[answer:ANSWERS]->(wish)
SET answer.p = 0.9, answer.state = 'auto', answer.item = 'Wishes', answer.known_at = wish.at, answer.term_names = [],
  answer.term_values = []
"""
"""What somebody at the hidden account asked for in a mail that is not about it."""
