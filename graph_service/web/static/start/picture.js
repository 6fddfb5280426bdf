// Draws the people of one account: champions nearest to our people, then who is active, then all others.

import { drawn, el } from "./dom.js";
import { LABEL, PITCH, SEAT_X, TOP, bend, layOut } from "./picture_layout.js";
import { RINGS, badgesOf, hasLeft, isAtRisk, isAway, lookOf, titleOf } from "./people.js";

const KEY = [
  ["champion", "champion"], ["at-risk", "champion at risk (!)"], ["active", "active"], ["outside", "not in touch; crossed: left"],
];

/** Return the picture in a frame that scrolls by itself; null where nobody is known. */
export function pictureView(account, groups) {
  if (!groups.some(({ stakeholders }) => stakeholders.length)) return null;
  const layout = layOut(groups);
  const sheet = drawn("svg", {
    width: layout.width, height: layout.bottom + 24, viewBox: `0 0 ${layout.width} ${layout.bottom + 24}`, role: "img",
    "aria-label": `The people of ${account.name} and who of us knows them; the lists below say the same.`, class: "map-picture",
  }, rings(layout), ties(layout), layout.seats.map(seat), layout.rings.flatMap((ring, place) => ring.map((one) => node(one, place))),
  layout.moreSeats ? text(SEAT_X, layout.bottom + 14, `and ${layout.moreSeats} more`, "faded end") : null);
  return el("figure", {},
    el("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": "Picture of the account, scrolls sideways" }, sheet),
    el("figcaption", { class: "quiet" }, el("ul", { class: "key" }, KEY.map(([look, words]) =>
      el("li", {}, el("span", { class: `dot dot-${look}` }), words))),
    "The larger a circle, the more influence; dashed: not in the CRM; ringed: acts for somebody else; the wider a line, the stronger the tie."));
}

const text = (x, y, words, look = "") => drawn("text", { x, y, class: look }, cut(words, look));

let brush = null;
/** Return words cut to the room that a name has. */
function cut(words, look) {
  brush ??= document.createElement("canvas").getContext("2d");
  brush.font = `${look.includes("name") ? "600 " : ""}12px system-ui, sans-serif`;
  const wide = (some) => brush.measureText(some).width;
  if (wide(words) <= LABEL) return words;
  let kept = [...words].slice(0, 200);
  while (kept.length && wide(`${kept.join("")}…`) > LABEL) kept = kept.slice(0, -1);
  return `${kept.join("").trimEnd()}…`;
}

function rings(layout) {
  const reach = bend(TOP, layout);
  return layout.arcs.flatMap(({ start, count }, ring) => [
    text(start - reach - 8, TOP - 16, `${RINGS[ring].title} (${layout.rings[ring].length})`, "faded name"),
    ...Array.from({ length: count }, (_, place) => {
      const x = start + PITCH * place;
      const end = (x - reach).toFixed(1);
      return drawn("path", { class: "arc", d: `M${end} ${TOP}Q${(x + reach).toFixed(1)} ${layout.middle} ${end} ${layout.bottom}` });
    }),
  ]);
}

function ties(layout) {
  const seats = new Map(layout.seats.map(({ user, y }) => [user.id, y]));
  const lines = layout.rings.flatMap((ring, at) => ring.flatMap((place) => (place.person.ties ?? [])
    .filter(({ user, strength }) => seats.has(user.id) && strength > 0)
    .map(({ user, strength }) => tie(seats.get(user.id), place, at, strength, layout))));
  return drawn("g", { class: "ties-drawn" }, lines);
}

function tie(y, place, ring, strength, layout) {
  const [start, end] = [SEAT_X + 19, place.x - place.radius];
  const isLevel = ring > 0 && Math.abs(place.y - y) < 30; // it bows, so that it does not seem to start at a node between
  const sag = isLevel ? (y < layout.middle ? -34 : 34) : 0;
  const spots = [[start, y], [start + 0.4 * (end - start), y + sag], [end - Math.min(70, 0.5 * (end - start)), place.y + sag], [end, place.y]];
  const [from, ...rest] = spots.map((spot) => spot.map((one) => one.toFixed(1)).join(" "));
  return drawn("path", {
    d: `M${from}C${rest.join(" ")}`, class: `line-${lookOf(place.person, ring)}`, "stroke-width": 0.6 + 4.4 * Math.min(100, strength) / 100,
  });
}

const seat = ({ user, y }) => drawn("g", {}, drawn("title", {}, user.name),
  drawn("rect", { x: SEAT_X + 6, y: y - 5.5, width: 11, height: 11, rx: 2, class: "seat" }), text(SEAT_X, y + 4, user.name, "end"));

function node({ person, x, y, radius }, ring) {
  const title = titleOf(person);
  const told = [person.name, title, ...badgesOf(person).map(([words]) => words)].filter(Boolean).join(", ");
  const left = x + radius + 6;
  return drawn("g", { class: `node-${lookOf(person, ring)}` }, drawn("title", {}, told),
    drawn("circle", { cx: x, cy: y, r: radius, class: `disc${hasLeft(person) || person.isGhost ? " hollow" : ""}${person.isGhost ? " dashed" : ""}` }),
    person.role?.isProxy ? drawn("circle", { cx: x, cy: y, r: radius + 3, class: "ring" }) : null,
    hasLeft(person) ? cross(x, y, (radius + 3) * Math.SQRT1_2) : null,
    sign(person, x + radius * 0.7, y - radius * 0.7),
    text(left, title ? y - 2 : y + 4, person.name, "name"), title ? text(left, y + 12, title, "faded") : null);
}

const cross = (x, y, by) => drawn("path", { class: "ring", d: `M${x - by} ${y - by}L${x + by} ${y + by}M${x - by} ${y + by}L${x + by} ${y - by}` });

function sign(person, x, y) {
  if (!isAtRisk(person) && !isAway(person)) return null;
  const d = isAtRisk(person) ? `M${x} ${y - 2.9}V${y + 0.6}M${x} ${y + 1.9}V${y + 2.9}` : `M${x} ${y - 2.9}V${y}H${x + 2.4}`;
  return drawn("g", { class: isAtRisk(person) ? "node-at-risk" : "node-away" },
    drawn("circle", { cx: x, cy: y, r: 4.6, class: "disc hollow" }), drawn("path", { d, class: "ring" }));
}
