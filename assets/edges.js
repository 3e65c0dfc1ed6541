/* The bar below an upload is as high as what it says, so nobody can tell beforehand how far from the
   edge the page has to stop when it brings something into sight: its height is measured. */
(function () {
  "use strict";

  var BAR = "#react-entry-point .draft-bar";
  var AIR = 8;
  var watched = null;

  function measure() {
    var bar = document.querySelector(BAR);
    if (bar) {
      var height = Math.ceil(bar.getBoundingClientRect().height) + AIR;
      document.documentElement.style.setProperty("--bar-height", height + "px");
    }
  }

  function follow() {
    var bar = document.querySelector(BAR);
    if (bar && bar !== watched && window.ResizeObserver) {
      watched = bar;
      new ResizeObserver(measure).observe(bar);
    }
  }

  document.addEventListener("DOMContentLoaded", function () {
    window.karta.measureBar = measure;
    new MutationObserver(follow).observe(document.body, { childList: true, subtree: true });
  });
})();
