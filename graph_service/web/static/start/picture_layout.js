// Who is in the picture of an account and where they stand. The same rules as the command `graph-service map --svg`:
// our people in a column, theirs on arcs of one curve, so that at any height there is the same room between two arcs.

import { RINGS } from "./people.js";

export const TOP = 60;
export const PITCH = 240;
export const LABEL = 178;
export const SEAT_X = 190;
const MOST_PEOPLE = 40;
const MOST_SEATS = 14;
const ROW = 38;
const SEAT_ROW = 30;
const SPREAD = 64;
const FEWEST_ROWS = 8;
const MOST_ARCS = 4;
const FIRST_ARC = 330;
const BARE = 170;
const BEND = 0.28;

const ringOf = (group) => {
  const ring = RINGS.findIndex(({ groups }) => groups.includes(group));
  return ring < 0 ? RINGS.length - 1 : ring;
};
const strengthOf = (person) => person.strength?.value ?? -1;
const byName = (one, other) => one.name.localeCompare(other.name) || (one.id < other.id ? -1 : 1);

/** Return rings of places, seats, ties, arcs and the size of the picture. */
export function layOut(groups) {
  const people = groups.flatMap(({ group, stakeholders }) => stakeholders.map((person) => ({ person, ring: ringOf(group) })))
    .sort((one, other) => (one.ring > 0) - (other.ring > 0) || strengthOf(other.person) - strengthOf(one.person) || byName(one.person, other.person))
    .slice(0, MOST_PEOPLE);
  const rings = RINGS.map((_, ring) => people.filter((one) => one.ring === ring).map(({ person }) => person));
  const rows = rowsFor(rings.map((ring) => ring.length));
  const columns = rings.map((ring) => Math.max(1, Math.ceil(ring.length / rows)));
  const ours = colleagues(people.map(({ person }) => person));
  const seated = ours.slice(0, MOST_SEATS);
  const height = Math.max(rows * ROW, seated.length * SEAT_ROW);
  const room = { top: TOP, bottom: TOP + height, middle: TOP + height / 2, half: height / 2 };
  const widths = columns.map((count, ring) => rings[ring].length ? PITCH * count : BARE);
  const starts = widths.map((_, ring) => FIRST_ARC + widths.slice(0, ring).reduce((sum, one) => sum + one, 0));
  return {
    ...room,
    width: FIRST_ARC + widths.reduce((sum, one) => sum + one, 0) - 10,
    arcs: starts.map((start, ring) => ({ start, count: columns[ring] })),
    rings: rings.map((ring, place) => placesOn(ring, starts[place], rows, room)),
    seats: spread(seated.length, room, SEAT_ROW).map((y, place) => ({ user: seated[place], y })),
    moreSeats: ours.length - seated.length,
  };
}

function rowsFor(counts) {
  let rows = FEWEST_ROWS;
  while (counts.reduce((sum, count) => sum + Math.max(1, Math.ceil(count / rows)), 0) > MOST_ARCS) rows += 1;
  return rows;
}

/** How far left of its middle an arc is at `y`. */
export const bend = (y, { middle, half }) => BEND * half * ((y - middle) / half) ** 2;

function placesOn(people, start, rows, room) {
  return Array.from({ length: Math.ceil(people.length / rows) }, (_, column) => {
    const arc = people.slice(column * rows, (column + 1) * rows);
    return spread(arc.length, room, ROW).map((y, place) => ({
      person: arc[place], y, x: start + PITCH * column - bend(y, room),
      radius: 5 + 8 * Math.sqrt(Math.min(1, Math.max(0, arc[place].influence?.value ?? 0))),
    }));
  }).flat();
}

function spread(count, { top, bottom, middle }, least) {
  const step = Math.max(least, Math.min(SPREAD, (bottom - top) / count));
  return Array.from({ length: count }, (_, place) => middle + (place - (count - 1) / 2) * step);
}

function colleagues(people) {
  const found = new Map();
  for (const { user, strength } of people.flatMap((person) => person.ties ?? [])) {
    if (!(strength > 0)) continue;
    found.set(user.id, { ...user, weight: (found.get(user.id)?.weight ?? 0) + strength });
  }
  return [...found.values()].sort((one, other) => other.weight - one.weight || byName(one, other));
}
