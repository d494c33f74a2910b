// What the plugins of the repository do, seen from outside. The committed components are tested, and those in artifacts/plugins too when
// `plugins/build.sh artifacts/plugins` has been run: a rebuild must behave like what is committed.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { hostError, prepare } from '../../src/Phira.PluginService.Sdk/guests/tools/run.mjs';
import { room, user } from './samples.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const rebuilt = path.join(root, 'artifacts/plugins');

/** Runs a test against the committed component and, if there is one, the rebuilt component. */
function forEachBuild(name, title, body) {
  const folder = ['plugins', 'plugins/gallery'].map((parent) => path.join(root, parent, name)).find((one) => fs.existsSync(one));
  const builds = { committed: path.join(folder, `${name}.wasm`), rebuilt: path.join(rebuilt, `${name}.wasm`) };
  for (const [build, file] of Object.entries(builds)) {
    if (build === 'rebuilt' && !fs.existsSync(file)) continue;
    test(`${name}, ${build}: ${title}`, async () => body(await prepare(fs.readFileSync(file))));
  }
}

/** What players of each language read. */
const filled = (templates, values) => Object.fromEntries(templates.map(({ language, text }) => [
  language, values.reduce((result, { name, value }) => result.replaceAll(`{${name}}`, value), text),
]));
const everybodyGotIt = { sent: 2, skipped: 0, languages: [] };

/** A host that remembers what it was asked for, and whose storage can be switched on. */
function createHost({ stored } = {}) {
  const calls = [];
  const remember = (what) => (...values) => { calls.push([what, ...values]); };
  const unavailable = () => { throw hostError('unavailable', 'no storage'); };
  return {
    log: { write: remember('log') },
    clock: { now: () => 1763841600123n, monotonicNow: () => 1n },
    commands: { addCommand: (name, ...rest) => { calls.push(['command', name, ...rest]); return name; } },
    events: { subscribeEvent: remember('subscribe'), emitEvent: (type, data) => { calls.push(['emit', type, JSON.parse(data)]); } },
    messages: {
      sendMessageToUser: remember('to-user'),
      sendMessageToRoom: remember('to-room'),
      sendTemplateToRoom: (id, templates, values) => { calls.push(['to-room', id, filled(templates, values)]); return everybodyGotIt; },
    },
    services: { provideWithSchemas: remember('provide') },
    users: { getUserInfo: () => ({ ...user, language: 'en-US', name: 'Ann', connectedAt: 1763841600123n }) },
    storage: stored ? { get: (key) => stored.get(key), set: (key, value) => { stored.set(key, value); } } : { get: unavailable, set: unavailable },
    of(what) { return calls.filter(([kind]) => kind === what).map(([, ...rest]) => rest); },
  };
}

const payloadEvent = (payload) => ({ sequence: 1n, at: 1n, phase: 'after', payload });
const connect = (guest, id, name, language = 'zh-CN') =>
  guest['event-handler'].onEvent(payloadEvent({ tag: 'user-connect', val: { ...user, id, name, language } }));
const join = (guest) => guest['event-handler'].onEvent(
  payloadEvent({ tag: 'user-join-room', val: { user: { ...user, name: '小明' }, room, monitor: false } }));

async function begin(component, host, config = {}) {
  const guest = await component.instantiate(host);
  guest.lifecycle.getMetadata();
  guest.lifecycle.init(JSON.stringify(config));
  guest.lifecycle.start();
  return guest;
}

function refusal(action) {
  try {
    action();
  } catch (error) {
    if (error instanceof WebAssembly.RuntimeError) throw error;
    return error?.payload ?? error;
  }
  return assert.fail('not refused');
}

const player = { name: '小明', level: 'player', user: 42, room: 7 };
const roll = (guest, text, caller = player) =>
  guest['command-handler'].onCommand({ name: 'roll', arguments: text, words: text.split(' ').filter(Boolean), caller });

forEachBuild('dice', 'offers its commands', async (component) => {
  const host = createHost();
  await begin(component, host);
  assert.deepEqual(host.of('command').map(([name, , options]) => [name, options.usage]), [['roll', '[N]d<M>[+K|-K]'], ['dice-stats', '']]);
});

forEachBuild('dice', 'a roll is told to the caller, the room and other plugins', async (component) => {
  const host = createHost();
  const guest = await begin(component, host, { seed: 7 });
  const outcome = roll(guest, '2d6');
  const [, first, second, total] = /^2d6 → (\d) \+ (\d) = (\d+)$/.exec(outcome).map(Number);
  assert.equal(first + second, total);
  assert.deepEqual(host.of('to-room'), [[7, { 'zh-CN': `掷骰: 小明 ${outcome}`, en: `Dice: 小明 ${outcome}` }]]);
  assert.deepEqual(host.of('emit'), [['dice_rolled', { user: 42, room: 7, expression: '2d6', rolls: [first, second], total }]]);
});

