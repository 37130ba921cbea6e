"use strict";
// Streams a dropped file to the case and shows how far it is; evidence is imported at once.
for (const zone of document.querySelectorAll("[data-upload-case]")) {
  const context = document.getElementById("main").dataset.context || "";
  const api = context + "/api/v1/cases/" + encodeURIComponent(zone.dataset.uploadCase);
  const input = zone.querySelector("input[type=file]");
  const bar = zone.querySelector("progress");
  const status = zone.querySelector("[data-status]");
  const problem = zone.querySelector("[data-problem]");
  let busy = false;

  const bytes = (n) => {
    const units = ["bytes", "kB", "MB", "GB", "TB"];
    let unit = 0;
    while (n >= 1000 && unit < units.length - 1) { n /= 1000; unit++; }
    return (unit ? n.toFixed(1) : n) + " " + units[unit];
  };
  const seconds = (s) => s < 60 ? Math.ceil(s) + " s" : Math.ceil(s / 60) + " min";

  const refuse = (request) => {
    let told = {};
    try { told = JSON.parse(request.responseText); } catch { /* not problem details */ }
    problem.replaceChildren();
    const title = document.createElement("b");
    title.textContent = told.title || (request.status ? "The server answered " + request.status : "The connection was lost");
    problem.append(title);
    for (const line of [told.detail, told.next || (request.status ? null : "Drop the file again.")]) {
      if (!line) continue;
      const p = document.createElement("p");
      p.textContent = line;
      problem.append(p);
    }
    problem.hidden = false;
    bar.hidden = true;
    status.textContent = "";
    busy = false;
  };

  const post = (url, type, body, done, progress) => {
    const request = new XMLHttpRequest();
    request.open("POST", url);
    request.setRequestHeader("Content-Type", type);
    request.setRequestHeader("Accept", "application/json");
    request.setRequestHeader("X-Requested-With", "XMLHttpRequest");
    if (progress) request.upload.onprogress = progress;
    request.onload = () => request.status >= 200 && request.status < 300 ? done(JSON.parse(request.responseText)) : refuse(request);
    request.onerror = () => refuse(request);
    request.send(body);
  };

  const send = (file) => {
    if (busy || !file) return;
    busy = true;
    problem.hidden = true;
    bar.hidden = false;
    bar.value = 0;
    const started = performance.now();
    const as = zone.dataset.uploadAs || "evidence";
    post(api + "/" + as + "?fileName=" + encodeURIComponent(file.name), "application/octet-stream", file, (item) => {
      if (as !== "evidence") {
        busy = false;
        location.reload();
        return;
      }
      status.textContent = "Received. Starting the import.";
      post(api + "/imports", "application/json", JSON.stringify({ evidenceId: item.id }), (job) => {
        location.assign(context + "/imports/import.xhtml?id=" + encodeURIComponent(job.id));
      });
    }, (event) => {
      const rate = event.loaded / Math.max((performance.now() - started) / 1000, 0.001);
      bar.max = event.total;
      bar.value = event.loaded;
      status.textContent = event.loaded < event.total
        ? bytes(event.loaded) + " of " + bytes(event.total) + ", " + bytes(rate) + "/s, " + seconds((event.total - event.loaded) / rate) + " left"
        : "All " + bytes(event.total) + " sent. Waiting for the receipt.";
    });
  };

  addEventListener("beforeunload", (event) => { if (busy && bar.value < bar.max) event.preventDefault(); });
  for (const name of ["dragenter", "dragover"]) zone.addEventListener(name, (e) => { e.preventDefault(); zone.classList.add("over"); });
  for (const name of ["dragleave", "drop"]) zone.addEventListener(name, (e) => { e.preventDefault(); zone.classList.remove("over"); });
  zone.addEventListener("drop", (e) => send(e.dataTransfer.files[0]));
  input.addEventListener("change", () => send(input.files[0]));
}
