// Builds elements. Text always becomes a text node, so a name can never become markup.

/** Return an element. `props` are attributes (false and null are left out) and on… listeners. */
export function el(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (value !== false && value !== null && value !== undefined) node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

/** Return an element of a drawing: the same, made as SVG. */
export function drawn(tag, props = {}, ...children) {
  const node = document.createElementNS(byId("blank-sheet").namespaceURI, tag);
  for (const [name, value] of Object.entries(props)) node.setAttribute(name, typeof value === "number" ? value.toFixed(1) : value);
  node.append(...children.flat().filter(Boolean));
  return node;
}

export const byId = (id) => document.getElementById(id);

/** Tell what happened, also to those who listen to the page. */
export const announce = (text) => { byId("news").textContent = text; };

/** Return what to show in place of content that could not be had. */
export function problemNotice(problem, retry) {
  return el("div", { class: "notice", role: "alert" },
    el("p", { class: "strong" }, problem.message),
    problem.hint ? el("p", {}, problem.hint) : null,
    problem.requestId ? el("p", { class: "quiet" }, `Request ${problem.requestId}`) : null,
    retry ? el("button", { type: "button", onclick: retry }, "Try again") : null);
}

let serial = 0;
/** Return an id that no other element has. */
export const freshId = (prefix) => `${prefix}-${(serial += 1)}`;
