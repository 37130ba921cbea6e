"use strict";
// Fields with a list: typing replaces what stands in the field, the list scrolls with the arrow keys,
// and the field names its list, not the box around it.
(() => {
  document.addEventListener("focusin", (e) => { if (e.target.matches("input[role=combobox]")) e.target.select(); });
  document.addEventListener("keydown", (e) => {
    const chosen = e.key.startsWith("Arrow") && document.querySelector(".ui-autocomplete-item.ui-state-highlight");
    if (chosen) chosen.scrollIntoView({ block: "nearest" });
  });
  jQuery(document).on("pfAjaxComplete", () => {
    for (const list of document.querySelectorAll(".ui-autocomplete [role=listbox]")) {
      const field = list.closest(".ui-autocomplete").querySelector("input[role=combobox]");
      list.id = field.id + "_list";
      field.setAttribute("aria-controls", list.id);
    }
  });
})();
