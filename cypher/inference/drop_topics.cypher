// about: Removes groups that are none any more.
// mode: write
// visibility: system
// params: workspace_id: str, uids: list[str]
// returns: -
// writes: Topic, ON_TOPIC
// budget: 60 db hits
// allow: Eager (old facts of a subject go before new ones come)
MATCH (topic:Topic {workspace_id: $workspace_id})
WHERE NOT topic.uid IN $uids
DETACH DELETE topic
