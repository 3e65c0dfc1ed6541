/* The register's grid: what its cells show, and its way with the keyboard.
   Everything is made of React elements, so no text of the data is ever read as HTML. */
(function () {
  "use strict";

  var shows = (window.dashAgGridComponentFunctions = window.dashAgGridComponentFunctions || {});
  var functions = (window.dashAgGridFunctions = window.dashAgGridFunctions || {});

  function make(tag, props) {
    var children = Array.prototype.slice.call(arguments, 2);
    return window.React.createElement.apply(null, [tag, props].concat(children));
  }

  /* As the router's own links do: the page changes without being loaded anew. */
  function follow(event) {
    if (event.metaKey || event.shiftKey || event.altKey || event.ctrlKey) {
      return;
    }
    event.preventDefault();
    window.history.pushState({}, "", event.currentTarget.getAttribute("href"));
    window.dispatchEvent(new CustomEvent("_dashprivate_pushstate"));
    window.scrollTo(0, 0);
  }

  function link(one, css) {
    var text = make("span", { className: "clamp" }, one.text);
    var props = { href: one.href, title: one.hint, className: css, onClick: follow, tabIndex: -1 };
    return make("a", props, text);
  }

  function note(text, hint) {
    var props = { className: "muted small grid__note", title: hint ? text + ": " + hint : text };
    return text ? make("span", props, text) : null;
  }

  /* The words of a search that stand in the full title alone, with what is around them. */
  function match(row) {
    var pieces = row.match.map(function (piece, place) {
      return make(piece[1] ? "mark" : "span", { key: place }, piece[0]);
    });
    var props = { className: "muted small grid__note", title: row.full_title };
    return pieces.length ? make("span", props, pieces) : null;
  }

  /* A row that is still on its way has no data: its number says so, the other cells wait. */
  function loaded(show) {
    return function (props) {
      return props.data ? show(props) : null;
    };
  }

  shows.KartaNumber = function (props) {
    return make("span", { className: "code" }, props.data ? props.data.number : "…");
  };

  shows.KartaTitle = loaded(function (props) {
    var row = props.data;
    var title = link({ text: row.title, href: row.href, hint: row.full_title }, "title-link");
    return make("div", { className: "grid__stack" }, title, match(row), note(row.plan));
  });

  shows.KartaExecutors = loaded(function (props) {
    var row = props.data;
    var names = row.names.map(function (one) {
      return make("span", { key: one.href, className: "grid__name" }, link(one));
    });
    var said = row.names.map(function (one) {
      return one.note;
    });
    var rest = said.concat(row.more).filter(Boolean).join(" ");
    var more = rest ? note(rest, row.more_hint) : null;
    return make("div", { className: "grid__names" }, names, more);
  });

  shows.KartaText = loaded(function (props) {
    return make("span", { className: "clamp", title: props.value }, props.value);
  });

  shows.KartaDue = loaded(function (props) {
    var row = props.data;
    var was = row.was ? make("del", { className: "muted small", title: row.was_hint }, row.was) : null;
    return make("div", { className: "grid__stack" }, make("span", null, row.due_text), was);
  });

  shows.KartaStatus = loaded(function (props) {
    var row = props.data;
    var icon = make("i", { className: row.status_icon, "aria-hidden": "true" });
    var word = make("span", { className: "st__word" }, row.status_word);
    var flags = row.flags.map(function (flag) {
      return make("span", { className: "flag", key: flag }, flag);
    });
    var badge = make("span", { className: "st " + row.status_css }, icon, word);
    return make("div", { className: "grid__stack" }, badge, make("span", { className: "grid__flags" }, flags));
  });

  shows.KartaDelay = loaded(function (props) {
    return make("span", { className: props.data.delay_css }, props.data.delay);
  });

  shows.KartaReason = loaded(function (props) {
    var row = props.data;
    var said = make("span", { className: row.reason_css, title: row.reason }, row.reason);
    var proposed = make("span", { className: "muted small" }, row.proposed);
    return make("div", { className: "grid__stack" }, said, proposed);
  });

  functions.kartaLeaveGrid = function () {
    return false;
  };

  /* Enter in any cell opens the measure of its row. */
  document.addEventListener("keydown", function (event) {
    var cell = event.target;
    if (event.key === "Enter" && cell.matches && cell.matches(".grid .ag-cell")) {
      var first = cell.closest(".ag-row").querySelector("a.title-link[href]");
      if (first) {
        first.click();
      }
    }
  });
})();
