/* Links to a place on a page ("/overdue#missing-list"): Dash draws the page after the address has
   changed, so the browser itself finds no such place yet. Wait for it for a moment, then show it. */
(function () {
  "use strict";

  var PATIENCE = 4000;
  var wanted = "";
  var until = 0;

  function want(hash) {
    wanted = hash.slice(1);
    until = wanted ? Date.now() + PATIENCE : 0;
  }

  function find() {
    return document.querySelector("#react-entry-point #" + CSS.escape(wanted));
  }

  function show() {
    if (!until) {
      return;
    }
    var place = find();
    if (place) {
      place.scrollIntoView({ block: "start" });
    }
    if (Date.now() > until) {
      until = 0;
    }
  }

  function forget() {
    until = 0;
  }

  document.addEventListener("click", function (event) {
    var link = event.target instanceof Element && event.target.closest("a[href]");
    if (link) {
      want(link.hash || "");
    }
  }, true);

  /* Whoever scrolls or types has found the place. */
  ["wheel", "touchmove", "keydown"].forEach(function (name) {
    window.addEventListener(name, forget, { passive: true });
  });

  function watch() {
    if (window.location.hash) {
      want(window.location.hash);
    }
    new MutationObserver(show).observe(document.body, { childList: true, subtree: true });
  }

  if (document.readyState === "loading") {
    document.addEventListener("DOMContentLoaded", watch);
  } else {
    watch();
  }
})();
