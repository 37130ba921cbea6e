"use strict";
// What was typed is kept by the browser until the server says that it is saved.
(() => {
  const saved = new URLSearchParams(location.search).get("saved");
  if (!saved) return;
  sessionStorage.removeItem("draft:" + saved);
  const address = new URL(location.href);
  address.searchParams.delete("saved");
  history.replaceState(null, "", address);
})();
