// Values of every type of the package, in the form that node gives to components: camel case, undefined for none, {tag, val} for variants.

const text = '小明 🎮 "\\\n\u0000é';

export const user = {
  id: 2147483647, name: text, language: 'zh-CN', room: 7, monitor: true, connected: false, connectedAt: 1763841600123n,
};
export const lonelyUser = {
  id: 1, name: '', language: '', room: undefined, monitor: false, connected: true, connectedAt: 9007199254740991n,
};
export const room = {
  id: 7, name: 'room-1', host: 42, players: [42, 2147483647], monitors: [5], phase: 'playing', chart: { id: 9, name: '谱面' },
  live: true, locked: false, cycle: true, maxUsers: 8, createdAt: 1763841600000n,
};
export const emptyRoom = {
  id: 0, name: 'r', host: undefined, players: [], monitors: [], phase: 'select-chart', chart: undefined,
  live: false, locked: true, cycle: false, maxUsers: 1, createdAt: 0n,
};
export const record = {
  id: 11, player: 42, chart: 9, score: 1000000, accuracy: 0.984375, fullCombo: true, perfect: 1000, good: 2, bad: 0, miss: 4, maxCombo: 1006,
};
export const otherRecord = { ...record, chart: undefined, accuracy: 1, fullCombo: false, maxCombo: 0 };

/** One payload of each case of `event-payload`, and more where an option or list can be empty. */
export const payloads = [
  { tag: 'server-start' },
  { tag: 'server-shutdown' },
  { tag: 'user-connect', val: user },
  { tag: 'user-disconnect', val: lonelyUser },
  { tag: 'room-create', val: { room: emptyRoom, creator: undefined } },
  { tag: 'room-create', val: { room, creator: 42 } },
  { tag: 'room-disband', val: room },
  { tag: 'user-join-room', val: { user, room, monitor: true } },
  { tag: 'user-leave-room', val: { user: lonelyUser, room: emptyRoom } },
  { tag: 'game-start', val: { room, starter: 42 } },
  { tag: 'game-end', val: { room, records: [record, otherRecord, record], aborted: [5, 6] } },
  { tag: 'game-end', val: { room: emptyRoom, records: [], aborted: [] } },
  { tag: 'command-input', val: { user, text: '/roll 2d6' } },
  { tag: 'message-send', val: { user: lonelyUser, text } },
  { tag: 'room-lock-change', val: room },
  { tag: 'room-cycle-change', val: emptyRoom },
  { tag: 'room-host-change', val: { room, previous: undefined } },
  { tag: 'chart-select', val: { room, by: 42, chart: { id: 3, name: '' } } },
  { tag: 'player-ready', val: { user, room: 7, ready: true } },
  { tag: 'player-finish', val: { user, room: 7, record } },
  { tag: 'player-abort', val: { user: lonelyUser, room: 7 } },
  {
    tag: 'player-touches',
    val: {
      player: 42, room: 7, frames: [
        { time: 0.5, points: [{ finger: 0, x: -0.25, y: 0.75 }, { finger: -1, x: 1, y: -1 }] },
        { time: 1.5, points: [] },
        { time: -2, points: [{ finger: 127, x: 0, y: 0 }, { finger: -128, x: 0, y: 0 }, { finger: 3, x: 0.125, y: 2 }] },
      ],
    },
  },
  {
    tag: 'player-judges',
    val: {
      player: 42, room: 7, judges: ['perfect', 'good', 'bad', 'miss', 'hold-perfect', 'hold-good']
        .map((judgement, index) => ({ time: index / 2, line: index, note: index * 1000, judgement })),
    },
  },
  { tag: 'plugin-state-change', val: { plugin: 'dice', oldState: '', newState: 'running' } },
  { tag: 'config-change', val: { plugin: 'welcome', revision: 3 } },
  { tag: 'custom', val: { eventType: 'dice_rolled', source: 'dice', data: '{"total":7}' } },
];

