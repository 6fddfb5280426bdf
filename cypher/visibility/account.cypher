// about: An account is seen by the principals in `seen_by`, which graph.grants keeps true.
account.workspace_id = $workspace_id AND any(principal IN account.seen_by WHERE principal IN $principal_ids)
