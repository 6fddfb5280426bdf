// The terms of a number: what it is made of, unfolded on request.

import { el, freshId } from "./dom.js";
import { number, words } from "./words.js";

/** Return [button, table]: the button shows `label value`, and unfolds the table of terms. */
export function explained(label, fact) {
  const value = fact ? number(fact.value) : "unknown";
  const terms = fact?.terms ?? [];
  if (!terms.length) return [el("span", { class: "figure" }, `${label} ${value}`), null];
  const id = freshId("terms");
  const rows = terms.map((term) => el("tr", {},
    el("th", { scope: "row" }, words(term.name)), el("td", {}, number(term.value))));
  const table = el("table", { id, class: "terms", hidden: true },
    el("caption", {}, `What ${label.toLowerCase()} ${value} is made of`), el("tbody", {}, rows));
  const button = el("button", {
    type: "button", class: "figure", "aria-expanded": "false", "aria-controls": id,
    onclick: () => {
      table.hidden = !table.hidden;
      button.setAttribute("aria-expanded", String(!table.hidden));
    },
  }, `${label} ${value}`);
  return [button, table];
}