forEachBuild('dice', 'outside a room nothing is announced', async (component) => {
  const host = createHost();
  const guest = await begin(component, host);
  assert.match(roll(guest, '', { name: 'ops', level: 'admin', user: undefined, room: undefined }), /^1d6 → [1-6]$/);
  assert.deepEqual(host.of('to-room'), []);
  assert.deepEqual(host.of('emit')[0][1].user, null);
});

forEachBuild('dice', 'the same seed gives the same rolls', async (component) => {
  const rolls = async (seed) => roll(await begin(component, createHost(), { seed }), '20d1000');
  assert.equal(await rolls(7), await rolls(7));
  assert.notEqual(await rolls(7), await rolls(8));
});

forEachBuild('dice', 'every face is equally likely', async (component) => {
  const host = createHost();
  const guest = await begin(component, host, { seed: 1, max_dice: 100 });
  const faces = new Array(6).fill(0);
  for (let i = 0; i < 60; i++) roll(guest, '100d6');
  for (const [, { rolls }] of host.of('emit')) for (const face of rolls) faces[face - 1]++;
  for (const count of faces) assert.ok(count > 900 && count < 1100, faces.join(' '));
});

forEachBuild('dice', 'expressions are read leniently and bounded', async (component) => {
  const guest = await begin(component, createHost());
  assert.match(roll(guest, 'D20'), /^1d20 → \d+$/);
  assert.match(roll(guest, ' 3d8 + 2 '), /^3d8\+2 → \d \+ \d \+ \d \+ 2 = \d+$/);
  assert.match(roll(guest, '1d2-5'), /^1d2-5 → \d - 5 = -\d$/);
  for (const text of ['0d6', '21d6', '1d1', '1d1001', '1d6+10001', '99999999999d6']) assert.match(refusal(() => roll(guest, text)), /之间.*between/, text);
  for (const text of ['x', '2', '2d', 'd', '2d6+', '2d6--1', '2d6 2d6', '-1d6', '2d6.5', '２d６', '']) {
    if (text !== '') assert.match(refusal(() => roll(guest, text)), /看不懂.*Cannot read/, text);
  }
});

forEachBuild('dice', 'limits follow the configuration', async (component) => {
  const guest = await begin(component, createHost());
  guest['config-handler'].validateConfig('{"max_dice":3}');
  guest['config-handler'].onConfigChanged('{"max_dice":3,"announce":false}');
  assert.match(refusal(() => roll(guest, '4d6')), /1 到 3/);
  for (const config of ['{"max_dice":0}', '{"max_dice":"3"}', '{"max_sides":1.5}', '{"announce":1}', '{"seed":-1}', 'nonsense']) {
    assert.equal(typeof refusal(() => guest['config-handler'].validateConfig(config)), 'string', config);
  }
});

forEachBuild('dice', 'statistics survive a hot reload', async (component) => {
  const host = createHost();
  const old = await begin(component, host);
  roll(old, '3d6');
  const next = await component.instantiate(host);
  next.lifecycle.init('{}');
  next['state-handler'].restoreState(old['state-handler'].saveState());
  next.lifecycle.start();
  roll(next, '2d6');
  const stats = next['command-handler'].onCommand({ name: 'dice-stats', arguments: '', words: [], caller: player });
  assert.match(stats, /共掷 2 次、5 颗骰子/);
});

forEachBuild('welcome', 'greets by name and counts visits', async (component) => {
  const host = createHost();
  const guest = await begin(component, host);
  connect(guest, 42, '小明');
  connect(guest, 5, 'Ann');
  connect(guest, 42, '小明');
  assert.deepEqual(host.of('subscribe').map(([type]) => type), ['user_connect', 'user_join_room']);
  assert.deepEqual(host.of('to-user'), [
    [42, '欢迎 小明！这是你第 1 次来访。'], [5, '欢迎 Ann！这是你第 1 次来访。'], [42, '欢迎 小明！这是你第 2 次来访。'],
  ]);
});

forEachBuild('welcome', 'greets players of other languages in English', async (component) => {
  const host = createHost();
  const guest = await begin(component, host);
  connect(guest, 42, 'Ann', 'en-US');
  connect(guest, 5, 'Léa', 'fr');
  connect(guest, 6, '小明', '');
  guest['config-handler'].onConfigChanged('{"greeting":"Hi {name}"}');
  connect(guest, 42, 'Ann', 'en-US');
  assert.deepEqual(host.of('to-user'), [
    [42, 'Welcome, Ann! This is your visit number 1.'], [5, 'Welcome, Léa! This is your visit number 1.'],
    [6, '欢迎 小明！这是你第 1 次来访。'], [42, 'Hi Ann'],
  ]);
});

