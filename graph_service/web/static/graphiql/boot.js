// Starts GraphiQL against this page's own address. It loads nothing from elsewhere.
(() => {
  "use strict";
  const FIRST_QUERY = `# Queries run with Ctrl-Enter. Ctrl-Space completes names.
{
  workspace {
    name
    asOf
  }
}
`;
  const fetcher = GraphiQL.createFetcher({
    url: window.location.pathname,
    subscriptionUrl: `${window.location.origin.replace(/^http/, "ws")}${window.location.pathname}`,
    enableIncrementalDelivery: false,
  });
  const root = ReactDOM.createRoot(document.getElementById("graphiql"));
  root.render(React.createElement(GraphiQL, { fetcher, defaultQuery: FIRST_QUERY, shouldPersistHeaders: false }));
})();
