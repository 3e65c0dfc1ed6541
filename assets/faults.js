/* Forms on the coordinator's pages: what is said beside a field belongs to that field for a screen
   reader too (aria-invalid, aria-describedby), and the first wrong field gets the focus. Dash draws
   the fields and does not know these attributes. */
(function () {
  "use strict";

  var FIELD = ".data .edit__field";
  var FAULT = ".field-fault";

  function fieldIn(place) {
    return place.querySelector("fieldset") || place.querySelector("input, textarea, button");
  }

  function put(node, name, value) {
    if (value && node.getAttribute(name) !== value) {
      node.setAttribute(name, value);
    } else if (!value && node.hasAttribute(name)) {
      node.removeAttribute(name);
    }
  }

  function mark(place) {
    var node = fieldIn(place);
    if (!node) {
      return;
    }
    var fault = place.querySelector(FAULT);
    var hint = place.querySelector(".field-hint");
    var isWrong = Boolean(fault && fault.textContent.trim());
    put(node, "aria-invalid", isWrong ? "true" : "");
    var told = [isWrong && fault.id, hint && hint.id].filter(Boolean);
    put(node, "aria-describedby", told.join(" "));
  }

  function markAll() {
    Array.prototype.forEach.call(document.querySelectorAll(FIELD), mark);
  }

  /* The server has answered that something is wrong: lead to the first such field. */
  function lead(told) {
    var form = told.closest(".edit, .target__part") || told;
    var first = form.querySelector("[aria-invalid=true]");
    if (!first) {
      told.scrollIntoView({ block: "nearest" });
      return;
    }
    var field = first.matches("fieldset") ? first.querySelector("input") : first;
    field.focus({ preventScroll: true });
    first.closest(".edit__field").scrollIntoView({ block: "nearest" });
  }

  /* Whoever writes in a field again is not taken away from it. */
  function hasGoneOn() {
    var now = document.activeElement;
    return Boolean(now && now.matches("input, textarea"));
  }

  var waiting = false;
  var toldAt = null;

  function soon(changes) {
    changes.forEach(function (one) {
      if (one.type === "attributes") {
        toldAt = one.target;
      }
    });
    if (waiting || !document.querySelector(FIELD)) {
      return;
    }
    waiting = true;
    requestAnimationFrame(function () {
      waiting = false;
      markAll();
      if (toldAt) {
        /* What is said beside the other fields may be drawn a moment later. */
        setTimeout(arrive, 50);
      }
    });
  }

  function arrive() {
    var at = toldAt;
    toldAt = null;
    markAll();
    if (at && at.isConnected && !hasGoneOn()) {
      lead(at);
    }
  }

  document.addEventListener("DOMContentLoaded", function () {
    new MutationObserver(soon).observe(document.body, {
      attributeFilter: ["data-told"],
      characterData: true,
      childList: true,
      subtree: true,
    });
  });
})();
