// Puts the two sides together: loads the queue, and the map of the chosen action's account.

import { ask, rememberToken } from "./client.js";
import { MAP, PAGE_SIZE, QUEUE } from "./documents.js";
import { announce, byId, el, problemNotice } from "./dom.js";
import { mapView } from "./map.js";
import { emptyQueue, queueList } from "./queue.js";
import { day } from "./words.js";

const state = { asOf: "", accountId: "" };

async function loadQueue() {
  const place = byId("queue-body");
  place.setAttribute("aria-busy", "true");
  try {
    const data = await ask(QUEUE, { first: PAGE_SIZE, after: null });
    showWorkspace(data.workspace);
    showQueue(place, data.actionQueue);
  } catch (problem) {
    place.replaceChildren(problemNotice(problem, loadQueue), problem.code === "UNAUTHENTICATED" ? tokenForm() : "");
  } finally {
    place.setAttribute("aria-busy", "false");
  }
}

function showWorkspace({ name, asOf }) {
  state.asOf = asOf;
  byId("workspace").textContent = name;
  byId("as-of").textContent = asOf ? `As of ${day(asOf)}` : "";
  document.title = `Today – ${name}`;
}

function showQueue(place, page) {
  const actions = page.edges.map((edge) => edge.node);
  if (!actions.length) {
    place.replaceChildren(emptyQueue());
    return;
  }
  const { list, add } = queueList((action) => loadMap(action.account));
  const more = el("p", {});
  place.replaceChildren(list, more);
  append({ actions, page, add, more });
  list.querySelector("button.title").click();
}

function append({ actions, page, add, more }) {
  add(actions, state.asOf);
  more.replaceChildren(page.pageInfo.hasNextPage
    ? el("button", { type: "button", onclick: () => loadMore(page.pageInfo.endCursor, add, more) }, "Show more")
    : "");
}

async function loadMore(after, add, more) {
  try {
    const { actionQueue } = await ask(QUEUE, { first: PAGE_SIZE, after });
    append({ actions: actionQueue.edges.map((edge) => edge.node), page: actionQueue, add, more });
    announce(`${actionQueue.edges.length} more actions`);
  } catch (problem) {
    more.replaceChildren(problemNotice(problem, () => loadMore(after, add, more)));
  }
}

async function loadMap(account) {
  const place = byId("map-body");
  if (!account) {
    state.accountId = "";
    place.replaceChildren(el("p", { class: "quiet" }, "This action belongs to no account."));
    return;
  }
  state.accountId = account.id;
  place.setAttribute("aria-busy", "true");
  const content = await mapOrProblem(account);
  if (state.accountId !== account.id) return; // the reader has chosen another one meanwhile
  place.replaceChildren(content);
  place.setAttribute("aria-busy", "false");
}

async function mapOrProblem(account) {
  try {
    const { stakeholderMap } = await ask(MAP, { accountId: account.id });
    announce(`People at ${account.name}`);
    return stakeholderMap
      ? mapView(stakeholderMap, state.asOf)
      : el("p", { class: "quiet" }, `Nobody is known at ${account.name} yet.`);
  } catch (problem) {
    return problemNotice(problem, () => loadMap(account));
  }
}

function tokenForm() {
  return el("form", {
    class: "notice",
    onsubmit: (event) => {
      event.preventDefault();
      rememberToken(new FormData(event.target).get("token").trim());
      loadQueue();
    },
  },
  el("label", {}, "Token ", el("input", { name: "token", type: "password", required: true, autocomplete: "off" })),
  el("button", { type: "submit" }, "Use it"),
  el("p", { class: "quiet" }, "It is kept until this tab is closed. ", el("code", {}, "graph-service token"), " makes one."));
}

loadQueue();
