"use strict";
// The list of keys, and the arrow keys on the proof board.
(() => {
  const dialog = document.getElementById("keys");
  if (!dialog) return;
  const open = () => { if (!dialog.open) dialog.showModal(); };
  document.getElementById("keys-open").addEventListener("click", open);
  document.addEventListener("keydown", (e) => {
    if (e.key !== "?" || e.ctrlKey || e.metaKey || e.altKey || /^(INPUT|SELECT|TEXTAREA)$/.test(e.target.tagName)) return;
    e.preventDefault();
    open();
  });

  const board = document.querySelector("table.board");
  if (!board) return;
  const link = (row, column) => board.rows[row]?.cells[column]?.querySelector("a");
  board.addEventListener("keydown", (e) => {
    const by = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0] }[e.key];
    const cell = e.target.closest("td, th");
    if (!by || !cell) return;
    e.preventDefault();
    // Over cells in which nothing is charged, to the next that opens something.
    let row = cell.parentElement.rowIndex + by[0];
    let column = cell.cellIndex + by[1];
    while (board.rows[row]?.cells[column] && !link(row, column)) { row += by[0]; column += by[1]; }
    link(row, column)?.focus();
  });
})();
