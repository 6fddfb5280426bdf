// about: A public playbook is seen by all, a private one by its owner (A27-A30).
playbook.workspace_id = $workspace_id
AND (playbook.visibility = 'public' OR playbook.owner_uid IN $principal_ids)
