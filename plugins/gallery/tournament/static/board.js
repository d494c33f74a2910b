// Shows the standings, and again whenever they change.

import { follow, read } from './live.js';
import { allTexts } from './texts.js';

const parameters = new URLSearchParams(location.search);
const language = (parameters.get('lang') ?? navigator.language).startsWith('zh') ? 'zh-CN' : 'en';
const texts = allTexts[language];

document.documentElement.lang = language;
document.title = texts.title;
if (parameters.has('theme')) document.documentElement.dataset.theme = parameters.get('theme');
for (const element of document.querySelectorAll('[data-text]')) element.textContent = texts[element.dataset.text];

function cell(content, className = '') {
  const made = document.createElement('td');
  made.textContent = content;
  made.className = className;
  return made;
}

function show(board) {
  document.getElementById('empty').hidden = board.places.length > 0;
  document.getElementById('rule').textContent = board.bestOf === null ? texts.sum : texts.best(board.bestOf);
  document.getElementById('places').replaceChildren(...board.places.map((place, index) => {
    const row = document.createElement('tr');
    row.append(
      cell(`${index + 1}.`), cell(place.name), cell(texts.rounds(place.rounds), 'number'), cell(place.total.toLocaleString(language), 'number'));
    return row;
  }));
}

follow('streams/board', {
  load: async () => show(await read('board')),
  tell: (isLive) => { document.getElementById('state').textContent = isLive ? '' : texts.offline; },
  events: { board: show },
});
