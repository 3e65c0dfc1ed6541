/* Dash draws bar and page anew after each change, and the focus falls out of both. It is given
   back: to the same control after a filter, to the link that was followed after going back, to
   the page's own region after going to another page. */
(function () {
  "use strict";

  var PATIENCE = 4000;
  var HELD = "#react-entry-point #filter-bar, #react-entry-point #page";
  var left = {}; /* address → the link that was followed from there */
  var held = null; /* how to find what has the focus */
  var here = address();
  var until = 0;
  var wanted = null;

  function address() {
    return location.pathname + location.search;
  }

  function within(css) {
    return "#react-entry-point " + css;
  }

  /* Return a selector that finds the node after it was drawn anew; "" where there is none. */
  function way(node) {
    var label = node.closest("#filter-bar .control") && node.closest(".control").firstElementChild;
    if (label) {
      return within("#" + CSS.escape(label.htmlFor));
    }
    var row = node.closest(".ag-row");
    var link = row ? row.querySelector("a.title-link[href]") : node.closest("a[href]");
    return link ? within('#page a[href="' + CSS.escape(link.getAttribute("href")) + '"]') : "";
  }

  function isLost() {
    return !document.activeElement || document.activeElement === document.body;
  }

  function isShown(node) {
    return node.getClientRects().length > 0;
  }

  function give(selector) {
    var found = Array.prototype.filter.call(document.querySelectorAll(selector), isShown)[0];
    if (!found) {
      return false;
    }
    (found.closest(".ag-cell") || found).focus({ preventScroll: true });
    return !isLost();
  }

  function region() {
    var page = document.querySelector(within("#page"));
    if (page && page.children.length) {
      page.focus({ preventScroll: true });
    }
  }

  function isAtRegion() {
    return document.activeElement && document.activeElement.id === "page";
  }

  function moved() {
    var before = here;
    here = address();
    until = Date.now() + PATIENCE;
    if (location.pathname === before.split("?")[0]) {
      wanted = held;
      return;
    }
    left[before] = held;
    wanted = left[here] || (held && held.indexOf("#filter-") > 0 ? held : "");
    held = null;
  }

  function mend() {
    if (address() !== here) {
      moved();
    }
    if (Date.now() > until || !(isLost() || (wanted && isAtRegion()))) {
      return;
    }
    if (wanted && give(wanted)) {
      until = 0;
    } else if (isLost()) {
      region();
    }
  }

  var waiting = false;

  function mendSoon() {
    if (!waiting) {
      waiting = true;
      requestAnimationFrame(function () {
        waiting = false;
        mend();
      });
    }
  }

  document.addEventListener("focusin", function (event) {
    var node = event.target;
    if (node.closest("#react-entry-point #nav")) {
      held = null;
    } else if (node.id !== "page" && node.closest(HELD)) {
      held = way(node);
    }
  });

  /* Whoever presses a key or a button has gone on. */
  ["keydown", "pointerdown"].forEach(function (name) {
    window.addEventListener(name, function () { until = 0; }, true);
  });

  document.addEventListener("DOMContentLoaded", function () {
    new MutationObserver(mendSoon).observe(document.body, { childList: true, subtree: true });
  });
})();
