// about: Playbooks as their text says.
// mode: write
// visibility: system
// params: workspace_id: str, rows: list[map]
// returns: -
// writes: Playbook
// budget: 40 db hits
// allow: -
UNWIND $rows AS row
MERGE (playbook:Playbook {workspace_id: $workspace_id, uid: row.uid})
ON CREATE SET playbook.visibility = row.visibility, playbook.owner_uid = row.owner_uid, playbook.is_enabled = true
SET playbook.name = row.name, playbook.target = row.target, playbook.bucket = row.bucket,
  playbook.priority = row.priority, playbook.text = row.text
