// about: Says that meetings and answers by mail have been settled.
// mode: write
// visibility: system
// params: workspace_id: str, uids: list[str]
// returns: -
// writes: Interaction.is_unsettled
// budget: 20 db hits
// allow: -
UNWIND $uids AS uid
MATCH (interaction:Interaction {workspace_id: $workspace_id, uid: uid})
REMOVE interaction.is_unsettled
