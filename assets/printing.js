/* Charts on paper: plotly.js draws them as wide as the window, so before printing they are drawn
   anew as wide as the sheet, and as high as one page holds where the rows allow it. */
(function () {
  "use strict";

  /* Pixels of a sheet of A4 within its margins, the height below a page's head. */
  var SHEET = 672;
  var PAGE = 690;
  var LOWEST_ROW = 15;
  var FRAME = 68;

  function charts() {
    return document.querySelectorAll("#react-entry-point .js-plotly-plot");
  }

  function onPaper(chart) {
    var panel = chart.closest(".section--panel");
    var size = { width: panel ? SHEET - 34 : SHEET };
    var rows = chart.closest(".fig--rows") ? chart.layout.yaxis.range[0] + 0.5 : 0;
    if (rows) {
      size.height = Math.min(chart.offsetHeight, Math.max(PAGE, rows * LOWEST_ROW + FRAME));
    }
    return size;
  }

  window.addEventListener("beforeprint", function () {
    if (!window.Plotly) {
      return;
    }
    charts().forEach(function (chart) {
      window.Plotly.relayout(chart, onPaper(chart));
    });
  });

  window.addEventListener("afterprint", function () {
    if (!window.Plotly) {
      return;
    }
    charts().forEach(function (chart) {
      window.Plotly.relayout(chart, { width: null, height: null, autosize: true });
    });
  });
})();