forEachBuild('welcome', 'announces joins unless told not to', async (component) => {
  const host = createHost();
  const guest = await begin(component, host);
  join(guest);
  assert.deepEqual(host.of('to-room'), [[7, { 'zh-CN': '小明 加入了房间 room-1', en: '小明 entered the room room-1' }]]);
  guest['config-handler'].onConfigChanged('{"announce_joins":false}');
  join(guest);
  assert.equal(host.of('to-room').length, 1);
});

forEachBuild('welcome', 'a changed text applies at once', async (component) => {
  const host = createHost();
  const guest = await begin(component, host);
  guest['config-handler'].onConfigChanged('{"greeting":"{{Hi}} {name}, #{visits}"}');
  connect(guest, 42, 'Ann');
  assert.deepEqual(host.of('to-user'), [[42, '{Hi} Ann, #1']]);
});

forEachBuild('welcome', 'a bad text is refused and says why', async (component) => {
  const guest = await begin(component, createHost());
  const check = (config) => guest['config-handler'].validateConfig(JSON.stringify(config));
  check({ greeting: 'hello' });
  assert.match(refusal(() => check({ greeting: '' })), /greeting: 不能为空.*must not be empty/);
  assert.match(refusal(() => check({ greeting: '  ' })), /must not be empty/);
  assert.match(refusal(() => check({ greeting: '{nam}' })), /unknown placeholder \{nam\}; there are \{name\}, \{visits\}/);
  assert.match(refusal(() => check({ join_announcement: '{visits}' })), /join_announcement: .*unknown placeholder/);
  for (const text of ['{name', 'name}', '{', 'x'.repeat(401), 5]) {
    assert.equal(typeof refusal(() => check({ greeting: text })), 'string', String(text));
  }
  assert.match(refusal(() => check({ greeting: '', announce_joins: 1 })), /greeting.*announce_joins/);
});

forEachBuild('welcome', 'a first configuration that is bad keeps it from running', async (component) => {
  const guest = await component.instantiate(createHost());
  assert.match(refusal(() => guest.lifecycle.init('{"greeting":""}')), /must not be empty/);
  assert.match(refusal(() => guest.lifecycle.init('nonsense')), /JSON/);
});

forEachBuild('welcome', 'storage is used when the host has it', async (component) => {
  const stored = new Map([['visits/42', '9']]);
  const host = createHost({ stored });
  connect(await begin(component, host), 42, 'Ann');
  connect(await begin(component, host), 42, 'Ann');
  assert.deepEqual(host.of('to-user').map(([, text]) => /\d+/.exec(text)[0]), ['10', '11']);
  assert.equal(stored.get('visits/42'), '11');
});

forEachBuild('welcome', 'counts go over to the next version and back', async (component) => {
  const second = await prepare(fs.readFileSync(path.join(root, 'artifacts/guests/welcome-v2.wasm')));
  const host = createHost();
  let guest = await begin(component, host);
  connect(guest, 42, 'Ann');
  for (const next of [second, component]) {
    const successor = await next.instantiate(host);
    successor.lifecycle.init('{}');
    successor['state-handler'].restoreState(guest['state-handler'].saveState());
    successor.lifecycle.start();
    guest = successor;
    connect(guest, 42, 'Ann');
  }
  assert.deepEqual(host.of('to-user').map(([, text]) => text), [
    '欢迎 Ann！这是你第 1 次来访。', '[v2] 欢迎 Ann！这是你第 2 次来访。', '欢迎 Ann！这是你第 3 次来访。',
  ]);
});

forEachBuild('word-filter', 'keeps its words through long messages and long lists', async (component) => {
  const guest = await begin(component, createHost(), { words: ['坏话'] });
  const send = (text) => guest['event-handler'].onEvent({
    sequence: 1n, at: 1n, phase: 'before', payload: { tag: 'message-send', val: { user, text } },
  });
  const words = Array.from({ length: 500 }, (_, index) => `${'很'.repeat(50)}${index}`);
  for (let round = 1; round <= 20; round++) {
    assert.deepEqual(send(`${'长'.repeat(5000 * round)}坏话`).val, `${'长'.repeat(5000 * round)}**`);
    guest['config-handler'].onConfigChanged(JSON.stringify({ words: [...words, '坏话'] }));
    assert.deepEqual(send(`${words[499]}，坏话`).val, `${'*'.repeat(53)}，**`);
  }
});

const told = (tag, at, val) => ({ sequence: 1n, at: BigInt(at), phase: 'after', payload: { tag, val } });
const someone = (id, connectedAt = 0) => ({ ...user, id, name: `P${id}`, connectedAt: BigInt(connectedAt) });