/** The events of the host that arrive as `custom`, with the JSON of their data. */
export const hostEvents = [
  ['room_state_change', toJson({ room, previous: 'waiting-for-ready', by: 42 })],
  ['room_state_change', toJson({ room: emptyRoom, previous: 'playing', by: undefined })],
  ['session_suspend', toJson({ user })],
  ['session_resume', toJson({ user: lonelyUser, suspended: false })],
  ['session_resume', toJson({ user, suspended: true })],
  ...['quit', 'kicked', 'timeout', 'error', 'shutdown', 'a reason of later'].map((reason) => ['session_end', toJson({ user, reason })]),
];

const chart = {
  id: 9, name: text, level: 'IN Lv.15', difficulty: 15.25, charter: text, composer: '曲师', illustrator: '画师', uploader: 2147483647,
  ranked: true, reviewed: true, stable: false, rating: 0.875, tags: ['tag', text],
};
const bareChart = {
  id: 0, name: '', level: '', difficulty: undefined, charter: '', composer: '', illustrator: '', uploader: undefined,
  ranked: false, reviewed: false, stable: true, rating: undefined, tags: [],
};
const templates = [{ language: 'zh-CN', text: '你好，{name}' }, { language: 'en', text }, { language: '', text: '' }];
const fillings = [{ name: 'name', value: text }, { name: '名字', value: '' }];
const roundRecord = { chart: { id: 9, name: text }, room: 'room-1', at: 1763841600123n, play: record };
const headers = [{ name: 'x-one', value: '1' }, { name: 'x-two', value: text }];
const labels = [{ key: 'a', value: '一' }, { key: 'b', value: '' }];
const ban = { user: 5, reason: text, expiresAt: 1763841600123n, bannedBy: 'plugin:echo', bannedAt: 1n };
const subscription = { phase: 'before', priority: -5, failClosed: true, rooms: [7, 8, 9], users: [42], sampleEvery: 4 };

