/* On the coordinator's pages a part is drawn anew after a decision or an edit, and the focus falls
   out of it. It is given back: into the form that was opened, else to the first control of what
   stands there now, once more where what is around it is drawn anew a moment later. Until the page
   has settled it stays in sight, clear of what sticks to the edges, unless somebody scrolls. */
(function () {
  "use strict";

  var PATIENCE = 15000;
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

  function show(form, control) {
    window.karta.measureBar();
    if (form) {
      form.scrollIntoView({ block: "nearest", behavior: "instant" });
    }
    control.scrollIntoView({ block: "nearest", behavior: "instant" });
  }

  function focus(part, form, control) {
    if (!wanted.control) {
      wanted.until = Date.now() + SETTLING;
    }
    wanted.control = control;
    control.focus({ preventScroll: true });
    show(form || part, control);
  }

  function fieldIn(form, name) {
    var named = name && '[id*=\'"field":"' + CSS.escape(name) + '"\']';
    return (named && first(form, "input" + named + ", textarea" + named + ", " + named +
      " input")) || first(form, "input, textarea, button");
  }

  /* Of the measures that come and go: the choice of the one in question, or what undoes it. */
  function ofKey(part) {
    return wanted.key && first(part, 'button[id*=\'"key":"' + CSS.escape(wanted.key) + '"\']');
  }

  function controlOf(part) {
    return ofKey(part) || (wanted.choice && part.querySelector("input:checked")) ||
      first(part, "[data-act]") || first(part, "button, a[href], summary, input, textarea");
  }

  function give() {
    var part = wanted && document.getElementById(wanted.id);
    if (!part || Date.now() > wanted.until) {
      wanted = null;
      return;
    }
    var form = part.querySelector(".edit");
    var isThere = wanted.control && wanted.control === document.activeElement;
    var control = isThere ? null : form ? fieldIn(form, wanted.field) : controlOf(part);
    if (isThere && wanted.isStill) {
      show(form, wanted.control);
    } else if (control && (form ? !wanted.control && !form.contains(document.activeElement)
      : isLost())) {
      focus(part, form, control);
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

  function keyOf(button) {
    return /"draft-(join|part)"/.test(button.id) ? JSON.parse(button.id).key : "";
  }

  function want(part, more) {
    wanted = Object.assign({ id: part.id, until: Date.now() + PATIENCE, isStill: true }, more);
  }

  document.addEventListener("click", function (event) {
    if (event.target instanceof Element && event.target.closest(".dash-dropdown-option")) {
      return;
    }
    var button = event.target instanceof Element && event.target.closest(".data button[id]");
    var part = button && partOf(button);
    wanted = null;
    if (part) {
      want(part, { field: button.getAttribute("data-field-wanted"), key: keyOf(button) });
    }
  });

  /* Whoever scrolls or goes on is not called back. */
  ["wheel", "touchmove", "keydown", "pointerdown"].forEach(function (name) {
    window.addEventListener(name, function () {
      if (wanted) {
        wanted.isStill = false;
      }
    }, { capture: true, passive: true });
  });

  /* Choosing from a list that stands elsewhere in the page. */
  function choosing(event) {
    var open = document.querySelector(".data .join .dash-dropdown[data-state=open]");
    var isPicked = event.type === "click" ? event.target.closest(".dash-dropdown-option")
      : event.key === "Enter" || event.key === " ";
    if (open && isPicked) {
      want(open.closest('[id*="draft-difference"]'), { key: keyOf(open) });
    }
  }

  ["click", "keydown"].forEach(function (name) {
    window.addEventListener(name, choosing, true);
  });

  /* A choice that counts at once is drawn anew under the hand that made it. */
  document.addEventListener("change", function (event) {
    var one = event.target instanceof Element && event.target.closest(".data .target input[type=radio]");
    var part = one && one.closest('[id^="{"][id*="draft-target"]');
    if (part) {
      want(part, { choice: true });
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
    window.karta.fieldIn = fieldIn;
    new MutationObserver(soon).observe(document.body, { childList: true, subtree: true });
  });
})();
