"use strict";
// The review: the list, the message in the middle, what is judged on the right; the next message is there before it is asked for.
(() => {
  const review = document.getElementById("review");
  const context = document.getElementById("main").dataset.context || "";
  const list = document.getElementById("rows");
  const centre = document.getElementById("centre");
  const right = document.getElementById("right");
  const caseId = review.dataset.case;
  const q = review.dataset.q || "";
  const canCode = review.dataset.coding === "true";
  const tags = new Map([...document.querySelectorAll("#palette li")].map((li) => [li.dataset.id, { name: li.textContent, key: li.dataset.key }]));
  const rows = [];
  const fetched = new Map();
  const selected = new Set();
  let next = "0";
  let loading = null;
  let at = -1;
  let turn = 0;
  let view = "r";

  const say = (text) => { document.getElementById("said").textContent = text; };
  const refuse = (text) => {
    const place = document.getElementById("refused");
    place.textContent = text;
    place.hidden = !text;
  };
  const element = (name, text, kind) => {
    const made = document.createElement(name);
    if (text) made.textContent = text;
    if (kind) made.className = kind;
    return made;
  };

  // The list.
  const draw = (message) => {
    const li = message.li || element("li");
    li.id = "m-" + message.id;
    li.setAttribute("role", "option");
    const top = element("span", null, "line");
    if (!message.seen) top.append(element("span", "NEW", "new"));
    top.append(element("b", message.fromName || message.fromAddress || "(no sender)", "who"), element("span", (message.sentAt || "no date").slice(0, 10), "day"));
    const below = element("span", null, "line");
    below.append(element("span", message.subject || "(no subject)", "what"));
    const marks = element("span", null, "line marks");
    marks.append(element("span", message.verdict.replace("_", " ").toLowerCase(), "chip " + message.verdict));
    for (const id of message.tags) if (tags.has(id)) marks.append(element("span", tags.get(id).name, "chip tag"));
    li.replaceChildren(top, below, marks);
    li.classList.toggle("chosen", selected.has(message.id));
    li.setAttribute("aria-selected", String(rows[at] === message));
    message.li = li;
    return li;
  };
  const address = (cursor) => context + "/api/v1/cases/" + caseId + "/review?limit=50&cursor=" + cursor + "&query=" + encodeURIComponent(q);
  const more = () => {
    if (loading || next === null) return loading || Promise.resolve();
    loading = (async () => {
      const answer = await fetch(address(next), { headers: { "X-Requested-With": "page" } });
      if (answer.status === 401) { location.reload(); return; }
      const page = await answer.json();
      if (!answer.ok) {
        next = null;
        refuse(page.title + ". " + page.detail + " " + (page.next || ""));
        mark(page.position);
        if (!rows.length) { review.classList.add("nothing"); centre.replaceChildren(); }
        return;
      }
      page.messages.forEach((message) => { rows.push(message); list.append(draw(message)); });
      review.dataset.total = page.total;
      document.getElementById("covers").textContent = [(page.totalIsExact ? "" : "More than ") + page.total.toLocaleString("en-US") + (page.total === 1 ? " message." : " messages."), page.coverage, ...page.notes].join(" ");
      next = page.next || null;
      review.classList.toggle("nothing", !rows.length);
      if (!rows.length) {
        const coming = page.importsRunning > 0;
        centre.replaceChildren(element("p", coming ? "An import is running. Its messages appear here as they are read." : q ? "No message matches. Ask for less, or clear the search." : "The case has no messages yet. Drop a mailbox on its overview.", "empty"));
        if (coming) setTimeout(begin, 2000);
      }
    })().catch(() => refuse("The server does not answer. Try again.")).finally(() => { loading = null; });
    return loading;
  };
  // Puts the cursor where the query stops being understood.
  const mark = (position) => {
    const box = document.getElementById("q");
    if (!position) return;
    box.focus();
    box.setSelectionRange(position - 1, Math.min(position, box.value.length));
  };

  // Messages. Ids of a message are made its own, so that two can be in the page.
  const own = (root) => {
    const suffix = "-" + ++turn;
    root.querySelectorAll("[id]").forEach((e) => { e.id += suffix; });
    for (const name of ["aria-controls", "aria-labelledby", "data-jump"])
      root.querySelectorAll("[" + name + "]").forEach((e) => { if (e.getAttribute(name)) e.setAttribute(name, e.getAttribute(name) + suffix); });
  };
  const get = (message, ahead) => {
    if (!fetched.has(message.id)) {
      const asked = context + "/messages/message.xhtml?id=" + message.id + (q ? "&q=" + encodeURIComponent(q) : "") + (ahead ? "&ahead=1" : "");
      fetched.set(message.id, fetch(asked, { headers: { "X-Requested-With": "page" } }).then(async (answer) => {
        if (!answer.ok) throw new Error("The message cannot be opened (" + answer.status + ").");
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        const reading = page.getElementById("reading");
        if (!reading) { location.reload(); throw new Error("Please log in."); }
        const judging = page.getElementById("judging");
        const both = document.createElement("div");
        both.append(document.adoptNode(reading), document.adoptNode(judging));
        own(both);
        // In the page but hidden, so that its frame loads now.
        reading.hidden = true;
        centre.append(reading);
        return { reading, judging, fetched: Date.now() };
      }));
    }
    return fetched.get(message.id);
  };
  const forget = (keep) => {
    for (const [id, promise] of fetched) {
      if (keep.has(id)) continue;
      fetched.delete(id);
      promise.then((parts) => parts.reading.remove()).catch(() => {});
    }
  };
  const open = async (index) => {
    if (index < 0 || index >= rows.length) return;
    const before = rows[at];
    at = index;
    const message = rows[at];
    if (before) before.li.setAttribute("aria-selected", "false");
    message.li.setAttribute("aria-selected", "true");
    list.setAttribute("aria-activedescendant", message.li.id);
    message.li.scrollIntoView({ block: "nearest" });
    document.getElementById("place").textContent = (at + 1).toLocaleString("en-US") + " of " + Number(review.dataset.total).toLocaleString("en-US");
    let parts;
    review.setAttribute("aria-busy", "true");
    try {
      parts = await get(message, false);
    } catch (error) {
      fetched.delete(message.id);
      if (rows[at] === message) review.removeAttribute("aria-busy");
      if (rows[at] === message) centre.replaceChildren(element("p", error.message, "notice bad"));
      return;
    }
    if (rows[at] !== message) return;
    review.removeAttribute("aria-busy");
    for (const other of [...centre.children]) {
      if (other === parts.reading) other.hidden = false;
      else if (other.id && other.id.startsWith("reading")) other.hidden = true;
      else other.remove();
    }
    right.replaceChildren(parts.judging);
    window.profferView(parts.reading, view);
    review.dataset.shown = message.id;
    history.replaceState(null, "", "#" + message.id);
    window.profferCoding.send("POST", "/api/v1/messages/" + message.id + "/seen").then(() => {
      if (!message.seen) { message.seen = true; draw(message); }
    }).catch(() => {});
    // Somebody else may have coded it since it was fetched.
    if (Date.now() - parts.fetched > 2000) window.profferCoding.refresh(parts.judging.querySelector("[data-coding]"));
    const around = [rows[at - 1], message, rows[at + 1], rows[at + 2]].filter(Boolean);
    forget(new Set(around.map((m) => m.id)));
    for (const ahead of [rows[at + 1], rows[at + 2]]) if (ahead) get(ahead, true).catch(() => fetched.delete(ahead.id));
    if (at > rows.length - 15) more();
  };
  // What was fetched earlier shows an earlier coding.
  const drop = (id) => {
    fetched.get(id)?.then((parts) => parts.reading.remove()).catch(() => {});
    fetched.delete(id);
  };
  const step = async (by) => {
    if (by > 0 && at + by >= rows.length) await more();
    if (at + by >= 0 && at + by < rows.length) return open(at + by);
    say(by > 0 ? "This is the last message." : "This is the first message.");
  };

  list.addEventListener("click", (e) => {
    const li = e.target.closest("li");
    const index = rows.findIndex((row) => row.li === li);
    if (index < 0) return;
    if (e.ctrlKey || e.metaKey) pick(rows[index]); else open(index);
  });
  list.addEventListener("scroll", () => { if (list.scrollTop + list.clientHeight > list.scrollHeight - 400) more(); });
  const pick = (message) => {
    if (selected.has(message.id)) selected.delete(message.id); else selected.add(message.id);
    draw(message);
    say(selected.size + " selected");
    document.getElementById("place").textContent = selected.size ? selected.size + " selected" : "";
  };

  // Coding by key: the message that is shown, or those selected.
  const shownButton = (key) => right.querySelector("[data-tag][data-key='" + key + "']");
  const press = async (key) => {
    const button = shownButton(key);
    if (!button) { say("No tag has the key " + key + "."); return; }
    if (selected.size) {
      const chosen = rows.filter((row) => selected.has(row.id));
      try {
        for (const message of chosen) {
          const coding = await window.profferCoding.send("POST", "/api/v1/messages/" + message.id + "/coding", { set: [button.dataset.tag] });
          message.tags = coding.tags.map((tag) => tag.id);
          if (message === rows[at]) window.profferCoding.update(button.closest("[data-coding]"), coding);
          else drop(message.id);
          selected.delete(message.id);
          draw(message);
        }
        say("Coded " + chosen.length + " messages: " + button.dataset.name);
      } catch (error) {
        refuse(error.message + " " + selected.size + " of the selected messages were not coded; they are still selected.");
      }
      return;
    }
    const onward = document.getElementById("onward").checked;
    if (await window.profferCoding.code(button) && onward) step(1);
  };
  document.addEventListener("coded", (e) => {
    const message = rows.find((row) => row.id === e.detail.message);
    if (!message) return;
    message.tags = e.detail.tags.map((tag) => tag.id);
    draw(message);
    if (message !== rows[at]) drop(message.id);
  });
  document.addEventListener("coding-said", (e) => say(e.detail));
  document.addEventListener("message-changed", () => {
    fetched.forEach((promise) => promise.then((parts) => parts.reading.remove()).catch(() => {}));
    fetched.clear();
    open(at);
  });
  const undo = async () => {
    try {
      const undone = await window.profferCoding.send("POST", "/api/v1/cases/" + caseId + "/coding/undo");
      const message = rows.find((row) => row.id === undone.messageId);
      say("Undone: coding of " + (message ? message.subject || "a message" : "a message that is not in the list"));
      if (!message) return;
      message.tags = undone.tags.map((tag) => tag.id);
      draw(message);
      if (message === rows[at]) window.profferCoding.update(right.querySelector("[data-coding]"), undone);
      else { drop(message.id); open(rows.indexOf(message)); }
    } catch (error) {
      refuse(error.message);
    }
  };

  // Keys.
  let waiting = false;
  const typing = (e) => e.ctrlKey || e.metaKey || e.altKey || /^(INPUT|SELECT|TEXTAREA)$/.test(e.target.tagName);
  document.addEventListener("keydown", (e) => {
    if (e.key === "Escape" && !document.querySelector("dialog[open]")) { list.focus(); return; }
    if (typing(e) && e.target.type !== "checkbox") return;
    if (document.querySelector("dialog[open]")) return;
    refuse("");
    if (waiting) {
      waiting = false;
      const reading = [...centre.children].find((c) => !c.hidden);
      if (reading && /^[rthpsac]$/.test(e.key)) {
        view = e.key;
        window.profferView(reading, view);
        if (view === "t") reading.querySelector("mark.hit")?.scrollIntoView({ block: "center" });
        e.preventDefault();
      }
      return;
    }
    const done = {
      j: () => step(1),
      k: () => step(-1),
      ArrowDown: () => e.target === list && (step(1), true),
      ArrowUp: () => e.target === list && (step(-1), true),
      x: () => rows[at] && pick(rows[at]),
      u: () => canCode && undo(),
      g: () => { waiting = true; setTimeout(() => { waiting = false; }, 1500); },
      n: () => { const i = rows.findIndex((row, n) => n > at && !row.seen); if (i >= 0) open(i); else say("No new message among those loaded."); },
      e: () => right.querySelector("article.finding")?.focus(),
      p: () => { const proof = [...centre.children].find((c) => !c.hidden)?.querySelector("a[rel=proof]"); if (proof) location.assign(proof.href); },
      w: () => rows[at] && window.open(context + "/messages/message.xhtml?id=" + rows[at].id + (q ? "&q=" + encodeURIComponent(q) : ""), "proffer-message", "width=1100,height=900"),
      "?": () => document.getElementById("legend").showModal(),
    }[e.key];
    if (done) {
      if (done() === false) return;
      e.preventDefault();
      e.stopImmediatePropagation();
    } else if (canCode && /^[1-9]$/.test(e.key)) {
      e.preventDefault();
      press(e.key);
    }
  }, true);

  const onward = document.getElementById("onward");
  onward.checked = localStorage.getItem("proffer.onward") === "1";
  onward.addEventListener("change", () => localStorage.setItem("proffer.onward", onward.checked ? "1" : "0"));
  document.getElementById("saved")?.addEventListener("change", (e) => {
    if (!e.target.value) return;
    document.getElementById("q").value = e.target.value;
    document.querySelector("form.asking").submit();
  });
  const naming = document.getElementById("naming");
  document.getElementById("save-search")?.addEventListener("click", () => naming.showModal());
  naming.querySelector("form").addEventListener("submit", async (e) => {
    if (!e.submitter || e.submitter.value !== "save") return;
    e.preventDefault();
    try {
      await window.profferCoding.send("POST", "/api/v1/cases/" + caseId + "/searches", { name: document.getElementById("search-name").value, query: document.getElementById("q").value, shared: document.getElementById("search-shared").checked });
      location.reload();
    } catch (error) {
      const problem = naming.querySelector("[data-problem]");
      problem.textContent = error.message;
      problem.hidden = false;
    }
  });

  const begin = () => {
    next = "0";
    return more().then(() => {
      const wanted = rows.findIndex((row) => "#" + row.id === location.hash);
      if (rows.length) { open(Math.max(wanted, 0)); list.focus({ preventScroll: true }); }
    });
  };
  begin();
})();
