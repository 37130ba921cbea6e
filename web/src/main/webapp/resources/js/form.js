"use strict";
// Typing into a field with a list replaces what stands in it.
document.addEventListener("focusin", (e) => { if (e.target.matches("input[role=combobox]")) e.target.select(); });
