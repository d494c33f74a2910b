// Shows the last rounds, and each new one when it ends.

import { follow, read } from './live.js';
import { allTexts } from './texts.js';

const parameters = new URLSearchParams(location.search);
const language = (parameters.get('lang') ?? navigator.language).startsWith('zh') ? 'zh-CN' : 'en';
const texts = allTexts[language];
const shown = 20;

document.documentElement.lang = language;
document.title = texts.title;
if (parameters.has('theme')) document.documentElement.dataset.theme = parameters.get('theme');
for (const element of document.querySelectorAll('[data-text]')) element.textContent = texts[element.dataset.text];

function element(name, content, className = '') {
  const made = document.createElement(name);
  made.textContent = content;
  made.className = className;
  return made;
}

function show(round) {
  const section = document.createElement('section');
  const table = document.createElement('table');
  section.append(element('h2', `${round.chart.name} · ${round.room ?? texts.hidden} · ${new Date(round.at).toLocaleString(language)}`), table);
  for (const [index, result] of round.results.entries()) {
    const row = document.createElement('tr');
    row.append(
      element('td', `${index + 1}.`),
      element('td', result.name),
      element('td', result.score.toLocaleString(language), 'number'),
      element('td', `${(result.accuracy * 100).toFixed(2)}%`, 'number'),
      element('td', result.fullCombo ? 'FC' : ''),
    );
    table.append(row);
  }
  if (round.aborted > 0) section.append(element('small', texts.aborted(round.aborted)));
  return section;
}

let rounds = [];

function showAll(next) {
  rounds = next;
  document.getElementById('rounds').replaceChildren(...rounds.map(show));
  document.getElementById('empty').hidden = rounds.length > 0;
}

// After a lost connection the stream repeats rounds that are in the list already.
function add(round) {
  const others = rounds.filter((other) => other.at !== round.at || other.chart.id !== round.chart.id);
  showAll([round, ...others].sort((one, other) => other.at - one.at).slice(0, shown));
}

follow('streams/rounds', {
  load: async () => showAll(await read('rounds')),
  tell: (isLive) => { document.getElementById('state').textContent = isLive ? '' : texts.offline; },
  events: { round: add },
});
