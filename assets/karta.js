/* What the pages need besides Dash: the theme, the hand-over from the server's copy of a page,
   folds that close again, the token of the sign-out form. */
(function () {
  "use strict";

  var KEY = "karta-theme";
  var root = document.documentElement;

  function stored() {
    try {
      return localStorage.getItem(KEY);
    } catch (refused) {
      return null;
    }
  }

  function setTheme(theme) {
    root.setAttribute("data-bs-theme", theme);
    try {
      localStorage.setItem(KEY, theme);
    } catch (refused) {
      /* A browser that stores nothing still changes the theme. */
    }
  }

  function toggleTheme() {
    setTheme(root.getAttribute("data-bs-theme") === "dark" ? "light" : "dark");
  }

  var wanted = stored();
  if (wanted === "dark" || wanted === "light") {
    root.setAttribute("data-bs-theme", wanted);
  }
  window.karta = { toggleTheme: toggleTheme, setTheme: setTheme };

  function hasDrawn() {
    var page = document.querySelector("#react-entry-point #page");
    return Boolean(page && page.children.length);
  }

  function handOver() {
    var copy = document.getElementById("prerender");
    if (!copy || !hasDrawn()) {
      return false;
    }
    copy.remove();
    document.body.classList.remove("is-prerendered");
    return true;
  }

  function watch() {
    if (!document.getElementById("prerender") || handOver()) {
      return;
    }
    var observer = new MutationObserver(function () {
      if (handOver()) {
        observer.disconnect();
      }
    });
    observer.observe(document.body, { childList: true, subtree: true });
  }

  function cookie(name) {
    var found = document.cookie.split("; ").find(function (one) {
      return one.indexOf(name + "=") === 0;
    });
    return found ? decodeURIComponent(found.slice(name.length + 1)) : "";
  }

  function closeFolds(target) {
    document.querySelectorAll(".menu[open], .filters__more[open], .nav-fold[open]").forEach(
      function (fold) {
        var isAction = target.closest("a, .menu__item");
        if (!fold.contains(target) || (isAction && fold.contains(isAction))) {
          fold.open = false;
        }
      }
    );
  }

  document.addEventListener("click", function (event) {
    if (!(event.target instanceof Element)) {
      return;
    }
    if (event.target.closest("[data-theme-switch]")) {
      toggleTheme();
    }
    /* Lists of a dropdown or calendar may be drawn outside of the fold that they belong to. */
    if (event.target.isConnected && !event.target.closest("[data-radix-popper-content-wrapper]")) {
      closeFolds(event.target);
    }
  });

  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && event.isTrusted) {
      closeFolds(document.body);
    }
  });

  document.addEventListener("submit", function (event) {
    var form = event.target;
    if (!form.matches("form[data-csrf]") || form.elements.csrf_token) {
      return;
    }
    var field = document.createElement("input");
    field.type = "hidden";
    field.name = "csrf_token";
    field.value = cookie("_csrf_token");
    form.appendChild(field);
  });

  if (document.readyState === "loading") {
    document.addEventListener("DOMContentLoaded", watch);
  } else {
    watch();
  }
})();
