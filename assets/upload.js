/* Files put in on the coordinator's page: dragged onto an area or chosen, sent at once, with the
   progress of the transfer and then of the reading. Without this script the form sends itself. */
(function () {
  "use strict";

  var running = null;

  function formOf(node) {
    return node instanceof Element ? node.closest("form[data-upload]") : null;
  }

  function words(form) {
    return JSON.parse(form.getAttribute("data-upload"));
  }

  function cookie(name) {
    var found = document.cookie.split("; ").find(function (one) {
      return one.indexOf(name + "=") === 0;
    });
    return found ? decodeURIComponent(found.slice(name.length + 1)) : "";
  }

  function element(tag, css, text) {
    var node = document.createElement(tag);
    node.className = css;
    node.textContent = text || "";
    return node;
  }

  function state(form) {
    return form.querySelector(".drop__state");
  }

  function fail(form, text) {
    form.classList.remove("is-busy");
    var said = element("p", "field-fault", text);
    said.setAttribute("role", "alert");
    state(form).replaceChildren(said);
  }

  function begin(form, name) {
    var said = words(form);
    var bar = element("progress", "drop__bar");
    var text = element("p", "drop__said");
    var stop = element("button", "btn btn-sm btn-outline-secondary", said.cancel);
    stop.type = "button";
    stop.addEventListener("click", function () {
      running.abort();
    });
    bar.max = 100;
    form.classList.add("is-busy");
    state(form).replaceChildren(text, bar, stop);
    return {
      sent: function (percent) {
        bar.value = percent;
        text.textContent = said.sending.replace("{name}", name).replace("{percent}", percent);
      },
      reading: function () {
        bar.removeAttribute("value");
        text.textContent = said.reading.replace("{name}", name);
      },
    };
  }

  function answered(form, request) {
    var answer = {};
    try {
      answer = JSON.parse(request.responseText);
    } catch (broken) {
      answer = {};
    }
    if (request.status === 401) {
      location.assign("/login?next=" + encodeURIComponent(location.pathname + location.search));
    } else if (answer.location) {
      location.assign(answer.location);
    } else {
      fail(form, answer.message || words(form).lost);
    }
  }

  function send(form, file) {
    var request = new XMLHttpRequest();
    var shown = begin(form, file.name);
    var body = new FormData(form);
    body.set("file", file, file.name);
    running = request;
    request.upload.addEventListener("progress", function (event) {
      if (event.lengthComputable) {
        shown.sent(Math.floor((100 * event.loaded) / event.total));
      }
    });
    request.upload.addEventListener("load", shown.reading);
    request.addEventListener("load", function () {
      answered(form, request);
    });
    request.addEventListener("error", function () {
      fail(form, words(form).lost);
    });
    request.addEventListener("abort", function () {
      form.classList.remove("is-busy");
      state(form).replaceChildren();
      form.reset();
    });
    request.open("POST", form.action);
    request.setRequestHeader("Accept", "application/json");
    request.setRequestHeader("X-CSRFToken", cookie("_csrf_token"));
    shown.sent(0);
    request.send(body);
  }

  function take(form, files) {
    var said = words(form);
    if (form.classList.contains("is-busy") || !files || !files.length) {
      return;
    }
    if (files.length > 1) {
      fail(form, said.one);
    } else if (files[0].size > said.most) {
      fail(form, said.too_big);
    } else {
      send(form, files[0]);
    }
  }

  function mark(event, isOver) {
    var form = formOf(event.target);
    document.querySelectorAll("form.is-over").forEach(function (one) {
      one.classList.toggle("is-over", isOver && one === form);
    });
    if (form && isOver) {
      form.classList.add("is-over");
    }
    return form;
  }

  function hasFiles(event) {
    return event.dataTransfer && Array.prototype.includes.call(event.dataTransfer.types, "Files");
  }

  /* A file that misses its area must not take the place of the page. */
  document.addEventListener("dragover", function (event) {
    if (hasFiles(event) && document.querySelector("form[data-upload]")) {
      event.preventDefault();
      event.dataTransfer.dropEffect = mark(event, true) ? "copy" : "none";
    }
  });

  document.addEventListener("dragleave", function (event) {
    mark(event, false);
  });

  document.addEventListener("drop", function (event) {
    if (hasFiles(event) && document.querySelector("form[data-upload]")) {
      event.preventDefault();
      var form = mark(event, false);
      if (form) {
        take(form, event.dataTransfer.files);
      }
    }
  });

  document.addEventListener("change", function (event) {
    var form = formOf(event.target);
    if (form && event.target.type === "file") {
      take(form, event.target.files);
      event.target.value = "";
    }
  });

  document.addEventListener("submit", function (event) {
    var form = formOf(event.target);
    if (form) {
      event.preventDefault();
      take(form, form.elements.file && form.elements.file.files);
    }
  });
})();
