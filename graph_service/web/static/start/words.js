// Turns values into words and numbers for people. Everything is written in UTC days, as the service counts them.

const DAY = 86_400_000;
const dayFormat = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
const numberFormat = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 2 });
const moneyFormat = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 0 });

/** "3 Mar 2026", or "" for nothing. A bare date and a moment are both understood. */
export function day(value) {
  const at = value ? new Date(value) : null;
  return at && !Number.isNaN(at.getTime()) ? dayFormat.format(at) : "";
}

/** How long ago `value` was on the day `asOf`: "today", "yesterday", "12 days ago". */
export function age(value, asOf) {
  if (!value || !asOf) return "";
  const days = Math.floor(new Date(asOf) / DAY) - Math.floor(new Date(value) / DAY);
  if (Number.isNaN(days)) return "";
  if (days <= 0) return "today";
  return days === 1 ? "yesterday" : `${days} days ago`;
}

export const number = (value) => (typeof value === "number" ? numberFormat.format(value) : "unknown");
export const money = (value) => (typeof value === "number" ? moneyFormat.format(value) : "");
export const percent = (share) => (typeof share === "number" ? `${Math.round(share * 100)} %` : "unknown");

/** "SINGLE_THREADED" and "singleThreaded" as "Single threaded". */
export function words(name) {
  const plain = String(name ?? "").replace(/([a-z])([A-Z])/g, "$1 $2").replace(/[_-]+/g, " ").trim().toLowerCase();
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}
