// Talks to POST /graphql, and to nothing else.

const TOKEN_KEY = "graph-service-token";

/** Something the reader can act on: a message, and what to do next. */
export class Problem extends Error {
  constructor(message, hint = "", code = "", requestId = "") {
    super(message);
    Object.assign(this, { hint, code, requestId });
  }
}

export const rememberToken = (token) => sessionStorage.setItem(TOKEN_KEY, token);

function headers() {
  const token = sessionStorage.getItem(TOKEN_KEY);
  const base = { "content-type": "application/json", accept: "application/json" };
  return token ? { ...base, authorization: `Bearer ${token}` } : base;
}

async function post(query, variables) {
  try {
    return await fetch("/graphql", { method: "POST", headers: headers(), body: JSON.stringify({ query, variables }) });
  } catch {
    throw new Problem("The service does not answer.", "Check that it is still running, then try again.");
  }
}

async function body(response) {
  try {
    return await response.json();
  } catch {
    throw new Problem(`The service answered with status ${response.status}.`, "Look into its log, then try again.");
  }
}

/** Return the data of one operation; throws Problem. */
export async function ask(query, variables = {}) {
  const response = await post(query, variables);
  if (response.status === 401) {
    throw new Problem("This workspace asks for a token.", "Paste one below.", "UNAUTHENTICATED");
  }
  const { data, errors } = await body(response);
  if (errors && errors.length) {
    const { message, extensions = {} } = errors[0];
    throw new Problem(message, extensions.hint, extensions.code, extensions.requestId);
  }
  if (!data) throw new Problem("The service sent an answer without data.", "Look into its log, then try again.");
  return data;
}

/** Run a mutation; return the changed action. A refusal by the service is thrown as a Problem too. */
export async function decide(mutation, variables) {
  const { result } = await ask(mutation, variables);
  if (result.action) return result.action;
  throw new Problem(result.message ?? "The service refused this.", result.hint, result.code);
}
