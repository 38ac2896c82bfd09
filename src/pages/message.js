/* What a command of the ribbon has to say where the pane is not open to say it; the words were left beside. */
(function () {
  var left = JSON.parse(window.localStorage.getItem('phuluc.ribbonMessage'));
  if (!left) return;
  document.documentElement.lang = left.language;
  var place = document.getElementById('message');
  var add = function (tag, text) {
    var element = document.createElement(tag);
    element.appendChild(document.createTextNode(text));
    place.appendChild(element);
  };
  add('h1', left.title);
  for (var index = 0; index < left.lines.length; index += 1) add('p', left.lines[index]);
})();