/** Every function of the host: its interface and name, what it is called with, and one or more values that it returns. */
export const calls = [
  ['users', 'kick-user', [5, text]],
  ['users', 'ban-user-by-id', [5, text, 1763841600123n]],
  ['users', 'ban-user-by-id', [5, '', undefined]],
  ['users', 'unban-user', [5]],
  ['users', 'is-banned', [5], true, false],
  ['users', 'list-bans', [], [ban, { ...ban, expiresAt: undefined }, ban], []],
  ['users', 'get-user-info', [2147483647], user, lonelyUser],
  ['users', 'get-online-user-count', [], 3, 0],
  ['users', 'list-online-users', [], [user, lonelyUser, user], []],
  ['rooms', 'create-room', [8], 12],
  ['rooms', 'disband-room', [7]],
  ['rooms', 'get-room-info', [7], room, emptyRoom],
  ['rooms', 'set-room-lock', [7, true]],
  ['rooms', 'find-room', ['room-1'], room],
  ['rooms', 'list-rooms', [], [room, emptyRoom, room], []],
  ['rooms', 'list-rooms-page', [undefined, 2], { rooms: [room, emptyRoom], next: 2147483647 }, { rooms: [], next: undefined }],
  ['rooms', 'list-rooms-page', [7, 200], { rooms: [emptyRoom], next: undefined }],
  ['rooms', 'get-room-count', [], 3, 0],
  ['rooms', 'kick-from-room', [7, 42, text]],
  ['rooms', 'transfer-host', [7, 42]],
  ['rooms', 'set-room-cycle', [7, false]],
  ['rooms', 'set-room-chart', [7, 9]],
  ['rooms', 'start-game', [7]],
  ['rooms', 'cancel-game', [7]],
  ['charts', 'get-chart', [9], chart, bareChart],
  ['records', 'list-user-records', [42, undefined, undefined, 10], {
    records: [roundRecord, { ...roundRecord, chart: { id: 0, name: '' }, play: otherRecord }, roundRecord], next: 9007199254740991n,
  }],
  ['records', 'list-user-records', [42, 9, 5n, 100], { records: [], next: undefined }],
  ['events', 'subscribe-event', ['user_connect', undefined]],
  ['events', 'subscribe-event', ['message_send', subscription]],
  ['events', 'subscribe-event', ['user_connect', { phase: 'after', priority: 0, failClosed: false, rooms: [], users: [], sampleEvery: 0 }]],
  ['events', 'unsubscribe-event', ['user_connect']],
  ['events', 'emit-event', ['dice_rolled', '{"a":1}']],
  ['commands', 'register-command', ['hi', text, undefined]],
  ['commands', 'register-command', ['hi', '', { usage: '<who>', level: 'room-host', cooldownMs: 1500 }]],
  ['commands', 'add-command', ['hi', text, undefined], 'hi'],
  ['commands', 'add-command', ['hi', '', { usage: '<who>', level: 'admin', cooldownMs: 1 }], 'echo:hi'],
  ['commands', 'unregister-command', ['hi']],
  ['messages', 'send-message-to-user', [42, text]],
  ['messages', 'send-message-to-room', [7, text]],
  ['messages', 'broadcast-message-to-all', [text], 2],
  ['messages', 'send-template-to-user', [42, templates, fillings], { sent: 1, skipped: 0, languages: [{ language: 'zh-CN', count: 1 }] }],
  ['messages', 'send-template-to-room', [7, templates, []], {
    sent: 3, skipped: 2147483647, languages: [{ language: 'zh-CN', count: 1 }, { language: 'en', count: 2 }],
  }],
  ['messages', 'broadcast-template-to-all', [templates.slice(1), fillings.slice(1)], { sent: 0, skipped: 0, languages: [] }],
  ['configuration', 'get-config', ['a.b'], '{"c":[1,2]}'],
  ['configuration', 'set-config', ['a.b', '[true]']],
  ['configuration', 'save-config', []],
  ['configuration', 'all', [], '{"a":{"b":1}}'],
  ['storage', 'get', ['k'], text, undefined, ''],
  ['storage', 'set', ['k', text, 60000n]],
  ['storage', 'set', ['k', '', undefined]],
  ['storage', 'delete', ['k'], true],
  ['storage', 'list', ['p', undefined, 10], ['p1', 'p二', ''], []],
  ['storage', 'list', ['p', 'p1', 1000], []],
  ['storage', 'compare-and-set', ['k', undefined, 'new'], true],
  ['storage', 'compare-and-set', ['k', 'old', undefined], false],
  ['storage', 'get-bytes', ['k'], new Uint8Array([0, 1, 255]), undefined, new Uint8Array(0)],
  ['storage', 'set-bytes', ['k', new Uint8Array([9, 0, 254]), undefined]],
  ['storage', 'set-bytes', ['k', new Uint8Array(0), 5n]],
  ['shared-storage', 'get', ['titles', 'k'], text, undefined, ''],
  ['shared-storage', 'set', ['titles', 'k', text, 60000n]],
  ['shared-storage', 'set', ['titles', 'k', '', undefined]],
  ['shared-storage', 'delete', ['titles', 'k'], true, false],
  ['shared-storage', 'list', ['titles', 'p', undefined, 10], ['p1', 'p二', ''], []],
  ['shared-storage', 'list', ['titles', '', 'p1', 1000], []],
  ['shared-storage', 'compare-and-set', ['titles', 'k', undefined, 'new', 5n], true],
  ['shared-storage', 'compare-and-set', ['titles', 'k', 'old', undefined, undefined], false],
  ['timers', 'set-timer', [1000, true], 3],
  ['timers', 'cancel-timer', [3]],
  ['http-client', 'send',
    [{ method: 'POST', url: 'https://example.invalid/', headers, body: { tag: 'text', val: text }, timeoutMs: 3000 }],
    { status: 200, headers, body: { tag: 'text', val: text } }, { status: 599, headers: [], body: { tag: 'empty' } }],
  ['http-client', 'send',
    [{ method: 'PUT', url: 'http://x/', headers: [], body: { tag: 'bytes', val: new Uint8Array([1, 2]) }, timeoutMs: undefined }],
    { status: 204, headers: [], body: { tag: 'bytes', val: new Uint8Array([7]) } }],
  ['http-client', 'send',
    [{ method: 'GET', url: 'http://x/', headers, body: { tag: 'empty' }, timeoutMs: undefined }],
    { status: 100, headers, body: { tag: 'bytes', val: new Uint8Array(0) } }],
  ['http-routes', 'register-route', ['GET', '/x/{id}', { access: 'public' }]],
  ['http-routes', 'limit-request-body', ['GET', '/x/{id}', 65536]],
  ['http-routes', 'unregister-route', ['GET', '/x/{id}']],
  ['http-streams', 'open-stream', ['scores', 'public']],
  ['http-streams', 'open-stream', ['scores', 'admin']],
  ['http-streams', 'close-stream', ['scores']],
  ['http-streams', 'publish', ['scores', 'round', text], 3],
  ['http-streams', 'publish', ['scores', '', ''], 0],
  ['http-streams', 'reader-count', ['scores'], 2147483647],
  ['services', 'provide', ['add', undefined]],
  ['services', 'provide', ['add', '{"type":"array"}']],
  ['services', 'provide-with-schemas', ['add', '{"type":"array"}', '{"type":"number"}']],
  ['services', 'provide-with-schemas', ['add', undefined, undefined]],
  ['services', 'withdraw', ['add']],
  ['services', 'call', ['math', 'add', '[1,2]'], '3'],
  ['services', 'list', [], [
    { plugin: 'math', name: 'add', schema: '{}', answerSchema: '{"type":"number"}' }, { plugin: 'm', name: 'x', schema: undefined, answerSchema: undefined },
  ], []],
  ['metrics', 'counter-add', ['c', 1.5, labels]],
  ['metrics', 'gauge-set', ['g', -2, []]],
  ['metrics', 'histogram-record', ['h', 0.25, labels]],
  ['system', 'get-system-info', [], {
    hostVersion: '0.1.0', abiVersion: '1.0.0', operatingSystem: 'linux', architecture: 'x64', processorCount: 2,
    totalMemory: 25769803776n, uptimeSeconds: 4294967296n,
  }],
  ['system', 'run-process', ['ls', ['-l', '', text], 'in'], { exitCode: -1, stdout: text, stderr: '' }],
  ['system', 'run-process', ['ls', [], undefined], { exitCode: 0, stdout: '', stderr: 'e' }],
];

