"use strict";
// What the poll of the page cannot say: that nobody answers, or that the session ended.
jQuery(document).on("pfAjaxError", (event, request) => {
  if (request.status) { location.reload(); return; }
  const state = document.querySelector("[data-value=stateLabel]");
  if (state) state.textContent = "The server does not answer; trying again";
});
