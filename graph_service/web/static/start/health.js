// How an account is doing: its health as a bar of its parts, each with its points.

import { drawn, el } from "./dom.js";
import { explained } from "./terms.js";
import { number, words } from "./words.js";

const PARTS = ["relationship", "usage", "sentiment", "support", "champions"];
const WIDTH = 400;
const HEIGHT = 18;

/** Return the health of an account with its bar. */
export function healthView(health) {
  if (!health) return el("p", { class: "quiet" }, "Too few signals to say how healthy it is.");
  const [figure, terms] = explained("Health", health);
  return el("div", { class: "health" },
    el("p", { class: "row" }, figure, health.band ? el("span", { class: "quiet" }, words(health.band).toLowerCase()) : null),
    health.terms?.length ? bar(health.terms, health.value) : null,
    health.terms?.length ? el("ul", { class: "key", "aria-hidden": "true" }, sorted(health.terms).map(key)) : null,
    terms);
}

const place = ({ name }) => (PARTS.includes(name) ? PARTS.indexOf(name) : PARTS.length);
const sorted = (terms) => [...terms].sort((one, other) => place(one) - place(other) || one.name.localeCompare(other.name));
const look = (term) => `part part-${place(term)}`;

function bar(terms, value) {
  let x = 0;
  const parts = sorted(terms).map((term) => {
    const width = Math.max(0, Math.min(WIDTH - x, (term.value / 100) * WIDTH));
    const rect = drawn("rect", { x, y: 0, width, height: HEIGHT, class: look(term) },
      drawn("title", {}, `${words(term.name)}: ${number(term.value)} points`));
    x += width;
    return rect;
  });
  const told = sorted(terms).map((term) => `${words(term.name).toLowerCase()} ${number(term.value)}`).join(", ");
  return drawn("svg", {
    viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: "none", class: "bar-of-parts", role: "img",
    "aria-label": `Health ${number(value)} of 100: ${told}`,
  }, drawn("rect", { x: 0, y: 0, width: WIDTH, height: HEIGHT, class: "whole" }), parts);
}

const key = (term) => el("li", {}, el("span", { class: `dot dot-${place(term)}` }), `${words(term.name)} ${number(term.value)}`);
