// What became known of an account and its people in the last thirty days, newest first.

import { el } from "./dom.js";
import { age, day, words } from "./words.js";

const DAYS = 30;
const DAY = 86_400_000;
const LOUD = {
  champion: ["CHAMPION", "AT_RISK", "LAPSED"],
  departure: ["DEPARTED", "GONE_QUIET"],
  sentiment: ["FALLING"],
};
const SIGNALS = {
  USAGE: "The use of our product is falling", TICKETS: "A surge of tickets", ESCALATION: "Something was escalated",
  COMPETITOR: "Competitors were named", SENTIMENT: "The tone there is changing", EVENT: "Something befell the whole account",
};

/** Return the list of what is new, or a line that says that nothing is. */
export function latelyView(account, people, asOf) {
  const found = [...signals(account), ...people.flatMap(states)]
    .filter(({ since }) => isRecent(since, asOf))
    .sort((one, other) => new Date(other.since) - new Date(one.since) || one.text.localeCompare(other.text));
  return el("section", { class: "lately" },
    el("h3", {}, "The last 30 days ", el("span", { class: "quiet" }, String(found.length))),
    found.length
      ? el("ul", {}, found.map(({ text, since }) => el("li", {}, text, " ",
        el("span", { class: "quiet" }, `${day(since)}, ${age(since, asOf)}`))))
      : el("p", { class: "quiet" }, "No alert."));
}

function isRecent(since, asOf) {
  const passed = new Date(asOf) - new Date(since);
  return Boolean(since) && passed >= -DAY && passed <= DAYS * DAY;
}

function signals({ signals: held, quiet }) {
  const silent = quiet?.state === "QUIET" ? [{ text: "The account has gone quiet", since: quiet.since }] : [];
  return [...silent, ...(held ?? []).filter(({ kind }) => SIGNALS[kind]).map(signal)];
}

function signal({ kind, state, detail, since }) {
  const what = kind === "EVENT" ? words(state) : kind === "SENTIMENT" ? `The tone there is ${state}` : SIGNALS[kind];
  return { text: detail ? `${what}: ${detail}` : what, since };
}

function states(person) {
  return Object.entries(LOUD)
    .filter(([name, loud]) => loud.includes(person[name]?.state ?? person[name]?.trend))
    .map(([name]) => ({ text: `${person.name}: ${name === "sentiment" ? "tone " : ""}${person[name].inWords}`, since: person[name].since }));
}
