// about: All playbooks with their text, and how the owner is to be seen.
// mode: read
// visibility: system
// params: workspace_id: str
// returns: playbooks: list
// writes: -
// budget: 55 db hits
// allow: -
MATCH (playbook:Playbook {workspace_id: $workspace_id})
USING INDEX playbook:Playbook(workspace_id, uid)
WHERE playbook.uid IS NOT NULL
WITH playbook ORDER BY playbook.uid
RETURN collect(playbook {.uid, .name, .text, .visibility, .owner_uid, .is_enabled}) AS playbooks
