/* A table that is wider than its place scrolls; then, and only then, the keyboard can reach it. */
(function () {
  "use strict";

  function mark(wrap) {
    if (wrap.scrollWidth > wrap.clientWidth) {
      wrap.setAttribute("tabindex", "0");
    } else {
      wrap.removeAttribute("tabindex");
    }
  }

  function markAll() {
    document.querySelectorAll(".t-wrap").forEach(mark);
  }

  var waiting = false;
  function soon() {
    if (!waiting) {
      waiting = true;
      window.requestAnimationFrame(function () {
        waiting = false;
        markAll();
      });
    }
  }

  function watch() {
    markAll();
    new MutationObserver(soon).observe(document.body, { childList: true, subtree: true });
    window.addEventListener("resize", soon);
  }

  if (document.readyState === "loading") {
    document.addEventListener("DOMContentLoaded", watch);
  } else {
    watch();
  }
})();
