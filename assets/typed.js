/* A date typed into the filter bar: "1.9.24" and "010924" are taken as 01.09.2024; what is no date
   stays in the field with a word beside it, and is not followed. */
(function () {
  "use strict";

  var FIELD = "#react-entry-point .filters .dash-datepicker-input";
  var EARLIEST = 1990;
  var LATEST = 2100;
  var before = null;
  var refused = null;

  function two(number) {
    return (number < 10 ? "0" : "") + number;
  }

  function parts(text) {
    var said = text.trim();
    return (
      /^(\d{1,2})[./\- ](\d{1,2})[./\- ](\d{4}|\d{2})$/.exec(said) ||
      /^(\d{2})(\d{2})(\d{4}|\d{2})$/.exec(said)
    );
  }

  /* Return the date as DD.MM.YYYY; "" for what is none. */
  function read(text) {
    var found = parts(text);
    if (!found) {
      return "";
    }
    var day = Number(found[1]);
    var month = Number(found[2]);
    var year = Number(found[3]) + (found[3].length === 2 ? 2000 : 0);
    var made = new Date(Date.UTC(year, month - 1, day));
    var exists = made.getUTCMonth() === month - 1 && made.getUTCDate() === day;
    var isNear = year >= EARLIEST && year <= LATEST;
    return exists && isNear ? two(day) + "." + two(month) + "." + year : "";
  }

  function words() {
    var bar = document.querySelector("#react-entry-point .filters[data-words]");
    return bar ? JSON.parse(bar.getAttribute("data-words")) : {};
  }

  function place(field) {
    var control = field.closest(".control");
    return control && control.querySelector(".control__fault");
  }

  function clear(field) {
    var shown = place(field);
    if (shown) {
      shown.remove();
    }
    field.removeAttribute("aria-invalid");
    field.removeAttribute("aria-describedby");
  }

  function complain(field) {
    clear(field);
    var text = words()["No such date"];
    var said = document.createElement("div");
    said.className = "control__fault";
    said.id = field.id + "-fault";
    said.setAttribute("role", "alert");
    field.closest(".control").appendChild(said);
    said.textContent = text;
    /* The calendar would lie over the words. */
    document.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
    field.setAttribute("aria-invalid", "true");
    field.setAttribute("aria-describedby", said.id);
  }

  /* As if it had been typed so: the field is Dash's and keeps its text itself. */
  function write(field, text) {
    var own = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value");
    own.set.call(field, text);
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }

  /* Dash takes the text over when the Tab key leaves its field. */
  function commit(field) {
    before = field.value;
    field.dispatchEvent(new KeyboardEvent("keydown", { key: "Tab", bubbles: true }));
  }

  function take(field) {
    var date = read(field.value);
    refused = date ? null : field.value;
    if (field.value.trim() && !date) {
      complain(field);
      return;
    }
    clear(field);
    if (field.value !== date) {
      write(field, date);
    }
    commit(field);
  }

  function isField(node) {
    return node instanceof Element && node.matches(FIELD);
  }

  document.addEventListener("focusin", function (event) {
    if (isField(event.target) && !place(event.target)) {
      before = event.target.value;
    }
  });

  window.addEventListener(
    "keydown",
    function (event) {
      var field = event.target;
      var takes = event.isTrusted && (event.key === "Enter" || event.key === "Tab");
      if (!takes || !isField(field) || field.value === before) {
        return;
      }
      event.stopImmediatePropagation();
      if (event.key === "Enter") {
        event.preventDefault();
      } else if (field.value === refused) {
        return; /* What has been said once does not hold the focus. */
      }
      take(field);
    },
    true
  );

  document.addEventListener("focusout", function (event) {
    var field = event.target;
    if (isField(field) && field.isConnected && field.value !== before && !place(field)) {
      take(field);
    }
  });

  window.karta.readDate = read;
})();
