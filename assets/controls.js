/* Mends the markup of Dash's dropdown and date field for keyboard and screen reader: their focus
   target is hidden from readers, labels do not name them, some attributes have no role to stand
   on, and the calendar's buttons speak English only. */
(function () {
  "use strict";

  var WORDS = {
    "Clear date": "Очистить дату",
    "Close calendar": "Закрыть календарь",
    "Previous month": "Предыдущий месяц",
    "Next month": "Следующий месяц",
    "Decrease value": "Уменьшить",
    "Increase value": "Увеличить",
  };
  var ROLELESS = ["aria-expanded", "aria-haspopup", "aria-disabled", "aria-labelledby", "type"];

  function each(selector, act) {
    document.querySelectorAll(selector).forEach(act);
  }

  function label(node) {
    return node.id && document.getElementById(node.id + "-label");
  }

  function word(text) {
    return document.documentElement.lang === "ru" ? WORDS[text] || text : text;
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
      attributeFilter: ["aria-expanded", "aria-label", "aria-labelledby", "tabindex"],
      childList: true,
      subtree: true,
    });
  });
})();
