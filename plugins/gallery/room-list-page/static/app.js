// Shows the rooms and follows the stream of their changes.

const texts = {
  'zh-CN': {
    summary: (rooms, players) => (rooms === 0 ? '现在没有房间' : `${rooms} 个房间，${players} 名玩家`),
    offline: '连接已断开，正在重试……',
    locked: '🔒 已锁定',
    noChart: '还没有选择谱面',
    phases: { 'select-chart': '选择谱面', 'waiting-for-ready': '等待准备', playing: '游玩中' },
    host: (name) => `房主：${name}`,
  },
  en: {
    summary: (rooms, players) => (rooms === 0 ? 'There are no rooms' : `${rooms} rooms, ${players} players`),
    offline: 'The connection is lost; trying again …',
    locked: '🔒 Locked',
    noChart: 'No chart selected',
    phases: { 'select-chart': 'Selecting a chart', 'waiting-for-ready': 'Getting ready', playing: 'Playing' },
    host: (name) => `Host: ${name}`,
  },
};

const asked = new URLSearchParams(location.search).get('lang') ?? navigator.language;
const language = asked.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
const say = texts[language];
const summary = document.getElementById('summary');
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
    ...(room.names.length === 0 ? [] : [element('p', room.names.join(language === 'en' ? ', ' : '、'))]),
  );
  return article;
}

function show({ title, rooms }) {
  document.title = title;
  document.getElementById('title').textContent = title;
  summary.textContent = say.summary(rooms.length, rooms.reduce((sum, room) => sum + room.players, 0));
  document.getElementById('rooms').replaceChildren(...rooms.map(card));
}

async function load() {
  const answer = await fetch('rooms');
  if (answer.ok) show(await answer.json());
}

const stream = new EventSource('streams/rooms');
stream.addEventListener('rooms', ({ data }) => show(JSON.parse(data)));
// What was missed while the connection was lost is in the list.
stream.addEventListener('open', load);
stream.addEventListener('gap', load);
stream.addEventListener('error', () => { summary.textContent = say.offline; });
load();
