// The buttons under an action: done, dismiss with a reason, snooze until a day, reopen.

import { decide } from "./client.js";
import { announce, el, problemNotice } from "./dom.js";
import { COMPLETE, DISMISS, DISMISS_REASONS, OPEN, REOPEN, SNOOZE, snoozeUntil } from "./documents.js";
import { words } from "./words.js";

/** Return the row of buttons of an action; `changed(status)` is called after the service agreed. */
export function decisionRow(action, changed) {
  const place = el("div", { class: "form" });
  const run = async (mutation, variables, said) => {
    try {
      const { status } = await decide(mutation, { actionId: action.id, ...variables });
      announce(`${said}: ${action.title}`);
      changed(status);
    } catch (problem) {
      place.replaceChildren(problemNotice(problem));
    }
  };
  return el("div", { class: "decisions" }, buttons(action, place, run), place);
}

function buttons(action, place, run) {
  if (action.status !== OPEN) {
    return el("p", { class: "row" }, el("span", { class: "strong" }, words(action.status)),
      button("Reopen", action, () => run(REOPEN, {}, "Reopened")));
  }
  return el("p", { class: "row" },
    button("Done", action, () => run(COMPLETE, {}, "Done")),
    button("Dismiss…", action, () => show(place, dismissForm(run, place))),
    button("Snooze…", action, () => show(place, snoozeForm(run, place))));
}

const button = (text, action, onclick) =>
  el("button", { type: "button", onclick, "aria-label": `${text.replace("…", "")}: ${action.title}` }, text);

function show(place, form) {
  place.replaceChildren(form);
  form.querySelector("input, select").focus();
}

function form(place, send, submit, ...fields) {
  return el("form", {
    onsubmit: (event) => {
      event.preventDefault();
      send(new FormData(event.target));
    },
    onkeydown: (event) => { if (event.key === "Escape") place.replaceChildren(); },
  }, fields, el("button", { type: "submit" }, submit),
  el("button", { type: "button", onclick: () => place.replaceChildren() }, "Cancel"));
}

function dismissForm(run, place) {
  const send = (data) => run(DISMISS, { reason: data.get("reason"), note: data.get("note") || null }, "Dismissed");
  return form(place, send, "Dismiss",
    el("label", {}, "Why? ", el("select", { name: "reason", required: true },
      DISMISS_REASONS.map(([value, text]) => el("option", { value }, text)))),
    el("label", {}, "Note (optional) ", el("input", { name: "note", maxlength: 200, autocomplete: "off" })));
}

function snoozeForm(run, place) {
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
  const send = (data) =>
    run(SNOOZE, { until: snoozeUntil(data.get("until")), reason: data.get("reason") || null }, "Snoozed");
  return form(place, send, "Snooze",
    el("label", {}, "Until ", el("input", { name: "until", type: "date", required: true, min: tomorrow, value: tomorrow })),
    el("label", {}, "Why? (optional) ", el("input", { name: "reason", maxlength: 200, autocomplete: "off" })));
}
