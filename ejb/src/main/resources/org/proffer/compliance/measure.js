"use strict";
// Measures how words are drawn in two frames, a phone's and a desktop's. Of our own page; frames run no script.
addEventListener("load", () => {
  const asked = JSON.parse(document.getElementById("asked").textContent);
  const rgb = (text) => {
    const n = (text.match(/[\d.]+/g) || []).map(Number);
    return { r: n[0] || 0, g: n[1] || 0, b: n[2] || 0, a: n.length > 3 ? n[3] : n.length ? 1 : 0 };
  };
  const over = (top, below) => ({
    r: top.r * top.a + below.r * (1 - top.a),
    g: top.g * top.a + below.g * (1 - top.a),
    b: top.b * top.a + below.b * (1 - top.a),
    a: 1,
  });
  const light = (c) => {
    const [r, g, b] = [c.r, c.g, c.b].map((v) => {
      const s = v / 255;
      return s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a, b) => {
    const [x, y] = [light(a), light(b)];
    return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
  };
  // Where words stand in the text of a frame; white space counts as one space.
  const index = (body) => {
    const walker = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_TEXT);
    let text = "";
    const places = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.parentElement.closest("style,script,title")) continue;
      for (let i = 0; i < node.data.length; i++) {
        const space = /\s/.test(node.data[i]);
        if (space && text.endsWith(" ")) continue;
        text += space ? " " : node.data[i];
        places.push([node, i]);
      }
      if (!text.endsWith(" ")) {
        text += " ";
        places.push([node, node.data.length]);
      }
    }
    return { text, places };
  };
  const measure = (frame, wanted) => {
    const page = frame.contentDocument;
    const view = frame.contentWindow;
    const { text, places } = index(page.body);
    const words = wanted.replace(/\s+/g, " ").trim();
    const from = text.indexOf(words);
    if (!words || from < 0) return { found: false };
    const range = page.createRange();
    range.setStart(...places[from]);
    const last = places[from + words.length - 1];
    range.setEnd(last[0], Math.min(last[1] + 1, last[0].data.length));
    const element = places[from][0].parentElement;
    const style = view.getComputedStyle(element);
    let opacity = 1;
    let image = false;
    let back = null;
    const behind = [];
    let cut = "";
    const rects = [...range.getClientRects()].filter((r) => r.width > 0 && r.height > 0);
    for (let at = element; at; at = at.parentElement) {
      const s = view.getComputedStyle(at);
      opacity *= Number(s.opacity);
      if (!back) {
        const color = rgb(s.backgroundColor);
        if (color.a > 0) behind.push(color);
        if (color.a === 1) back = color;
        image = image || s.backgroundImage !== "none";
      }
      if (rects.length && s.overflow !== "visible" && at !== page.body && at !== page.documentElement) {
        const box = at.getBoundingClientRect();
        if (box.width < 2 || box.height < 2 || rects[0].top >= box.bottom || rects[0].left >= box.right) cut = "cut off by what holds it";
      }
    }
    let ground = { r: 255, g: 255, b: 255, a: 1 };
    for (const color of behind.reverse()) ground = over(color, ground);
    const ink = rgb(style.color);
    ink.a *= opacity;
    const height = Math.max(page.documentElement.scrollHeight, 1);
    const top = rects.length ? rects[0].top + view.scrollY : 0;
    const hidden = !rects.length ? "not drawn"
      : style.visibility !== "visible" ? "visibility is " + style.visibility
      : opacity < 0.1 ? "see-through"
      : rects[0].right <= 0 || top + rects[0].height <= 0 || rects[0].left >= Math.max(page.documentElement.scrollWidth, frame.clientWidth) ? "outside of the page"
      : cut;
    return {
      found: true,
      size: parseFloat(style.fontSize),
      contrast: contrast(over(ink, ground), ground),
      position: Math.min(1, top / height),
      screen: Math.floor(top / frame.clientHeight) + 1,
      screens: Math.ceil(height / frame.clientHeight),
      image,
      hidden,
    };
  };
  const all = {};
  for (const name of ["phone", "desktop"]) {
    const frame = document.getElementById(name);
    all[name] = asked.map((words) => measure(frame, words));
  }
  document.getElementById("measured").textContent = JSON.stringify(all);
});
