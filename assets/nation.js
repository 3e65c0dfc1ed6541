/* The search by name in a long list of territories: what is typed goes into the address, and the
   list begins anew. Dash calls this as well when the field is drawn: then nothing changes. */
(function () {
  "use strict";

  function find(value, search) {
    var address = new URLSearchParams(search);
    var name = (value || "").trim();
    if (name === (address.get("name") || "")) {
      return null;
    }
    address.delete("page");
    if (name) {
      address.set("name", name);
    } else {
      address.delete("name");
    }
    var rest = address.toString();
    return rest ? "?" + rest : "";
  }

  window.dash_clientside.karta.findName = function (value) {
    var found = find(value, window.location.search);
    return found === null ? window.dash_clientside.no_update : found;
  };
})();
