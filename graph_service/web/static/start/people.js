// What is said of a person, as badges and as marks of the picture. Colour is never the only difference.

/** Of the map: what people are shown as in the picture, from the inner ring to the outer one. */
export const RINGS = [
  { title: "Champions", groups: ["CHAMPION"] },
  { title: "Active", groups: ["ACTIVE"] },
  { title: "Not in touch, or left", groups: ["INACTIVE_OR_DEPARTED"] },
];

const isChampion = ({ champion }) => ["CHAMPION", "AT_RISK"].includes(champion?.state);
export const hasLeft = ({ departure }) => departure?.state === "DEPARTED";
export const isAway = ({ departure }) => departure?.state === "AWAY";
export const isAtRisk = (person) => person.champion?.state === "AT_RISK" && !hasLeft(person);

/** The title, by whichever source says it. */
export const titleOf = ({ role, title, isSharedMailbox }) => (isSharedMailbox ? "shared mailbox" : role?.title ?? title ?? "");

/** Return [text, look] of each badge of a person; looks are those of the style sheet. */
export function badgesOf(person) {
  const { champion, departure, sentiment } = person;
  const known = champion && champion.state !== "NONE";
  return [
    known && [champion.inWords, isAtRisk(person) ? "risk" : isChampion(person) ? "champion" : "plain"],
    departure && departure.state !== "PRESENT" && [departure.inWords, isAway(person) ? "plain" : "risk"],
    ["FALLING", "RISING"].includes(sentiment?.trend) && [`tone ${sentiment.inWords}`, "plain"],
    person.isGhost && ["not in the CRM", "plain"],
    person.role?.isProxy && ["acts for somebody else", "plain"],
  ].filter((badge) => badge && badge[0]);
}

/** The look of a person's circle. */
export function lookOf(person, ring) {
  if (isAtRisk(person)) return "at-risk";
  return ["champion", "active", "outside"][ring];
}
