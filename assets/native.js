/* Puts native fields (files, checkboxes, hidden values) where Dash drew their places: see
   layouts/native.py. A place that Dash uses again for another field gets that one. */
(function () {
  "use strict";

  function fill(place) {
    var described = place.getAttribute("data-field");
    if (place.kartaField === described) {
      return;
    }
    place.kartaField = described;
    var attributes = JSON.parse(described);
    var field = document.createElement("input");
    Object.keys(attributes).forEach(function (name) {
      var value = attributes[name];
      if (value !== false) {
        field.setAttribute(name, value === true ? "" : value);
      }
    });
    place.replaceChildren(field);
  }

  function fillAll() {
    document.querySelectorAll("#react-entry-point [data-field]").forEach(fill);
  }

  document.addEventListener("DOMContentLoaded", function () {
    new MutationObserver(fillAll).observe(document.body, {
      attributes: true,
      attributeFilter: ["data-field"],
      childList: true,
      subtree: true,
    });
  });
})();
