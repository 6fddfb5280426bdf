// about: Waits until every index is filled.
// mode: schema
// visibility: system
// params: -
// returns: -
// writes: -
// budget: 1000 db hits
// allow: -
CALL db.awaitIndexes(300)
