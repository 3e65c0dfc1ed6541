/* What a page does when the server no longer answers it: a session that ended leads to the
   sign-in and back, a server that is in trouble shows its own page, a lost network is said, and so
   is what the server could not do. */
(function () {
  "use strict";

  var RELOADED = "karta-reloaded-at";
  var PAUSE_MS = 15000;
  var plain = window.fetch;

  function toSignIn() {
    var here = location.pathname + location.search;
    location.assign("/login?next=" + encodeURIComponent(here));
  }

  function reloadOnce() {
    var now = Date.now();
    if (now - Number(sessionStorage.getItem(RELOADED) || 0) > PAUSE_MS) {
      sessionStorage.setItem(RELOADED, String(now));
      location.reload();
    }
  }

  function show(id, isShown) {
    var notice = document.getElementById(id);
    if (notice) {
      notice.hidden = !isShown;
    }
  }

  function say(isOffline) {
    show("offline", isOffline);
  }

  /* What was asked for by a button did not happen, and nothing else on the page says so. */
  function isRefused(response) {
    return response.status > 401 && response.url.indexOf("/_dash-update-component") > 0;
  }

  function answered(response) {
    say(false);
    show("failed", isRefused(response));
    if (response.status === 401) {
      toSignIn();
    } else if (response.status === 400 || response.status === 503) {
      reloadOnce();
    }
    return response;
  }

  function failed(error) {
    say(!(error && error.name === "AbortError"));
    throw error;
  }

  window.fetch = function () {
    return plain.apply(this, arguments).then(answered, failed);
  };
})();
