// Shows the last rounds, and each new one when it ends.

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
  section.append(element('h2', `${round.chart.name} · ${round.room} · ${new Date(round.at).toLocaleString(language)}`), table);
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

const list = document.getElementById('rounds');

async function load() {
  const rounds = await (await fetch('rounds')).json();
  list.replaceChildren(...rounds.map(show));
  document.getElementById('empty').hidden = rounds.length > 0;
}

const stream = new EventSource('streams/rounds');
stream.addEventListener('round', (event) => {
  document.getElementById('empty').hidden = true;
  list.prepend(show(JSON.parse(event.data)));
  while (list.children.length > shown) list.lastElementChild.remove();
});
stream.addEventListener('gap', load);
load();
