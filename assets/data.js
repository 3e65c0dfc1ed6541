/* On the coordinator's pages a part is drawn anew after a decision or an edit, and the focus falls
   out of it. It is given back: into the form that was opened, else to the first control of what
   stands there now, once more where what is around it is drawn anew a moment later. */
(function () {
  "use strict";

  var PATIENCE = 5000;
  var SETTLING = 1500;
  var wanted = null;

  function isLost() {
    return !document.activeElement || document.activeElement === document.body;
  }

  function first(node, css) {
    return Array.prototype.find.call(node.querySelectorAll(css), function (one) {
      return one.getClientRects().length > 0 && !one.disabled;
    });
  }

  function give() {
    var part = wanted && document.getElementById(wanted.id);
    if (!part || Date.now() > wanted.until) {
      wanted = null;
      return;
    }
    var form = part.querySelector(".edit");
    var inForm = form && form.contains(document.activeElement);
    if (form && !inForm) {
      var named = wanted.field && '[id*=\'"field":"' + CSS.escape(wanted.field) + '"\']';
      var field = (named && first(form, "input" + named + ", textarea" + named + ", " +
        named + " input")) || first(form, "input, textarea, button");
      wanted = null;
      field.focus({ preventScroll: true });
      form.scrollIntoView({ block: "nearest" });
    } else if (isLost() && !form) {
      var control =
        (wanted.choice && part.querySelector("input:checked")) || first(part, "[data-act]") || first(part, "button, a[href], summary, input, textarea");
      if (control) {
        wanted.until = Math.min(wanted.until, Date.now() + SETTLING);
        control.focus({ preventScroll: true });
        part.scrollIntoView({ block: "nearest" });
        control.scrollIntoView({ block: "nearest" });
      }
    }
  }

  /* The part that a button changes: the block of its id, or the one that it stands in. */
  function partOf(button) {
    var id = button.id && button.id.charAt(0) === "{" ? JSON.parse(button.id) : null;
    if (id && id.type === "draft-act") {
      return document.getElementById(
        JSON.stringify({ draft: id.draft, key: id.key, kind: id.kind, type: "draft-block" })
      );
    }
    var part = button.closest('[id^="{"]:not(button):not(input):not(textarea)');
    return part || null;
  }

  document.addEventListener("click", function (event) {
    var button = event.target instanceof Element && event.target.closest(".data button[id]");
    var part = button && partOf(button);
    wanted = null;
    if (part) {
      wanted = {
        id: part.id,
        field: button.getAttribute("data-field-wanted") || "",
        until: Date.now() + PATIENCE,
      };
    }
  });

  /* A choice that counts at once is drawn anew under the hand that made it. */
  document.addEventListener("change", function (event) {
    var one = event.target instanceof Element && event.target.closest(".data .target input[type=radio]");
    var part = one && one.closest('[id^="{"][id*="draft-target"]');
    if (part) {
      wanted = { id: part.id, field: "", choice: true, until: Date.now() + PATIENCE };
    }
  });

  var waiting = false;

  function soon() {
    if (!waiting && wanted) {
      waiting = true;
      requestAnimationFrame(function () {
        waiting = false;
        give();
      });
    }
  }

  document.addEventListener("DOMContentLoaded", function () {
    new MutationObserver(soon).observe(document.body, { childList: true, subtree: true });
  });
})();
