/* A form of an upload that was filled in and not kept yet is not lost without a word: neither when
   the plan is saved, nor when its rows are drawn anew around the form. The bar says so (the words
   stand in it, hidden), and the focus goes into the form. What is decided elsewhere on the page
   leaves open forms as they are (callbacks/data_refresh.py); leaving the page: leaving.js. */
(function () {
  "use strict";

  var FORM = ".data.draft .edit";
  var LIST = ".dash-dropdown";

  function find(nodes, test) {
    return Array.prototype.find.call(nodes, test);
  }

  /* A list gives no event of its own: what it shows is compared with what it showed at first. */
  function isMoved(form) {
    return Boolean(find(form.querySelectorAll(LIST), function (one) {
      return one.kartaShown !== undefined && one.kartaShown !== one.textContent;
    }));
  }

  function isChanged(form) {
    return (form.kartaChanged || isMoved(form)) && form.getClientRects().length > 0;
  }

  function changedBeside(own) {
    return find(document.querySelectorAll(FORM), function (one) {
      return one !== own && isChanged(one);
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
    enter(form, form.querySelector("input, textarea, button"));
  }

  function enter(form, field) {
    window.karta.measureBar();
    field.focus({ preventScroll: true });
    form.scrollIntoView({ block: "nearest", behavior: "instant" });
    field.scrollIntoView({ block: "nearest", behavior: "instant" });
  }

  function note(event) {
    var form = event.target instanceof Element && event.target.closest(FORM);
    if (form) {
      form.kartaChanged = true;
    }
  }

  function noteList(target) {
    var list = target.closest(LIST);
    if (list && list.closest(FORM) && list.kartaShown === undefined) {
      list.kartaShown = list.textContent;
    }
  }

  /* Another section moves the row, so the rows are drawn anew. */
  function redraws(button) {
    var own = button.closest(FORM);
    return button.hasAttribute("data-redraws") ||
      (own && isMoved(own) && button.getAttribute("data-act") === "save");
  }

  function lostBy(target) {
    var button = target.closest(".data.draft button[data-act]");
    return button && redraws(button) && changedBeside(button.closest(FORM));
  }

  /* "Correct by hand" leads into the form of the row, where it is open already. */
  function enterOpen(event) {
    var button = event.target.closest(".data.draft button[data-field-wanted]");
    var id = button && JSON.parse(button.id);
    var block = id && document.getElementById(
      JSON.stringify({ draft: id.draft, key: id.key, kind: id.kind, type: "draft-block" })
    );
    var form = block && block.querySelector(FORM);
    if (form && isChanged(form)) {
      event.stopImmediatePropagation();
      enter(form, window.karta.fieldIn(form, button.getAttribute("data-field-wanted")));
    }
  }

  document.addEventListener("input", note, true);
  document.addEventListener("change", note, true);

  document.addEventListener("click", function (event) {
    if (!(event.target instanceof Element)) {
      return;
    }
    noteList(event.target);
    enterOpen(event);
    var other = lostBy(event.target);
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

  window.karta.changedForm = function () {
    return changedBeside(null);
  };

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
