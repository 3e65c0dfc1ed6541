/* The meeting view: keys turn its screens. Everything is looked up when a key is pressed, so it
   works in the server's copy of the page and in the tree that Dash draws in its place.
   The number of the screen stands in the address, so that a reload stays where it was. */
(function () {
  "use strict";

  var TURN_EVERY = 15000;
  var timer = null;
  var LOOK_EVERY = 1000;
  /* The screen that is on: Dash's own address bar may still drop the number while it starts. */
  var shown = 1;

  function roots() {
    return Array.prototype.slice.call(document.querySelectorAll(".meeting"));
  }

  function count(root) {
    return root.querySelectorAll(".screen").length;
  }

  function current() {
    var number = parseInt(window.location.hash.slice(1), 10);
    return number > 0 ? number : shown;
  }

  function mark(root, number) {
    root.querySelectorAll(".screen").forEach(function (screen, index) {
      screen.classList.toggle("is-on", index + 1 === number);
    });
  }

  function address(number) {
    var place = window.location.pathname + window.location.search + "#" + number;
    window.history.replaceState(window.history.state, "", place);
  }

  /* Puts the number back where it was dropped after the last turn, for a reload. */
  function keep() {
    if (roots().length && shown > 1 && !window.location.hash) {
      address(shown);
    }
  }

  function show(number) {
    var all = roots();
    if (!all.length) {
      return;
    }
    var wanted = Math.min(Math.max(number, 1), count(all[0]));
    shown = wanted;
    address(wanted);
    all.forEach(function (root) {
      mark(root, wanted);
    });
  }

  function last() {
    var all = roots();
    return all.length ? count(all[0]) : 1;
  }

  function toggle(name, on) {
    roots().forEach(function (root) {
      root.toggleAttribute(name, on);
    });
  }

  function has(name) {
    return roots().some(function (root) {
      return root.hasAttribute(name);
    });
  }

  function stop() {
    window.clearInterval(timer);
    timer = null;
    toggle("data-auto", false);
  }

  function start() {
    timer = window.setInterval(function () {
      if (!roots().length) {
        stop();
        return;
      }
      show(current() >= last() ? 1 : current() + 1);
    }, TURN_EVERY);
    toggle("data-auto", true);
  }

  function autoplay() {
    if (timer === null) {
      start();
    } else {
      stop();
    }
  }

  /* A turn by hand gives the new screen its full time. */
  function turn(number) {
    show(number);
    if (timer !== null) {
      window.clearInterval(timer);
      start();
    }
  }

  function fullScreen() {
    if (document.fullscreenElement) {
      document.exitFullscreen();
    } else if (document.documentElement.requestFullscreen) {
      document.documentElement.requestFullscreen();
    }
  }

  function dark() {
    if (window.karta && window.karta.toggleTheme) {
      window.karta.toggleTheme();
    }
  }

  function leave() {
    if (has("data-help")) {
      toggle("data-help", false);
    } else if (document.fullscreenElement) {
      document.exitFullscreen();
    } else {
      stop();
      var exit = document.querySelector(".meeting__exit");
      if (exit) {
        exit.click();
      }
    }
  }

  function help() {
    toggle("data-help", !has("data-help"));
  }

  function next() {
    turn(current() + 1);
  }

  function previous() {
    turn(current() - 1);
  }

  var BY_KEY = {
    ArrowRight: next,
    PageDown: next,
    " ": next,
    ArrowLeft: previous,
    PageUp: previous,
    Home: function () { turn(1); },
    End: function () { turn(last()); },
    Escape: leave,
    "?": help
  };
  /* Letters by their place, so that they work whichever layout is on. */
  var BY_PLACE = { KeyF: fullScreen, KeyA: autoplay, KeyD: dark, Slash: help };

  function isTyping(target) {
    return target instanceof Element &&
      Boolean(target.closest("input, textarea, select, [contenteditable]"));
  }

  function isPressing(event) {
    return event.key === " " && event.target instanceof Element &&
      Boolean(event.target.closest("button, a, summary"));
  }

  document.addEventListener("keydown", function (event) {
    if (!roots().length || event.ctrlKey || event.altKey || event.metaKey) {
      return;
    }
    var action = BY_KEY[event.key] || BY_PLACE[event.code];
    if (!action || isTyping(event.target) || isPressing(event)) {
      return;
    }
    event.preventDefault();
    action();
  });

  document.addEventListener("click", function (event) {
    var button = event.target instanceof Element && event.target.closest("[data-meeting]");
    if (button) {
      turn(current() + (button.dataset.meeting === "next" ? 1 : -1));
    }
  });

  window.addEventListener("hashchange", function () {
    if (roots().length) {
      show(current());
    }
  });

  /* Once a second: the time of day, and the number in the address. */
  function tell() {
    keep();
    var now = new Date();
    var text = String(now.getHours()).padStart(2, "0") + ":" +
      String(now.getMinutes()).padStart(2, "0");
    document.querySelectorAll(".meeting__clock").forEach(function (clock) {
      if (clock.textContent !== text) {
        clock.textContent = text;
      }
    });
  }

  /* A tree that has just been drawn stands at its first screen: bring it to the current one. */
  function greet() {
    var all = roots();
    if (!all.length) {
      shown = 1;
    }
    all.forEach(function (root) {
      if (!root.hasAttribute("data-ready")) {
        root.setAttribute("data-ready", "");
        root.toggleAttribute("data-auto", timer !== null);
        mark(root, Math.min(current(), count(root)));
        tell();
      }
    });
  }

  function watch() {
    greet();
    new MutationObserver(greet).observe(document.body, { childList: true, subtree: true });
    window.setInterval(tell, LOOK_EVERY);
  }

  if (document.readyState === "loading") {
    document.addEventListener("DOMContentLoaded", watch);
  } else {
    watch();
  }
})();
