/* A form on the coordinator's pages that was filled in and not kept yet is not lost without a word:
   neither when the plan is saved, nor when its rows are drawn anew around the form. The bar
   says so (the words stand in it, hidden), and the focus goes into the form. */
(function () {
  "use strict";

  var FORM = ".data.draft .edit";

  function changedBeside(own) {
    return Array.prototype.find.call(document.querySelectorAll(FORM), function (one) {
      return one.kartaChanged && one !== own && one.getClientRects().length > 0;
    });
  }

  function words() {
    return document.querySelector("#react-entry-point .draft-bar__unsaved");
  }

  function hold(event, form) {
    event.preventDefault();
    event.stopImmediatePropagation();
    var said = words();
    if (said) {
      said.hidden = false;
    }
    form.scrollIntoView({ block: "nearest" });
    form.querySelector("input, textarea, button").focus({ preventScroll: true });
  }

  function note(event) {
    var form = event.target instanceof Element && event.target.closest(FORM);
    if (form) {
      form.kartaChanged = true;
    }
  }

  /* A list gives no event of its own: whoever opens one is about to choose. Another section moves
     the row, so the rows are drawn anew. */
  function noteList(target) {
    var form = target.closest(".dash-dropdown") && target.closest(FORM);
    if (form) {
      form.kartaChanged = true;
      form.kartaMoved = true;
    }
  }

  function redraws(button) {
    var own = button.closest(FORM);
    return button.hasAttribute("data-redraws") ||
      (own && own.kartaMoved && button.getAttribute("data-act") === "save");
  }

  document.addEventListener("input", note, true);
  document.addEventListener("change", note, true);

  document.addEventListener("click", function (event) {
    if (!(event.target instanceof Element)) {
      return;
    }
    noteList(event.target);
    var button = event.target.closest(".data.draft button[data-act]");
    var other = button && redraws(button) && changedBeside(button.closest(FORM));
    if (other) {
      hold(event, other);
    }
  }, true);

  document.addEventListener("submit", function (event) {
    var form = event.target;
    var isSave = form.closest(".draft-bar") && /\/save$/.test(form.getAttribute("action") || "");
    var other = isSave && changedBeside(null);
    if (other) {
      hold(event, other);
    }
  }, true);

  /* Once the form is closed nothing is said any more. */
  document.addEventListener("DOMContentLoaded", function () {
    new MutationObserver(function () {
      var said = words();
      if (said && !said.hidden && !changedBeside(null)) {
        said.hidden = true;
      }
    }).observe(document.body, { childList: true, subtree: true });
  });
})();