export const request = {
  method: 'POST', path: '/x/5', pattern: '/x/{id}', pathParameters: [{ name: 'id', value: '5' }],
  query: [{ name: 'q', value: text }, { name: 'q', value: '' }], headers, body: { tag: 'bytes', val: new Uint8Array([1, 0, 255]) }, caller: 'ops',
};
export const emptyRequest = {
  method: 'GET', path: '/', pattern: '/', pathParameters: [], query: [], headers: [], body: { tag: 'empty' }, caller: undefined,
};

export const invocation = {
  name: 'hello', arguments: `a "b c" ${text}`, words: ['a', 'b c', text],
  caller: { name: text, level: 'room-host', user: 42, room: 7 },
};
export const adminInvocation = {
  name: 'hello', arguments: '', words: [], caller: { name: 'ops', level: 'admin', user: undefined, room: undefined },
};

/** The same value as the JSON that the echo guests write. */
export function toJson(value) {
  if (value === undefined) return null;
  if (typeof value === 'bigint') return Number(value);
  if (Array.isArray(value) || ArrayBuffer.isView(value)) return [...value].map(toJson);
  if (typeof value !== 'object' || value === null) return value;
  if ('tag' in value) return { [value.tag]: toJson(value.val) };
  return Object.fromEntries(Object.entries(value).map(([key, item]) =>
    [key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`), toJson(item)]));
}
