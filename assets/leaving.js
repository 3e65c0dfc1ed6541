/* What was typed on the coordinator's pages and not kept yet is asked about before the page is left:
   by the browser where the page goes (reload, closed tab, another site), in the page's own words
   where a link or the way back only draws another page. */
(function () {
  "use strict";

  /* What takes words beside the forms of rows: a name, a territory, a basis, a decision. */
  var HOLDER = ".data .name, .data .target__part, .data .finding__otherwise";
  var WORDS = "#react-entry-point [data-leave]";
  var place = address();
  var isAgreed = false;

  function address() {
    return location.pathname + location.search;
  }

  function isTyped(holder) {
    var isRefused = holder.querySelector(".field-fault:not(:empty)");
    return holder.kartaTyped === "here" || (holder.kartaTyped === "sent" && Boolean(isRefused));
  }

  function isOpen() {
    var form = window.karta.changedForm();
    return Boolean(form) || Array.prototype.some.call(document.querySelectorAll(HOLDER), isTyped);
  }

  /* Whoever agreed is not asked by the browser too. */
  function agree() {
    isAgreed = true;
    setTimeout(function () {
      isAgreed = false;
    }, 2000);
  }

  function mayLeave() {
    var said = document.querySelector(WORDS);
    if (isAgreed || !said || !isOpen()) {
      return true;
    }
    if (!window.confirm(said.getAttribute("data-leave"))) {
      return false;
    }
    agree();
    return true;
  }

  document.addEventListener("input", function (event) {
    var field = event.target;
    place = address();
    var holder = field.matches("input[type=text], textarea") && field.closest(HOLDER);
    if (holder) {
      holder.kartaTyped = "here";
    }
  }, true);

  /* Returns the link that a click follows in this window. */
  function followed(event) {
    var link = event.target instanceof Element && event.target.closest("a[href]");
    var isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey;
    var stays = !link || link.target === "_blank" || link.hasAttribute("download");
    return isPlain && !stays ? link : null;
  }

  window.addEventListener("click", function (event) {
    var link = followed(event);
    if (link && link.pathname + link.search !== address() && !mayLeave()) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
    var button = event.target instanceof Element && event.target.closest("button");
    var holder = button && button.closest(HOLDER);
    if (holder && holder.kartaTyped) {
      holder.kartaTyped = "sent";
    }
  }, true);

  /* The way back has gone already: whoever stays is brought back to the address. */
  window.addEventListener("popstate", function (event) {
    if (address() !== place && !mayLeave()) {
      event.stopImmediatePropagation();
      history.pushState(null, "", place);
    }
  }, true);

  /* Saving holds open forms itself, throwing away asks once more, a file leaves the page there. */
  window.addEventListener("submit", function (event) {
    if (!event.defaultPrevented && event.target.closest(".draft-bar, .handout")) {
      agree();
    }
  });

  window.addEventListener("beforeunload", function (event) {
    if (!isAgreed && document.querySelector(WORDS) && isOpen()) {
      event.preventDefault();
    }
  });
})();
