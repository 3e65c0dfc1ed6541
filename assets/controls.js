/* Mends the markup of Dash's dropdown and date field for keyboard and screen reader: their focus
   target is hidden from readers, labels do not name them, some attributes have no role to stand
   on, an open list says "option" of what are radio buttons and checkboxes, and the calendar's
   buttons speak English only. */
(function () {
  "use strict";

  var ROLELESS = ["aria-expanded", "aria-haspopup", "aria-disabled", "aria-labelledby", "type"];

  function each(selector, act) {
    document.querySelectorAll(selector).forEach(act);
  }

  function name(selector, text) {
    each(selector + ":not([aria-label])", function (node) {
      node.setAttribute("aria-label", word(text));
    });
  }

  function label(node) {
    return node.id && document.getElementById(node.id + "-label");
  }

  /* The words in the page's language stand at the filter bar (layouts/controls.py). */
  function words() {
    var bar = document.querySelector("#react-entry-point .filters[data-words]");
    return bar ? JSON.parse(bar.getAttribute("data-words")) : {};
  }

  function word(text) {
    return words()[text] || text;
  }

  function mendDropdowns() {
    each(".dash-dropdown-focus-target:not([tabindex='-1'])", function (node) {
      node.setAttribute("tabindex", "-1");
    });
    each("button.dash-dropdown[tabindex='-1']", function (node) {
      node.setAttribute("tabindex", "0");
    });
    each("button.dash-dropdown", function (node) {
      var named = label(node);
      var by = node.getAttribute("aria-labelledby") || "";
      if (named && by.indexOf(named.id) < 0) {
        node.setAttribute("aria-labelledby", named.id + " " + by);
      }
    });
    each("a.dash-dropdown-clear[aria-label], a.dash-datepicker-clear[aria-label]", function (node) {
      node.title = node.title || word(node.getAttribute("aria-label"));
      node.removeAttribute("aria-label");
    });
  }

  function mendLists() {
    name(".dash-dropdown-content[role='dialog']", "Choices");
    name(".dash-options-list", "Choices");
    each(".dash-options-list[role='listbox']", function (node) {
      node.setAttribute("role", "group");
    });
    each(".dash-options-list-option[role], .dash-options-list-option[aria-selected]", function (
      node
    ) {
      node.removeAttribute("role");
      node.removeAttribute("aria-selected");
    });
  }

  function mendDates() {
    each(".dash-datepicker-input-wrapper", function (node) {
      ROLELESS.forEach(function (name) {
        if (node.hasAttribute(name)) {
          node.removeAttribute(name);
        }
      });
    });
    each(".dash-datepicker-input[aria-label]", function (node) {
      if (label(node)) {
        node.removeAttribute("aria-label");
      }
    });
    name(".dash-datepicker-content[role='dialog']", "Calendar");
    name(".dash-datepicker-content input[type='number']", "Year");
    each(".dash-datepicker-content [aria-label]", function (node) {
      var spoken = node.getAttribute("aria-label");
      if (word(spoken) !== spoken) {
        node.setAttribute("aria-label", word(spoken));
      }
    });
  }

  var waiting = false;

  function mendSoon() {
    if (!waiting) {
      waiting = true;
      requestAnimationFrame(function () {
        waiting = false;
        mendDropdowns();
        mendLists();
        mendDates();
      });
    }
  }

  /* Enter chooses in an open list, as the space bar does. */
  document.addEventListener(
    "keydown",
    function (event) {
      var option = event.target;
      if (event.key === "Enter" && option.matches(".dash-options-list-option-checkbox")) {
        event.preventDefault();
        event.stopPropagation();
        option.click();
      }
    },
    true
  );

  document.addEventListener("DOMContentLoaded", function () {
    new MutationObserver(mendSoon).observe(document.body, {
      attributes: true,
      attributeFilter: [
        "aria-expanded",
        "aria-label",
        "aria-labelledby",
        "aria-selected",
        "tabindex",
      ],
      childList: true,
      subtree: true,
    });
  });
})();
