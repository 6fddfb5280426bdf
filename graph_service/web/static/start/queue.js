// The left side: the actions in the service's order, each with its reasons.

import { el } from "./dom.js";
import { decisionRow } from "./decisions.js";
import { BUCKET_SIGNS, OPEN } from "./documents.js";
import { explained } from "./terms.js";
import { age, day, money, words } from "./words.js";

/** Return the list element; `choose(action)` is called when the reader picks an action. */
export function queueList(choose) {
  const list = el("ol", { class: "queue", onkeydown: moveFocus });
  return { list, add: (actions, asOf) => list.append(...actions.map((action) => item(action, asOf, choose))) };
}

/** What to show when there is nothing to do. */
export const emptyQueue = () => el("div", { class: "notice" },
  el("p", { class: "strong" }, "Nothing is worth doing today."),
  el("p", {}, "If you expected actions: has a source been read, and have the rules been run? ",
    el("code", {}, "graph-service --help"), " lists the commands."));

function moveFocus(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || !event.target.classList.contains("title")) return;
  const titles = [...event.currentTarget.querySelectorAll("button.title")];
  const next = titles[titles.indexOf(event.target) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

function item(action, asOf, choose) {
  const entry = el("li", {});
  const draw = () => entry.replaceChildren(card(action, asOf, () => pick(entry, action, choose), (status) => {
    action.status = status;
    draw();
    entry.querySelector(".decisions button")?.focus();
  }));
  draw();
  return entry;
}

function pick(entry, action, choose) {
  for (const other of entry.parentElement.children) other.removeAttribute("aria-current");
  entry.setAttribute("aria-current", "true");
  choose(action);
}

function card(action, asOf, onclick, changed) {
  const [score, terms] = explained("Score", action.score);
  const open = action.status === OPEN;
  return el("article", { class: open ? "card" : "card settled" },
    el("p", { class: "row" }, chip(action.bucket), score,
      el("span", { class: "quiet" }, times(action, asOf))),
    el("h3", {}, el("button", { type: "button", class: "title", onclick }, action.title)),
    el("p", { class: "quiet" }, whose(action)),
    terms,
    open ? details(action) : null,
    decisionRow(action, changed));
}

const chip = (bucket) => el("span", { class: "chip", "data-bucket": bucket },
  el("span", { "aria-hidden": "true" }, `${BUCKET_SIGNS[bucket] ?? "○"} `), words(bucket));

function times(action, asOf) {
  const seen = action.occurrenceCount > 1 ? `seen ${action.occurrenceCount} times` : "";
  const first = action.firstFiredAt ? `first ${age(action.firstFiredAt, asOf)}` : "";
  const due = action.dueAt ? `due ${day(action.dueAt)}` : "";
  return [first, seen, due].filter(Boolean).join(" · ");
}

function whose({ account, contact, playbook }) {
  const person = contact ? [contact.name, contact.title].filter(Boolean).join(", ") : "";
  const worth = account?.arr ? `ARR ${money(account.arr)}` : "";
  const renewal = account?.renewalAt ? `renews ${day(account.renewalAt)}` : "";
  return [account?.name, person, worth, renewal, playbook ? `rule “${playbook.name}”` : ""].filter(Boolean).join(" · ");
}

function details(action) {
  return el("div", {},
    action.suggestion ? el("p", { class: "suggestion" }, action.suggestion) : null,
    action.reasons?.length ? el("ul", { class: "reasons", "aria-label": "Reasons" }, action.reasons.map(reason)) : null);
}

function reason({ text, evidence }) {
  return el("li", {}, text, (evidence ?? []).map((found) => el("figure", {},
    el("blockquote", {}, found.quote || "(no words kept)"),
    el("figcaption", { class: "quiet" }, [day(found.at), found.subject].filter(Boolean).join(" · ")))));
}
