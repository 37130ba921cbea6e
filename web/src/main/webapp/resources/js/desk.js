"use strict";
// Forms and files of the compliance desk: sent to the API, refusals shown where they were made.
(() => {
  const context = document.getElementById("main").dataset.context || "";
  const refuse = (place, status, text) => {
    let told = {};
    try { told = JSON.parse(text); } catch { /* not problem details */ }
    place.replaceChildren();
    const title = document.createElement("b");
    title.textContent = told.title || (status ? "The server answered " + status : "The connection was lost");
    place.append(title);
    for (const line of [told.detail, told.next]) {
      if (!line) continue;
      const p = document.createElement("p");
      p.textContent = line;
      place.append(p);
    }
    place.hidden = false;
    place.scrollIntoView({ block: "nearest" });
  };
  const follow = (then, answer) => {
    if (!then) { location.reload(); return; }
    location.assign(context + then.replace("{id}", encodeURIComponent((answer && answer.id) || "")));
  };
  const value = (field) => {
    if (field.type === "checkbox") return field.checked;
    if (field.type === "number") return Number(field.value);
    if (field.dataset.type === "many") return [...field.selectedOptions].map((o) => o.value);
    if (field.dataset.type === "list") return field.value.split("\n").map((s) => s.trim()).filter((s) => s);
    if (field.type === "datetime-local" && field.value) return field.value + ":00Z";
    return field.value;
  };
  for (const form of document.querySelectorAll("form[data-send]")) {
    const place = form.querySelector(":scope > [data-problem]") || form.querySelector("[data-problem]");
    form.addEventListener("keydown", (e) => { if (e.ctrlKey && e.key === "Enter") form.requestSubmit(); });
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      if (form.dataset.busy) return;
      form.dataset.busy = "1";
      place.hidden = true;
      const body = {};
      for (const field of form.elements) if (field.name) body[field.name] = value(field);
      const headers = { "Content-Type": "application/json", "X-Requested-With": "XMLHttpRequest", Accept: "application/json" };
      if (form.dataset.version) headers["If-Match"] = "\"" + form.dataset.version + "\"";
      try {
        const answer = await fetch(context + "/api/v1" + form.dataset.send, { method: form.dataset.method || "POST", headers, body: JSON.stringify(body) });
        const text = await answer.text();
        if (answer.ok) { follow(form.dataset.then, text ? JSON.parse(text) : null); return; }
        refuse(place, answer.status, text);
      } catch { refuse(place, 0, ""); }
      delete form.dataset.busy;
    });
  }
  for (const zone of document.querySelectorAll("[data-give]")) {
    const input = zone.querySelector("input[type=file]");
    const status = zone.querySelector("[data-status]");
    const place = zone.querySelector("[data-problem]") || zone.closest("form").querySelector(":scope > [data-problem]");
    const send = (file) => {
      if (!file) return;
      place.hidden = true;
      const request = new XMLHttpRequest();
      let address = context + "/api/v1" + zone.dataset.give + "?fileName=" + encodeURIComponent(file.name);
      for (const id of (zone.dataset.with || "").split(" ").filter((s) => s)) {
        const field = document.getElementById(id);
        if (field && field.value) address += "&" + field.name + "=" + encodeURIComponent(field.value);
      }
      request.open(zone.dataset.method, address);
      request.setRequestHeader("Content-Type", zone.dataset.media);
      request.setRequestHeader("Accept", "application/json");
      request.setRequestHeader("X-Requested-With", "XMLHttpRequest");
      request.upload.onprogress = (e) => { status.textContent = Math.floor(100 * e.loaded / Math.max(e.total, 1)) + " percent sent"; };
      request.onload = () => {
        if (request.status >= 200 && request.status < 300) follow(zone.dataset.then, JSON.parse(request.responseText || "null"));
        else { status.textContent = ""; input.value = ""; refuse(place, request.status, request.responseText); } // so that the same file can be chosen again
      };
      request.onerror = () => { status.textContent = ""; refuse(place, 0, ""); };
      request.send(file);
    };
    input.addEventListener("change", () => send(input.files[0]));
    for (const name of ["dragenter", "dragover"]) zone.addEventListener(name, (e) => { e.preventDefault(); zone.classList.add("over"); });
    for (const name of ["dragleave", "drop"]) zone.addEventListener(name, (e) => { e.preventDefault(); zone.classList.remove("over"); });
    zone.addEventListener("drop", (e) => send(e.dataTransfer.files[0]));
  }
  const until = document.querySelector("[data-until]");
  if (until) {
    const ask = async () => {
      try {
        const answer = await fetch(context + "/api/v1" + until.dataset.until, { headers: { Accept: "application/json" } });
        if (answer.ok && (await answer.json()).state !== "RUNNING") { location.reload(); return; }
      } catch { /* asked again */ }
      setTimeout(ask, 1000);
    };
    setTimeout(ask, 500);
  }
})();
