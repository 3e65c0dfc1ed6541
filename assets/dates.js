/* Dash's date field takes its words from window.dateFns.locale: here from the browser's own
   Intl in the language of the page. */
(function () {
  "use strict";

  var lang = document.documentElement.lang || "ru";

  function names(count, options, make) {
    var format = new Intl.DateTimeFormat(lang, Object.assign({ timeZone: "UTC" }, options));
    return Array.from({ length: count }, function (_, i) {
      return format.format(make(i));
    });
  }

  function month(i) {
    return new Date(Date.UTC(2024, i, 1));
  }

  function weekday(i) {
    return new Date(Date.UTC(2024, 8, 1 + i)); /* 1 September 2024 is a Sunday. */
  }

  var months = names(12, { month: "long" }, month);
  var shortMonths = names(12, { month: "short" }, month);
  var days = names(7, { weekday: "long" }, weekday);
  var shortDays = names(7, { weekday: "short" }, weekday);

  function pick(wide, brief) {
    return function (i, options) {
      return (options && options.width === "wide" ? wide : brief)[i];
    };
  }

  function plain(value) {
    return String(value);
  }

  function parse(text) {
    var found = /^\d+/.exec(text);
    return found ? { value: parseInt(found[0], 10), rest: text.slice(found[0].length) } : null;
  }

  function formats(pattern) {
    return function () {
      return pattern;
    };
  }

  var locale = {
    code: lang,
    formatDistance: plain,
    formatRelative: formats("dd.MM.yyyy"),
    formatLong: {
      date: formats("dd.MM.yyyy"),
      time: formats("HH:mm"),
      dateTime: formats("dd.MM.yyyy HH:mm"),
    },
    localize: {
      ordinalNumber: plain,
      era: plain,
      quarter: plain,
      month: pick(months, shortMonths),
      day: pick(days, shortDays),
      dayPeriod: plain,
    },
    match: {
      ordinalNumber: parse,
      era: parse,
      quarter: parse,
      month: parse,
      day: parse,
      dayPeriod: parse,
    },
    options: { weekStartsOn: 1, firstWeekContainsDate: 4 },
  };
  window.dateFns = { locale: { [lang]: locale } };
})();
