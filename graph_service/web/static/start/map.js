// The right side: how one account is doing, what is new there, and its people in three groups.

import { el } from "./dom.js";
import { GROUPS } from "./documents.js";
import { healthView } from "./health.js";
import { latelyView } from "./lately.js";
import { badgesOf, titleOf } from "./people.js";
import { pictureView } from "./picture.js";
import { explained } from "./terms.js";
import { age, day, number, percent, words } from "./words.js";

const KNOWN = new Set(GROUPS.flatMap((group) => group.members));

/** Return the content of the map. */
export function mapView({ account, groups, gaps, stakeholderCount }, asOf) {
  const people = groups.flatMap(({ stakeholders }) => stakeholders);
  const others = groups.filter(({ group }) => !KNOWN.has(group))
    .map(({ group, stakeholders }) => ({ title: words(group), stakeholders }));
  const own = GROUPS.map(({ title, members, empty }) => ({
    title, empty, stakeholders: groups.filter(({ group }) => members.includes(group)).flatMap((group) => group.stakeholders),
  }));
  return el("div", {},
    el("p", { class: "strong" }, account.name),
    el("p", { class: "quiet" }, standing(account)),
    healthView(account.health),
    latelyView(account, people, asOf),
    gapsView(gaps),
    pictureView(account, groups),
    el("div", { class: "groups" }, [...own, ...others].map((group) => groupView(group, asOf))),
    stakeholderCount > people.length ? el("p", { class: "quiet" }, `… and ${stakeholderCount - people.length} more people.`) : null);
}

function gapsView(gaps) {
  if (!gaps?.length) return null;
  return el("section", { class: "lately" }, el("h3", {}, "What is lacking"),
    el("ul", { class: "reasons" }, gaps.map(({ reason }) => el("li", {}, reason))));
}

function standing({ coverage, singleThreadedShare, mainStakeholder, quiet }) {
  const parts = [`Coverage ${percent(coverage?.value)}`];
  if (mainStakeholder) parts.push(`${percent(singleThreadedShare)} of it rests on ${mainStakeholder.name}`);
  if (quiet?.state === "QUIET") parts.push(`quiet since ${day(quiet.since)}`);
  return parts.join(" · ");
}

function groupView({ title, empty, stakeholders }, asOf) {
  return el("section", { class: "group" },
    el("h3", {}, `${title} `, el("span", { class: "quiet" }, String(stakeholders.length))),
    stakeholders.length
      ? el("ul", { class: "people" }, stakeholders.map((person) => personView(person, asOf)))
      : el("p", { class: "quiet" }, empty ?? "Nobody."));
}

function personView(person, asOf) {
  const [strength, terms] = explained("Strength", person.strength);
  const value = person.strength?.value;
  return el("li", { class: "card" },
    el("h4", {}, person.name),
    el("p", { class: "quiet" }, whatTheyDo(person)),
    badges(person),
    el("p", { class: "row" }, strength, typeof value === "number"
      ? el("meter", { min: 0, max: 100, value, "aria-label": `Strength of the tie with ${person.name}` }, number(value))
      : null),
    terms,
    el("p", { class: "quiet" }, lastContact(person.lastInteractionAt, asOf)),
    person.ties?.length ? el("ul", { class: "ties", "aria-label": `Colleagues who know ${person.name}` }, person.ties.map(tie)) : null);
}

function whatTheyDo(person) {
  const { engagementLevel, influence } = person;
  const level = engagementLevel ? `engagement ${words(engagementLevel).toLowerCase()}` : "";
  const weight = influence?.inWords ? `${influence.inWords} influence` : "";
  return [titleOf(person), level, weight].filter(Boolean).join(" · ");
}

function badges(person) {
  const found = badgesOf(person);
  return found.length ? el("ul", { class: "badges", "aria-label": `What is said of ${person.name}` },
    found.map(([text, look]) => el("li", { class: "badge", "data-look": look }, text))) : null;
}

const lastContact = (at, asOf) => (at ? `Last contact ${day(at)}, ${age(at, asOf)}` : "No contact on record");

const tie = ({ user, strength }) => el("li", {}, `${user.name} `, el("span", { class: "quiet" }, number(strength)));
