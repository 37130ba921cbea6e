"use strict";
// Asks a second after each answer how far the import is, until it has ended.
(() => {
  const panel = () => document.querySelector("[data-import]");
  const again = () => {
    if (!["COMPLETED", "FAILED", "CANCELLED"].includes(panel().dataset.state)) setTimeout(askAgain, 1000);
  };
  jQuery(document).on("pfAjaxComplete", again);
  jQuery(document).on("pfAjaxError", (event, request) => {
    if (request.status) location.reload();
    else panel().querySelector("[data-value=stateLabel]").textContent = "The server does not answer; trying again";
  });
  again();
})();