/** Tells playtime of a round from `begin` on: player 1 finishes after `first`, player 2 aborts after `second`, player 3 stays to the end. */
function playRound(guest, begin, first, second, end) {
  const playing = { ...room, players: [1, 2, 3] };
  const record = { id: 1, player: 1, chart: 9, score: 1, accuracy: 1, fullCombo: true, perfect: 1, good: 0, bad: 0, miss: 0, maxCombo: 1 };
  const on = guest['event-handler'].onEvent;
  on(told('game-start', begin, { room: playing, starter: 1 }));
  on(told('player-finish', begin + first, { user: someone(1), room: 7, record }));
  on(told('player-abort', begin + second, { user: someone(2), room: 7 }));
  on(told('game-end', begin + end, { room: playing, records: [record], aborted: [2] }));
}

const accountOf = (guest, id) => JSON.parse(guest['service-handler'].onCall('playtime', `{"user":${id}}`, 'titles'));

forEachBuild('playtime', 'time from the start of a round until a player is done counts as played', async (component) => {
  const guest = await begin(component, createHost({ stored: new Map() }));
  playRound(guest, 1_000_000, 90_000, 30_000, 120_500);
  playRound(guest, 2_000_000, 60_000, 1_000, 60_000);
  assert.deepEqual([1, 2, 3].map((id) => accountOf(guest, id).played_seconds), [150, 31, 180]);
  assert.deepEqual([1, 2, 3].map((id) => accountOf(guest, id).rounds), [2, 0, 0]);
  assert.deepEqual(
    JSON.parse(guest['service-handler'].onCall('top', '{"limit":2}', 'titles')).map((place) => [place.user, place.played_seconds]),
    [[3, 180], [1, 150]]);
});

forEachBuild('playtime', 'who comes back soon continues the same visit', async (component) => {
  const guest = await begin(component, createHost({ stored: new Map() }), { visit_gap_minutes: 10 });
  const on = guest['event-handler'].onEvent;
  const minute = 60_000;
  on(told('user-connect', 100 * minute, someone(1)));
  on(told('user-disconnect', 130 * minute, someone(1, 100 * minute)));
  on(told('user-connect', 139 * minute, someone(1)));
  on(told('user-disconnect', 140 * minute, someone(1, 139 * minute)));
  on(told('user-connect', 150 * minute, someone(1)));
  const account = accountOf(guest, 1);
  assert.deepEqual([account.name, account.visits, account.online_seconds], ['P1', 2, 31 * 60]);
});

forEachBuild('playtime', 'others ask by services with schemas, and nobody is known before the first visit', async (component) => {
  const host = createHost({ stored: new Map() });
  const guest = await begin(component, host);
  assert.deepEqual(host.of('provide').map(([name]) => name), ['playtime', 'top']);
  for (const [, argument, answer] of host.of('provide')) assert.ok(JSON.parse(argument).type === 'object' && JSON.parse(answer).type);
  assert.equal(accountOf(guest, 9), null);
  assert.deepEqual(JSON.parse(guest['service-handler'].onCall('top', '{"limit":5}', 'titles')), []);
});

forEachBuild('playtime', 'a round continues over a hot reload', async (component) => {
  const host = createHost({ stored: new Map() });
  const guest = await begin(component, host);
  guest['event-handler'].onEvent(told('game-start', 1_000_000, { room: { ...room, players: [1] }, starter: 1 }));
  const next = await begin(component, host);
  next['state-handler'].restoreState(guest['state-handler'].saveState());
  next['event-handler'].onEvent(told('player-abort', 1_007_000, { user: someone(1), room: 7 }));
  assert.equal(accountOf(next, 1).played_seconds, 7);
});

forEachBuild('playtime', 'durations are short to read', async (component) => {
  const stored = new Map();
  const guest = await begin(component, createHost({ stored }));
  const ask = (played) => {
    stored.set('user/42', JSON.stringify({ name: 'Ann', visits: 3, online: 0, played, rounds: 1, lastSeen: 0 }));
    return guest['command-handler'].onCommand({
      name: 'playtime', arguments: '', words: [], caller: { name: 'Ann', level: 'player', user: 42, room: 7 },
    });
  };
  assert.equal(ask(59_999), 'Ann: visit 3, online 0 s, played 59 s, 1 round finished');
  assert.match(ask(59 * 60_000), /played 59 min,/);
  assert.match(ask(125 * 60_000), /played 2 h 5 min,/);
});

test('pages of the gallery follow their streams with the same script', () => {
  const gallery = path.join(root, 'plugins/gallery');
  const scripts = fs.readdirSync(gallery).map((name) => path.join(gallery, name, 'static/live.js')).filter((file) => fs.existsSync(file));
  assert.ok(scripts.length > 1);
  for (const file of scripts) assert.equal(fs.readFileSync(file, 'utf8'), fs.readFileSync(scripts[0], 'utf8'), file);
});
