"use strict";
// Coding, comments and trusted hosts of the message that is shown; the review and the page of a message share it.
(() => {
  const context = document.getElementById("main").dataset.context || "";
  const send = async (method, address, body) => {
    const answer = await fetch(context + address, {
      method,
      headers: { "Content-Type": "application/json", "X-Requested-With": "page" },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    if (answer.status === 401) { location.reload(); throw new Error("Please log in."); }
    const said = answer.status === 204 ? null : await answer.json();
    if (!answer.ok) throw new Error(said.title + ". " + said.detail + " " + (said.next || ""));
    return said;
  };
  const say = (place, error) => {
    const problem = place.querySelector("[data-problem]");
    problem.textContent = error instanceof TypeError ? "The server does not answer. Nothing was recorded; try again." : error.message;
    problem.hidden = false;
  };
  const element = (name, text, kind) => {
    const made = document.createElement(name);
    if (text) made.textContent = text;
    if (kind) made.className = kind;
    return made;
  };
  const time = (instant) => instant.slice(0, 19).replace("T", " ");

  // Shows how the message is coded now.
  const update = (panel, coding) => {
    const set = new Set(coding.tags.map((tag) => tag.id));
    panel.querySelectorAll("[data-tag]").forEach((b) => b.setAttribute("aria-pressed", String(set.has(b.dataset.tag))));
    const history = panel.querySelector(".history");
    history.replaceChildren(...coding.history.map((change) => {
      const li = element("li");
      const did = (change.set ? "set" : "taken off") + { ONE: "", MANY: " with all that matched", UNDO: " by an undo" }[change.kind];
      li.append(element("b", change.tag), " " + did + " ", element("span", change.by + ", " + time(change.at), "muted"));
      return li;
    }));
    panel.querySelector("[data-count]").textContent = String(coding.history.length);
    document.dispatchEvent(new CustomEvent("coded", { detail: { message: panel.dataset.coding.split("/").pop(), tags: coding.tags } }));
  };
  const code = async (button) => {
    const panel = button.closest("[data-coding]");
    panel.querySelector("[data-problem]").hidden = true;
    const off = button.getAttribute("aria-pressed") === "true";
    panel.dataset.turn = String(Number(panel.dataset.turn || 0) + 1);
    try {
      update(panel, await send("POST", panel.dataset.coding + "/coding", off ? { takeOff: [button.dataset.tag] } : { set: [button.dataset.tag] }));
      document.dispatchEvent(new CustomEvent("coding-said", { detail: (off ? "Taken off: " : "Coded: ") + button.dataset.name }));
      return !off;
    } catch (error) {
      say(panel, error);
      return false;
    }
  };
  // How it is coded by now; what the person did meanwhile goes before.
  const refresh = async (panel) => {
    const turn = panel && panel.dataset.turn;
    try {
      const coding = panel && (await send("GET", panel.dataset.coding + "/coding"));
      if (!coding || panel.dataset.turn !== turn) return;
      if (panel.querySelector("[data-count]").textContent !== String(coding.history.length)) update(panel, coding);
    } catch {
      // What is shown stays; the next act says what is wrong.
    }
  };
  window.profferCoding = { send, code, update, refresh };

  document.addEventListener("click", async (e) => {
    const tag = e.target.closest("[data-tag]");
    if (tag) { code(tag); return; }
    const gone = e.target.closest("[data-uncomment]");
    if (gone) {
      try { await send("DELETE", gone.dataset.uncomment); gone.closest("li").remove(); } catch (error) { say(gone.closest("[data-coding]"), error); }
    }
    const distrust = e.target.closest("[data-distrust]");
    if (distrust) { await send("DELETE", distrust.dataset.distrust); document.dispatchEvent(new CustomEvent("message-changed")); }
  });

  // The words selected in a part of the text, in characters.
  let chosen = null;
  const selected = () => {
    const selection = getSelection();
    if (selection.isCollapsed || !selection.rangeCount) return null;
    const range = selection.getRangeAt(0);
    const part = range.startContainer.parentElement && range.startContainer.parentElement.closest("pre[data-part]");
    if (!part || !part.contains(range.endContainer)) return null;
    const before = range.cloneRange();
    before.selectNodeContents(part);
    before.setEnd(range.startContainer, range.startOffset);
    return { part: part.dataset.part, offset: before.toString().length, length: range.toString().length, words: range.toString() };
  };
  window.profferComment = () => {
    const fold = document.querySelector("details.remark");
    if (!fold) return;
    chosen = selected();
    const quote = fold.querySelector("[data-words]");
    quote.hidden = !chosen;
    quote.textContent = chosen ? "“" + chosen.words + "”" : "";
    fold.open = true;
    fold.querySelector("textarea").focus();
  };
  document.addEventListener("submit", async (e) => {
    const form = e.target.closest("form[data-comment], form[data-trust]");
    if (!form) return;
    e.preventDefault();
    try {
      if (form.dataset.trust) {
        await send("POST", form.dataset.trust, { host: form.elements.host.value, reason: form.elements.reason.value });
        document.dispatchEvent(new CustomEvent("message-changed"));
        return;
      }
      const place = chosen ? { part: chosen.part, offset: chosen.offset, length: chosen.length, inCharacters: true } : {};
      const made = await send("POST", form.dataset.comment, { ...place, body: form.elements.body.value });
      const li = element("li");
      if (made.words) li.append(element("blockquote", "“" + made.words + "” part " + made.part + ", byte " + made.offset));
      const by = element("p", made.by + ", " + time(made.at) + " ", "muted");
      const remove = element("button", "Remove");
      remove.type = "button";
      remove.dataset.uncomment = "/api/v1/comments/" + made.id;
      by.append(remove);
      li.append(element("p", made.body, "prose"), by);
      form.closest("[data-coding]").querySelector(".remarks").append(li);
      form.reset();
      chosen = null;
      form.querySelector("[data-words]").hidden = true;
      form.closest("details").open = false;
      form.querySelector("[data-problem]").hidden = true;
    } catch (error) {
      say(form, error);
    }
  });
  const typing = (e) => e.ctrlKey || e.metaKey || e.altKey || /^(INPUT|SELECT|TEXTAREA)$/.test(e.target.tagName);
  document.addEventListener("keydown", (e) => {
    if (e.key === "Enter" && (e.ctrlKey || e.metaKey) && e.target.closest("form[data-comment]")) e.target.closest("form").requestSubmit();
    if (typing(e)) return;
    if (e.key === "m") { e.preventDefault(); window.profferComment(); }
    // On the page of one message; the review has its own.
    if (document.getElementById("review")) return;
    if (/^[1-9]$/.test(e.key)) {
      const button = document.querySelector("[data-tag][data-key='" + e.key + "']");
      if (button) { e.preventDefault(); code(button); }
    }
  });
  if (!document.getElementById("review")) {
    const shown = document.querySelector("[data-coding]");
    if (shown) send("POST", shown.dataset.coding + "/seen").catch(() => {});
    document.addEventListener("message-changed", () => location.reload());
  }
})();
