"use strict";
// Checks a package of evidence with nothing but this browser: BagIt (RFC 8493), hashes, inclusion and consistency
// proofs (RFC 9162), signed heads (C2SP tlog-checkpoint) and cosignatures (C2SP tlog-cosignature), Ed25519.
(() => {
  const ORIGIN = "proffer/custody";
  const LARGEST = 1 << 30; // a browser hashes a file in one piece
  const MOST_ENTRIES = 100_000;
  const text = (bytes) => new TextDecoder("utf-8", {fatal: true}).decode(bytes);
  const bytesOf = (string) => new TextEncoder().encode(string);
  const hex = (bytes) => [...bytes].map((b) => b.toString(16).padStart(2, "0")).join("");
  const same = (a, b) => a.length === b.length && a.every((x, i) => x === b[i]);
  const join = (...parts) => {
    const all = new Uint8Array(parts.reduce((n, p) => n + p.length, 0));
    let at = 0;
    for (const part of parts) { all.set(part, at); at += part.length; }
    return all;
  };
  const base64 = (string) => {
    const binary = atob(string);
    const bytes = Uint8Array.from(binary, (c) => c.charCodeAt(0));
    if (btoa(binary) !== string) throw new Error("not in its one Base64 form");
    return bytes;
  };
  const sha256 = async (bytes) => new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  const leafHash = (bytes) => sha256(join(Uint8Array.of(0), bytes));
  const nodeHash = (left, right) => sha256(join(Uint8Array.of(1), left, right));
  class Wrong extends Error {}

  // ---- zip, as its central directory says ----
  const unzip = (buffer) => {
    const view = new DataView(buffer);
    const all = new Uint8Array(buffer);
    let end = -1;
    for (let at = buffer.byteLength - 22; at >= Math.max(0, buffer.byteLength - 65_557); at--) {
      if (view.getUint32(at, true) === 0x06054b50) { end = at; break; }
    }
    if (end < 0) throw new Wrong("This is no zip, or it was cut off.");
    const count = view.getUint16(end + 10, true);
    let at = view.getUint32(end + 16, true);
    if (count === 0xffff || at === 0xffffffff) throw new Wrong("This package is too large for a browser: use “proffer verify”.");
    if (count > MOST_ENTRIES) throw new Wrong("This package has too many files for a browser.");
    const entries = new Map();
    for (let i = 0; i < count; i++) {
      if (at + 46 > end || view.getUint32(at, true) !== 0x02014b50) throw new Wrong("The directory of the zip is broken.");
      const method = view.getUint16(at + 10, true);
      const packed = view.getUint32(at + 20, true);
      const size = view.getUint32(at + 24, true);
      const nameLength = view.getUint16(at + 28, true);
      const extra = view.getUint16(at + 30, true);
      const comment = view.getUint16(at + 32, true);
      const local = view.getUint32(at + 42, true);
      const name = text(all.subarray(at + 46, at + 46 + nameLength));
      at += 46 + nameLength + extra + comment;
      if (name.endsWith("/")) continue;
      if (entries.has(name)) throw new Wrong("The zip has “" + name + "” twice.");
      if (size > LARGEST || packed === 0xffffffff) throw new Wrong("“" + name + "” is too large for a browser: use “proffer verify”.");
      if (local + 30 > end || view.getUint32(local, true) !== 0x04034b50) throw new Wrong("“" + name + "” is not where the zip says.");
      const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
      if (start + packed > end) throw new Wrong("“" + name + "” is cut off.");
      entries.set(name, {method, size, bytes: all.subarray(start, start + packed)});
    }
    return entries;
  };
  const inflate = async (name, entry) => {
    if (entry.method === 0) return entry.bytes;
    if (entry.method !== 8) throw new Wrong("“" + name + "” is packed in a way this page does not know.");
    const reader = new Blob([entry.bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
    const whole = new Uint8Array(entry.size);
    let at = 0;
    try {
      for (let read = await reader.read(); !read.done; read = await reader.read()) {
        if (at + read.value.length > whole.length) throw new Wrong("longer than said");
        whole.set(read.value, at);
        at += read.value.length;
      }
    } catch {
      throw new Wrong("“" + name + "” cannot be unpacked.");
    }
    if (at !== whole.length) throw new Wrong("“" + name + "” is shorter than said.");
    return whole;
  };
  const open = async (buffer) => {
    const entries = unzip(buffer);
    const tops = new Set([...entries.keys()].map((name) => name.split("/")[0]));
    if (tops.size !== 1) throw new Wrong("The zip does not hold one folder.");
    const top = [...tops][0] + "/";
    const files = new Map();
    for (const [name, entry] of entries) {
      if (!name.startsWith(top)) throw new Wrong("The zip does not hold one folder.");
      files.set(name.slice(top.length), await inflate(name, entry));
    }
    return files;
  };

  // ---- bag ----
  const decodePath = (path) => path.replace(/%0A/gi, "\n").replace(/%0D/gi, "\r").replace(/%25/g, "%");
  const manifest = (files, name, say) => {
    const hashes = new Map();
    if (!files.has(name)) { say("“" + name + "” is missing."); return hashes; }
    for (const line of text(files.get(name)).split(/\r?\n/)) {
      if (!line) continue;
      const parts = /^([0-9A-Fa-f]{64})[ \t]+\*?(.+)$/.exec(line);
      if (!parts) { say(name + ": “" + line + "” is no hash and path."); continue; }
      const path = decodePath(parts[2]);
      if (hashes.has(path)) say(name + ": “" + path + "” is named twice.");
      hashes.set(path, parts[1].toLowerCase());
    }
    return hashes;
  };
  const checkBag = async (files, say) => {
    const declared = files.has("bagit.txt") ? text(files.get("bagit.txt")) : "";
    if (!/^BagIt-Version: 1\.0\r?\nTag-File-Character-Encoding: UTF-8\s*$/.test(declared)) say("“bagit.txt” does not declare BagIt 1.0.");
    const found = new Map();
    for (const [name, bytes] of files) found.set(name, hex(await sha256(bytes)));
    const payload = manifest(files, "manifest-sha256.txt", say);
    const tags = manifest(files, "tagmanifest-sha256.txt", say);
    for (const [path, hash] of [...payload, ...tags]) {
      if (!found.has(path)) say("“" + path + "” is missing.");
      else if (found.get(path) !== hash) say("“" + path + "” has not the SHA-256 of the manifest.");
    }
    for (const path of found.keys()) {
      if (path.startsWith("data/") && !payload.has(path)) say("“" + path + "” is not in the manifest.");
    }
    if (!tags.has("manifest-sha256.txt")) say("The manifest is not in the tag manifest.");
    return found;
  };

  // ---- heads ----
  const importKey = (raw) => crypto.subtle.importKey("raw", raw, {name: "Ed25519"}, false, ["verify"]);
  const verifies = (key, signature, message) => crypto.subtle.verify({name: "Ed25519"}, key, signature, message);
  const keyId = async (name, kind, raw) => (await sha256(join(bytesOf(name + "\n"), Uint8Array.of(kind), raw))).subarray(0, 4);
  const readKey = async (file) => {
    const der = base64(text(file).trim());
    if (der.length !== 44 || hex(der.subarray(0, 12)) !== "302a300506032b6570032100") throw new Wrong("The key is no Ed25519 key.");
    const raw = der.subarray(12);
    return {raw, key: await importKey(raw), id: await keyId(ORIGIN, 1, raw)};
  };
  const parseHead = (body) => {
    const lines = body.split("\n");
    if (lines.length !== 5 || lines[4] !== "" || lines[0] !== ORIGIN || !/^(0|[1-9]\d{0,14})$/.test(lines[1]) || !/^time \S+Z$/.test(lines[3])) {
      throw new Wrong("There is a head that cannot be read.");
    }
    const root = base64(lines[2]);
    if (root.length !== 32) throw new Wrong("There is a head that cannot be read.");
    return {size: Number(lines[1]), root, at: lines[3].slice(5)};
  };
  const readNote = async (note, office) => {
    const cut = note.lastIndexOf("\n\n");
    if (cut < 0 || !note.endsWith("\n")) throw new Wrong("There is a head that cannot be read.");
    const body = note.slice(0, cut + 1);
    const head = {...parseHead(body), note, body, lines: note.slice(cut + 2).split("\n").filter(Boolean)};
    for (const line of head.lines) {
      if (!line.startsWith("\u2014 " + ORIGIN + " ")) continue;
      let signed;
      try { signed = base64(line.slice(ORIGIN.length + 3)); } catch { continue; }
      if (signed.length === 68 && same(signed.subarray(0, 4), office.id) && await verifies(office.key, signed.subarray(4), bytesOf(body))) return head;
    }
    throw new Wrong("A head over " + head.size + " events is not signed by this key.");
  };
  const readHeads = async (bytes, office) => {
    const heads = [];
    const parts = text(bytes).split("\n\n\n");
    if (parts.pop() !== "") throw new Wrong("The heads are cut off.");
    for (const part of parts) heads.push(await readNote(part + "\n", office));
    return heads;
  };
  const readWitness = async (line) => {
    const parts = line.trim().split("+");
    const encoded = base64(parts.slice(2).join("+"));
    if (parts.length < 3 || encoded.length !== 33 || encoded[0] !== 4) throw new Wrong("“" + line + "” is no key of a witness.");
    const raw = encoded.subarray(1);
    const id = await keyId(parts[0], 4, raw);
    if (hex(id) !== parts[1]) throw new Wrong("“" + line + "” is no key of a witness.");
    return {name: parts[0], id, key: await importKey(raw)};
  };
  const cosigned = async (head, witness) => {
    for (const line of head.lines) {
      if (!line.startsWith("\u2014 " + witness.name + " ")) continue;
      let signed;
      try { signed = base64(line.slice(witness.name.length + 3)); } catch { continue; }
      if (signed.length !== 76 || !same(signed.subarray(0, 4), witness.id)) continue;
      const second = new DataView(signed.buffer, signed.byteOffset + 4, 8).getBigUint64(0);
      if (await verifies(witness.key, signed.subarray(12), bytesOf("cosignature/v1\ntime " + second + "\n" + head.body))) return new Date(Number(second) * 1000);
    }
    return null;
  };

  // ---- proofs (RFC 9162, 2.1.3.2 and 2.1.4.2) ----
  const half = (n) => Math.floor(n / 2);
  const included = async (leaf, index, size, proof, root) => {
    if (!Number.isSafeInteger(index) || index < 0 || index >= size) return false;
    let at = index, last = size - 1, reached = leaf;
    for (const sibling of proof) {
      if (last === 0) return false;
      if (at % 2 === 1 || at === last) {
        reached = await nodeHash(sibling, reached);
        while (at % 2 === 0) { at = half(at); last = half(last); }
      } else {
        reached = await nodeHash(reached, sibling);
      }
      at = half(at);
      last = half(last);
    }
    return last === 0 && same(reached, root);
  };
  const consistent = async (first, second, proof) => {
    if (first.size > second.size) return false;
    if (first.size === second.size) return proof.length === 0 && same(first.root, second.root);
    if (first.size === 0) return proof.length === 0 && same(first.root, await sha256(new Uint8Array()));
    let at = first.size - 1, last = second.size - 1;
    while (at % 2 === 1) { at = half(at); last = half(last); }
    const path = [...proof];
    // A first tree of a power of two is a node of the second and its root starts the climb.
    const start = at === 0 ? first.root : path.shift();
    if (!start) return false;
    let one = start, two = start;
    for (const sibling of path) {
      if (last === 0) return false;
      if (at % 2 === 1 || at === last) {
        one = await nodeHash(sibling, one);
        two = await nodeHash(sibling, two);
        while (at % 2 === 0 && at !== 0) { at = half(at); last = half(last); }
      } else {
        two = await nodeHash(two, sibling);
      }
      at = half(at);
      last = half(last);
    }
    return last === 0 && same(one, first.root) && same(two, second.root);
  };
  const hashes = (all) => {
    if (!Array.isArray(all)) throw new Wrong("A proof cannot be read.");
    return all.map((one) => {
      const hash = base64(one);
      if (hash.length !== 32) throw new Wrong("A proof cannot be read.");
      return hash;
    });
  };
  const ndjson = (bytes) => text(bytes).split("\n").filter(Boolean).map((line) => JSON.parse(line));

  // ---- custody ----
  const DESCRIBING = new Set(["custody.ndjson", "items.ndjson", "custody.pub", "custody.heads", "consistency.ndjson", "custody.witnessed", "custody.stamps", "README.txt",
    "report.txt", "case-uco.jsonld"].map((name) => "data/" + name));
  const custodyOf = (events, say) => {
    const items = new Map();
    events.sort((a, b) => a.sequence - b.sequence);
    for (const event of events) {
      if (!items.has(event.item)) items.set(event.item, {events: 0, received: "", last: "", exported: false, disposed: false, listed: "", first: event, end: event});
      const item = items.get(event.item);
      item.events++;
      item.end = event;
      if (event.sequence !== item.events) say("Event " + item.events + " of item " + event.item + " is number " + event.sequence + ".");
      const first = event.kind === "RECEIVED";
      if (first !== (item.events === 1)) say("Item " + event.item + " is " + (first ? "received again." : "never received."));
      if (first) item.received = event.after || "";
      else if ("before" in event && event.before !== item.last) say("Event " + item.events + " of item " + event.item + " begins with another hash.");
      item.exported = event.kind === "EXPORTED";
      if (item.disposed && !item.exported) say("Event " + item.events + " of item " + event.item + " comes after its destruction.");
      item.disposed = item.disposed || event.kind === "DISPOSED";
      if (item.exported) item.listed = (/items\.ndjson ([0-9a-f]{64})/.exec(event.detail || "") || ["", ""])[1];
      if (event.result === "DONE" && (first || "before" in event)) item.last = event.after || "";
    }
    return items;
  };

  const check = async (given) => {
    const problems = [], notes = [];
    const say = (sentence) => problems.push(sentence);
    const files = await open(given.pack);
    const found = await checkBag(files, say);
    for (const name of ["custody.ndjson", "items.ndjson", "custody.pub", "custody.heads"]) {
      if (!files.has("data/" + name)) throw new Wrong("“data/" + name + "” is missing: this is no package of evidence.");
    }
    const office = await readKey(given.key || files.get("data/custody.pub"));
    if (!given.key) notes.push("The heads were checked with the key in the package itself. Give the key that the office published.");
    const heads = await readHeads(files.get("data/custody.heads"), office);
    heads.forEach((head, i) => {
      if (i && head.size < heads[i - 1].size) say("The heads go back from " + heads[i - 1].size + " to " + head.size + " events.");
    });
    const lines = ndjson(files.get("data/custody.ndjson"));
    if (!lines.length || typeof lines[0].head !== "string") throw new Wrong("The custody does not begin with a signed head.");
    const head = await readNote(lines[0].head, office);
    if (!heads.some((each) => each.note === head.note)) say("The head of the custody is none of the heads in the package.");

    const proofs = new Map();
    if (files.has("data/consistency.ndjson")) {
      for (const line of ndjson(files.get("data/consistency.ndjson"))) proofs.set(line.first, hashes(line.proof));
    }
    const compare = async (kept) => {
      if (kept.size > head.size) return say("The log was rolled back: a head over " + kept.size + " events was kept, the package has " + head.size + ".");
      const proof = kept.size === head.size ? [] : proofs.get(kept.size);
      if (!proof && kept.size > 0) return say("The package has no proof that it continues the head over " + kept.size + " events, kept before.");
      if (!await consistent(kept, head, proof || [])) say("The log is not the one of the head over " + kept.size + " events, kept before.");
    };
    for (const [size, proof] of proofs) {
      const known = heads.find((each) => each.size === size);
      if (known && !await consistent(known, head, proof)) say("The package does not continue its own head over " + size + " events.");
    }
    if (given.heads) {
      const kept = await readHeads(given.heads, office);
      for (const each of kept) await compare(each);
      notes.push("The log continues " + kept.length + " heads kept before, unless said otherwise.");
    }
    if (given.witnesses) {
      const witnessed = files.has("data/custody.witnessed") ? await readHeads(files.get("data/custody.witnessed"), office) : [];
      for (const line of text(given.witnesses).split("\n").filter((each) => each.trim())) {
        const witness = await readWitness(line);
        let last = null;
        for (const each of witnessed) {
          const at = await cosigned(each, witness);
          if (at) { await compare(each); last = at; }
        }
        if (last) notes.push("Witnessed by " + witness.name + ", last at " + last.toISOString() + ".");
        else say("No head in the package is cosigned by " + witness.name + ".");
      }
    }

    // A time stamp is CMS with certificates, which browsers do not read: here only that it belongs to a head.
    const stamps = files.has("data/custody.stamps") ? text(files.get("data/custody.stamps")).split("\n").filter(Boolean) : [];
    for (const line of stamps) {
      const [size, root] = line.split(" ");
      if (!heads.some((each) => String(each.size) === size && btoa(String.fromCharCode(...each.root)) === root)) {
        say("A time stamp is over a head of " + size + " events that is none of the heads in the package.");
      }
    }
    if (stamps.length) notes.push("The time stamps (RFC 3161) over " + stamps.length + " heads are not checked here: “proffer verify --tsa” checks them.");

    const events = [];
    let place = -1;
    for (const line of lines.slice(1)) {
      let good = false;
      try {
        good = typeof line.leaf === "string" && line.place > place && await included(await leafHash(bytesOf(line.leaf)), line.place, head.size, hashes(line.proof), head.root);
      } catch { good = false; }
      if (!good) { say("The custody event at place " + line.place + " is not proven."); continue; }
      place = line.place;
      events.push(JSON.parse(line.leaf));
    }
    const custody = custodyOf(events, say);
    const described = new Set(DESCRIBING);
    const rows = [];
    const listed = new Set();
    let unbound = 0;
    for (const item of ndjson(files.get("data/items.ndjson"))) {
      if (listed.has(item.id)) say("Item " + item.id + " is listed twice.");
      listed.add(item.id);
      const known = custody.get(item.id);
      if (!known) { say("Item " + item.id + " has no custody."); continue; }
      if (!known.listed) unbound++;
      else if (known.listed !== found.get("data/items.ndjson")) say("The list of items is not the one with which item " + item.id + " was exported.");
      if ((item.sha256 || "") !== known.received) say("Item " + item.id + " was received with another SHA-256 than is listed.");
      if (item.path) {
        const path = "data/" + item.path;
        described.add(path);
        if (known.disposed) say("Item " + item.id + " was destroyed, and the package has a file of it.");
        else if (!known.received || found.get(path) !== known.received) say("“" + path + "” is not what was received as item " + item.id + ".");
      } else if (!known.disposed && known.received) {
        say("Item " + item.id + " has no file in the package and was not destroyed.");
      }
      rows.push([item.number, item.title || item.fileName, known.received || "a physical thing", known.events, known.first.at + " by " + known.first.by,
        (known.disposed ? "destroyed; " : "") + known.end.at + " by " + known.end.by]);
    }
    if (unbound) notes.push("The exports of " + unbound + " items do not name the list of items: what it says beside the hashes is not proven.");
    for (const [id, known] of custody) {
      if (!known.exported) say("The custody of item " + id + " does not end with an export.");
      if (!listed.has(id)) say("The custody names item " + id + ", which is not in the package.");
    }
    for (const path of found.keys()) {
      if (path.startsWith("data/") && !described.has(path)) say("“" + path + "” is no item of the package.");
    }
    notes.push("SHA3-256 is not checked here: browsers have none. “proffer verify” checks it.");
    const proven = problems.length ? "" : custody.size + " items with " + events.length + " custody events under the head of " + head.at + ", " + head.size + " events, root " + btoa(String.fromCharCode(...head.root)) + ".";
    return {problems, notes, rows, proven};
  };

  // ---- page ----
  const list = (id, sentences) => document.getElementById(id).replaceChildren(...sentences.map((sentence) => {
    const li = document.createElement("li");
    li.textContent = sentence;
    return li;
  }));
  const show = (answer) => {
    const verdict = document.getElementById("verdict");
    verdict.textContent = answer.problems.length ? "FALSE: this package is not what it says" : "PROVEN: " + answer.proven;
    verdict.dataset.verdict = answer.problems.length ? "false" : "proven";
    list("problems", answer.problems);
    list("notes", answer.notes);
    const table = document.getElementById("items");
    table.hidden = !answer.rows.length;
    table.tBodies[0].replaceChildren(...answer.rows.map((row) => {
      const tr = document.createElement("tr");
      for (const cell of row) tr.insertCell().textContent = cell;
      return tr;
    }));
    const result = document.getElementById("result");
    result.hidden = false;
    result.focus();
  };
  const fileOf = async (id) => {
    const file = document.getElementById(id).files[0];
    return file ? new Uint8Array(await file.arrayBuffer()) : null;
  };
  document.querySelector("form").addEventListener("submit", async (submitted) => {
    submitted.preventDefault();
    const button = document.querySelector("button");
    button.disabled = true;
    try {
      const pack = document.getElementById("package").files[0];
      if (!crypto.subtle) throw new Wrong("This browser checks signatures only on pages from a safe place: open the file from the disk, or use “proffer verify”.");
      show(await check({pack: await pack.arrayBuffer(), key: await fileOf("key"), heads: await fileOf("heads"), witnesses: await fileOf("witnesses")}));
    } catch (e) {
      show({problems: [e instanceof Wrong ? e.message : "It cannot be read: " + e.message], notes: [], rows: [], proven: ""});
    } finally {
      button.disabled = false;
    }
  });
})();
