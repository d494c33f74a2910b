// Shows the rooms and follows the stream of their changes.

import { follow, read } from './live.js';
import { texts } from './texts.js';

const asked = new URLSearchParams(location.search).get('lang') ?? navigator.language;
const language = asked.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
const say = texts[language];
const summary = document.getElementById('summary');
const state = document.getElementById('state');
document.documentElement.lang = language;

// Names come from players: they are only ever set as text.
function element(name, content) {
  const made = document.createElement(name);
  made.textContent = content;
  return made;
}

function card(room) {
  const article = document.createElement('article');
  article.append(
    element('h2', room.name),
    element('p', `${say.phases[room.phase] ?? room.phase} · ${room.players}/${room.maxPlayers}${room.locked ? ` · ${say.locked}` : ''}`),
    element('p', room.chart?.name ?? say.noChart),
    ...(room.host === null ? [] : [element('p', say.host(room.host))]),
    ...(room.names.length === 0 ? [] : [element('p', say.names(room.names))]),
  );
  return article;
}

function show({ title, rooms }) {
  document.title = title;
  document.getElementById('title').textContent = title;
  summary.textContent = say.summary(rooms.length, rooms.reduce((sum, room) => sum + room.players, 0));
  document.getElementById('rooms').replaceChildren(...rooms.map(card));
}

follow('streams/rooms', {
  load: async () => show(await read('rooms')),
  tell: (isLive) => { state.textContent = isLive ? '' : say.offline; },
});
