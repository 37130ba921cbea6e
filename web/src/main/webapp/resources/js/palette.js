"use strict";
// Coding of many, batches, palette and saved searches: sent to the API, then the page as it is now.
(() => {
  const context = document.getElementById("main").dataset.context || "";
  const setup = document.getElementById("setup");
  const refused = document.querySelector("[data-refused]");
  const send = async (method, address, body, then) => {
    refused.hidden = true;
    try {
      const answer = await fetch(context + address, {
        method,
        headers: { "Content-Type": "application/json", "X-Requested-With": "page" },
        body: body === undefined ? undefined : JSON.stringify(body),
      });
      if (answer.ok || answer.status === 401) {
        if (then) location.assign(then); else location.reload();
        return;
      }
      const said = await answer.json();
      refused.textContent = said.title + ". " + said.detail + " " + (said.next || "");
    } catch {
      refused.textContent = "The server does not answer. Look at the list before you try again.";
    }
    refused.hidden = false;
    refused.scrollIntoView({ block: "nearest" });
  };
  const ofCase = "/api/v1/cases/" + setup.dataset.case;
  document.addEventListener("submit", (e) => {
    const form = e.target;
    const fields = form.elements;
    if (form.matches("[data-many]")) {
      e.preventDefault();
      send("POST", ofCase + "/coding", { query: setup.dataset.q || "", [fields.do.value]: [fields.tag.value], confirmed: fields.confirmed.value, reason: fields.reason.value });
    } else if (form.matches("[data-batches]")) {
      e.preventDefault();
      send("POST", ofCase + "/batches", { query: setup.dataset.q || "", size: Number(fields.size.value) });
    } else if (form.matches("[data-tag-form]")) {
      e.preventDefault();
      const tag = { key: Number(fields.key.value), name: fields.name.value, group: fields.group.value };
      if (fields.id.value) send("PUT", "/api/v1/tags/" + fields.id.value, { ...tag, retired: e.submitter?.name === "retire" });
      else send("POST", ofCase + "/tags", tag);
    }
  });
  document.addEventListener("click", (e) => {
    const post = e.target.closest("[data-post]");
    if (post) { post.disabled = true; send("POST", post.dataset.post, {}, post.dataset.then).finally(() => { post.disabled = false; }); }
    const gone = e.target.closest("[data-delete]");
    if (gone) send("DELETE", gone.dataset.delete);
    const edit = e.target.closest("[data-edit]");
    if (edit) {
      const form = document.querySelector("[data-tag-form]");
      form.elements.id.value = edit.dataset.edit;
      form.elements.key.value = edit.dataset.key;
      form.elements.name.value = edit.dataset.name;
      form.elements.group.value = edit.dataset.group || "";
      form.querySelector("[data-say]").textContent = "Save";
      form.elements.retire.hidden = false;
      form.elements.name.focus();
    }
  });
})();
