// Every GraphQL document the page sends, and the form of every value it sends with them.

const ANSWER = `{
  __typename
  ... on ActionPayload { action { id status } }
  ... on UserError { code message hint }
}`;

export const QUEUE = `query Queue($first: Int!, $after: String) {
  workspace { name asOf }
  actionQueue(first: $first, after: $after) {
    pageInfo { endCursor hasNextPage }
    edges { node {
      id title suggestion bucket status firstFiredAt dueAt occurrenceCount
      score { value terms { name value } }
      reasons { text evidence { id quote at subject } }
      account { id name arr renewalAt }
      contact { id name title }
      playbook { id name }
    } }
  }
}`;

export const MAP = `query Map($accountId: ID!) {
  stakeholderMap(accountId: $accountId) {
    stakeholderCount
    gaps { reason }
    account {
      id name singleThreadedShare
      coverage { value terms { name value } }
      mainStakeholder { name }
      quiet { state since }
      health { value band terms { name value } }
      signals { kind state detail since }
    }
    groups {
      group
      stakeholders {
        id name title engagementLevel lastInteractionAt isSharedMailbox isGhost
        role { title isProxy }
        influence { value inWords }
        champion { state inWords since }
        departure { state inWords since }
        sentiment { trend inWords since }
        strength { value terms { name value } }
        ties { user { id name } strength }
      }
    }
  }
}`;

export const COMPLETE = `mutation Complete($actionId: ID!) {
  result: completeAction(input: { actionId: $actionId }) ${ANSWER}
}`;

export const DISMISS = `mutation Dismiss($actionId: ID!, $reason: DismissReason!, $note: String) {
  result: dismissAction(input: { actionId: $actionId, reason: $reason, note: $note }) ${ANSWER}
}`;

export const SNOOZE = `mutation Snooze($actionId: ID!, $until: DateTime!, $reason: String) {
  result: snoozeAction(input: { actionId: $actionId, until: $until, reason: $reason }) ${ANSWER}
}`;

export const REOPEN = `mutation Reopen($actionId: ID!) {
  result: reopenAction(input: { actionId: $actionId }) ${ANSWER}
}`;

/** The value of a date field (2026-01-31) as `until`. */
export const snoozeUntil = (day) => `${day}T00:00:00Z`;

export const PAGE_SIZE = 20;
export const OPEN = "OPEN";

/** Headings of the map in their order; several groups may share one. */
export const GROUPS = [
  { title: "Champions", members: ["CHAMPION"], empty: "Nobody speaks up for us here yet." },
  { title: "Active", members: ["ACTIVE"], empty: "Nobody else is in touch with us." },
  { title: "Inactive or departed", members: ["INACTIVE_OR_DEPARTED"], empty: "Nobody has gone quiet or left." },
];

/** The reasons to dismiss an action, as the API names them and as people do. */
export const DISMISS_REASONS = [
  ["ALREADY_HANDLED", "Already handled"],
  ["NOT_RELEVANT", "Not relevant"],
  ["WRONG", "The reason given is not true"],
  ["OTHER", "Something else"],
];

/** Signs beside the word of a bucket; colour is never the only difference. */
export const BUCKET_SIGNS = { RISK: "▲", OUTREACH: "◆", GROWTH: "★" };
