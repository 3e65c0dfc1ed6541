/* The filter bar writes its filters into the address; the page that the router then draws is the
   only request. What a control shows is compared with what the server drew, for Dash calls this
   as well when the bar is drawn anew. */
(function () {
  "use strict";

  /* The names of the query string in the order in which `callbacks.shell` hands over the values. */
  var CONTROLS = ["plan", "territory", "section", "executor", "status", "as_of", "since", "q"];
  var DATES = ["as_of", "since"];
  /* A plan lies in one territory: choosing either takes the place of the other. */
  var INSTEAD = { plan: "territory", territory: "plan" };
  /* What is chosen within a plan or territory says nothing in another one. */
  var WITHIN = ["section", "executor"];

  function text(name, value) {
    if (value === null || value === undefined) {
      return "";
    }
    if (Array.isArray(value)) {
      return value.join(",");
    }
    var said = String(value).trim();
    return DATES.indexOf(name) < 0 ? said : said.slice(0, 10);
  }

  function query(address) {
    var given = Object.keys(address).filter(function (name) {
      return address[name];
    });
    var parts = given.map(function (name) {
      return name + "=" + encodeURIComponent(address[name]).replace(/%2C/g, ",");
    });
    return parts.length ? "?" + parts.join("&") : "";
  }

  function changed(state, name, value) {
    var address = Object.assign({}, state.address);
    address[name] = value;
    if (INSTEAD[name]) {
      WITHIN.forEach(function (one) {
        address[one] = "";
      });
      if (value) {
        address[INSTEAD[name]] = "";
      }
    }
    return address;
  }

  /* Return [path, query] of the address after a change; null where a part stays as it is. */
  function follow(values, state) {
    var shown = Object.assign({}, state.address, state.shown);
    var place = CONTROLS.findIndex(function (name, at) {
      return text(name, values[at]) !== shown[name];
    });
    if (place < 0) {
      return [null, null];
    }
    var name = CONTROLS[place];
    var written = query(changed(state, name, text(name, values[place])));
    var path = INSTEAD[name] && state.list ? state.list : null;
    return [path, written === query(state.address) && !path ? null : written];
  }

  function write() {
    var given = Array.prototype.slice.call(arguments);
    var state = given.pop();
    return (state ? follow(given, state) : [null, null]).map(function (part) {
      return part === null ? window.dash_clientside.no_update : part;
    });
  }

  /* What is typed into the choice of the territory, where the server looks it up: of very many
     only regions are at hand. Told once for each text, and only after something was typed. */
  var typed = "";

  function lookUp(words, state) {
    var text = words || "";
    if (!state || !state.looks_up || text === typed) {
      return window.dash_clientside.no_update;
    }
    typed = text;
    return text;
  }

  window.dash_clientside = Object.assign({}, window.dash_clientside, {
    karta: { writeFilters: write, followFilters: follow, lookUp: lookUp },
  });
})();
