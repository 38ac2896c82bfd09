// ES5 on purpose: Excel 2016 and 2019 show task panes in Internet Explorer's engine, which reads nothing newer.
(function () {
  if (window.document.documentMode || typeof window.Promise === 'undefined') {
    window.location.replace('unsupported.html');
  }
})();
