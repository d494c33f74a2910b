// Every event, every host function and every export through the bindings of each language, in a runtime of its own.
//
// usage: node --test tests/guests/boundary.test.mjs      (build the guests first: node tests/guests/build.mjs)

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { hostError, prepare } from '../../src/Phira.PluginService.Sdk/guests/tools/run.mjs';
import {
  adminInvocation, calls, emptyRequest, hostEvents, invocation, payloads, record, request, toJson, user,
} from './samples.mjs';

const artifacts = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../artifacts/guests');
const camel = (name) => name.replace(/-([a-z])/g, (_, letter) => letter.toUpperCase());

/** A host whose every function records its arguments and answers with what `answer` says. */
function recordingHost(state) {
  const names = [...new Set(calls.map(([part]) => part)), 'log', 'clock'];
  const functions = (part) => new Proxy({}, {
    get: (_, name) => (...values) => {
      state.calls.push([part, name, ...values]);
      return state.answer(part, name);
    },
    has: () => true,
  });
  return Object.fromEntries(names.map((name) => [name, functions(name)]));
}

function failure(action) {
  try {
    action();
  } catch (error) {
    if (error instanceof WebAssembly.RuntimeError) throw error;
    return error?.payload ?? error;
  }
  return assert.fail('no error');
}

for (const name of ['echo', 'echo-rust']) {
  const file = path.join(artifacts, `${name}.wasm`);
  // The Rust one is built only where Rust is: tests/guests/echo-rust/build.sh.
  if (name !== 'echo' && !fs.existsSync(file)) continue;
  test(`the boundary of ${name}`, async (context) => {
    const component = await prepare(fs.readFileSync(file));
    const state = { calls: [], answer: () => undefined };
    const guest = await component.instantiate(recordingHost(state));
    const command = (text) => guest['command-handler'].onCommand({
      name: 'echo', arguments: text, words: text.split(' '), caller: adminInvocation.caller,
    });
    const last = () => JSON.parse(command('last'));
    guest.lifecycle.init('{"a":{"b":[1,-2.5,1e3,true,null,"\\u00e9\\ud83c\\udfae\\n"]}}');
    guest.lifecycle.start();

    await context.test('metadata arrives whole', () => {
      const metadata = guest.lifecycle.getMetadata();
      assert.deepEqual(metadata, {
        name: 'echo', version: '1.0.0', author: 'tests · 测试', description: 'Shows what reaches it', entryPoint: 'init',
        dependencies: [['nothing-needed', '>=1.0.0'], ['other', '^2']], permissions: ['read_users', 'send_messages'],
        abiVersion: '1.0.0', category: 'test', tags: ['one', '二', ''], website: 'https://example.invalid/echo', license: 'MIT',
        minHostVersion: '0.1.0', configSchema: '{"type":"object"}', custom: '{"answer":42}',
      });
    });

    await context.test('the configuration is read as JSON', () => {
      assert.deepEqual(JSON.parse(command('config')), { a: { b: [1, -2.5, 1000, true, null, 'é🎮\n'] } });
      for (const text of ['', '{', '[1,]', '{"a":1,}', '01', '1.', '"\\x"', '"\u0001"', 'nul', '1 2', '"\\ud83', '['.repeat(200)]) {
        assert.equal(typeof failure(() => guest['config-handler'].onConfigChanged(text)), 'string', text);
      }
    });

    let sequence = 0n;
    for (const payload of payloads) {
      for (const phase of ['before', 'after']) {
        await context.test(`${phase} ${payload.tag}`, () => {
          const event = { sequence: ++sequence, at: 1763841600000n + sequence, phase, payload };
          assert.deepEqual(guest['event-handler'].onEvent(event), { tag: 'proceed' });
          assert.deepEqual(last(), toJson(event));
        });
      }
    }

    await context.test('event outcomes and errors', () => {
      const event = { sequence: ++sequence, at: 1n, phase: 'before', payload: { tag: 'message-send', val: { user, text: 'x' } } };
      command('outcome cancel 不行 no');
      assert.deepEqual(guest['event-handler'].onEvent(event), { tag: 'cancel', val: '不行 no' });
      command('outcome replace other text');
      assert.deepEqual(guest['event-handler'].onEvent(event), { tag: 'replace', val: 'other text' });
      command('outcome fail broken');
      assert.equal(failure(() => guest['event-handler'].onEvent(event)), 'broken');
      command('outcome proceed');
    });

    await context.test('events of the host are read from their JSON', () => {
      const receive = (eventType, data, source = 'host') => {
        const payload = { tag: 'custom', val: { eventType, source, data } };
        guest['event-handler'].onEvent({ sequence: ++sequence, at: 1n, phase: 'after', payload });
        return JSON.parse(command('host-event'));
      };
      for (const [eventType, data] of hostEvents) {
        assert.deepEqual(receive(eventType, JSON.stringify(data)), data, eventType);
        assert.equal(receive(eventType, JSON.stringify(data), 'dice'), null, 'what a plugin says is not from the host');
        for (const broken of ['{', '{}', 'null', '{"room":1,"user":1}']) assert.equal(receive(eventType, broken), null, broken);
        assert.equal(receive('unheard_of', JSON.stringify(data)), null, 'a type of a later host');
      }
    });

    for (const [part, name, args, ...results] of calls) {
      const line = `call ${part}.${name} ${JSON.stringify(args.map(toJson))}`;
      await context.test(line, () => {
        for (const result of results.length === 0 ? [undefined] : results) {
          state.calls.length = 0;
          state.answer = () => result;
          const answer = JSON.parse(command(line));
          assert.deepEqual(state.calls.map(normalize), [[part, camel(name), ...args]].map(normalize));
          assert.deepEqual(answer, { ok: toJson(result) });
        }
        state.answer = () => { throw hostError('quota-exceeded', '每分钟 5 次'); };
        assert.deepEqual(JSON.parse(command(line)), { err: { 'quota-exceeded': '每分钟 5 次' } });
        state.answer = () => undefined;
      });
    }

    await context.test('functions that cannot fail', () => {
      state.answer = (_, name) => (name === 'now' ? 1763841600123n : 77n);
      assert.deepEqual(JSON.parse(command('call clock.now')), { ok: 1763841600123 });
      assert.deepEqual(JSON.parse(command('call clock.monotonic-now')), { ok: 77 });
      state.calls.length = 0;
      state.answer = () => undefined;
      assert.deepEqual(JSON.parse(command('call log.write ["warn","小心",[{"key":"k","value":"值"},{"key":"","value":""}]]')), { ok: null });
      assert.deepEqual(state.calls, [['log', 'write', 'warn', '小心', [{ key: 'k', value: '值' }, { key: '', value: '' }]]]);
    });

    await context.test('every kind of host error', () => {
      const kinds = ['permission-denied', 'not-found', 'invalid-argument', 'conflict', 'quota-exceeded', 'unavailable', 'internal'];
      for (const kind of kinds) {
        state.answer = () => { throw hostError(kind, `${kind}!`); };
        assert.deepEqual(JSON.parse(command('call users.unban-user [5]')), { err: { [kind]: `${kind}!` } });
      }
      state.answer = () => undefined;
    });

    await context.test('commands', () => {
      for (const use of [invocation, adminInvocation]) {
        assert.deepEqual(JSON.parse(guest['command-handler'].onCommand(use)), toJson(use));
      }
      assert.equal(failure(() => command('fail 坏了')), '坏了');
    });

    await context.test('timers, configuration and services', () => {
      command('forget');
      guest['timer-handler'].onTimer(9);
      guest['config-handler'].validateConfig('{"x":1}');
      assert.equal(failure(() => guest['config-handler'].validateConfig('{"refuse":"不"}')), '不');
      guest['config-handler'].onConfigChanged('{"y":2}');
      const shown = { name: 'add', argument: '[1,2]', caller: 'math' };
      assert.deepEqual(JSON.parse(guest['service-handler'].onCall('add', '[1,2]', 'math')), shown);
      assert.equal(typeof failure(() => guest['service-handler'].onCall('fail', '', '')), 'string');
      assert.deepEqual(JSON.parse(command('calls')).slice(0, 5), [
        { 'on-timer': 9 }, { 'validate-config': { x: 1 } }, { 'validate-config': { refuse: '不' } }, { 'on-config-changed': { y: 2 } },
        { 'on-call': shown },
      ]);
      assert.deepEqual(JSON.parse(command('config')), { y: 2 });
    });

    await context.test('requests and responses', () => {
      for (const one of [request, emptyRequest]) {
        const response = guest['http-handler'].onRequest(one);
        assert.equal(response.status, 200);
        assert.deepEqual(response.headers, [{ name: 'content-type', value: 'application/json' }]);
        assert.equal(response.body.tag, 'text');
        assert.deepEqual(JSON.parse(response.body.val), toJson(one));
      }
      command('respond {"status":404,"headers":[{"name":"a","value":"b"},{"name":"","value":"值"}],"body":{"bytes":[1,255]}}');
      assert.deepEqual(normalize(guest['http-handler'].onRequest(request)), {
        status: 404, headers: [{ name: 'a', value: 'b' }, { name: '', value: '值' }], body: { tag: 'bytes', val: [1, 255] },
      });
      command('respond {"status":204}');
      assert.deepEqual(guest['http-handler'].onRequest(emptyRequest), { status: 204, headers: [], body: { tag: 'empty' } });
      command('respond {"fail":"x"}');
      assert.equal(failure(() => guest['http-handler'].onRequest(request)), 'x');
    });

    await context.test('health', () => {
      assert.deepEqual(guest['health-handler'].check(), { status: 'healthy', reasons: [] });
      command('health critical 一 two');
      assert.deepEqual(guest['health-handler'].check(), { status: 'critical', reasons: ['一', 'two'] });
      command('health fail');
      assert.equal(typeof failure(() => guest['health-handler'].check()), 'string');
    });

    await context.test('state goes over to a new instance', async () => {
      const event = (number) => ({ sequence: number, at: 1n, phase: 'after', payload: { tag: 'player-finish', val: { user, room: 7, record } } });
      const saved = guest['state-handler'].saveState();
      const next = await component.instantiate(recordingHost(state));
      next.lifecycle.init('{}');
      next['state-handler'].restoreState(saved);
      next.lifecycle.start();
      next['event-handler'].onEvent(event(sequence + 1n));
      next['event-handler'].onEvent(event(sequence + 1n));
      next['event-handler'].onEvent(event(sequence + 4n));
      const ledger = JSON.parse(next['command-handler'].onCommand({
        name: 'echo', arguments: 'ledger', words: ['ledger'], caller: adminInvocation.caller,
      }));
      const before = Number(sequence) + 2;
      assert.deepEqual(ledger, {
        received: before + 3, first: 1, last: Number(sequence) + 4, missing: 2, repeated: 3, restored: 1,
      });
      assert.equal(typeof failure(() => next['state-handler'].restoreState(new Uint8Array([1]))), 'string');
    });

    await context.test('a fault is logged, then traps', async () => {
      const doomed = await component.instantiate(recordingHost(state));
      doomed.lifecycle.getMetadata();
      doomed.lifecycle.init('{}');
      state.calls.length = 0;
      const use = { name: 'echo', arguments: 'trap', words: ['trap'], caller: adminInvocation.caller };
      assert.throws(() => doomed['command-handler'].onCommand(use), WebAssembly.RuntimeError);
      const [[part, name, level, message]] = state.calls;
      assert.deepEqual([part, name, level], ['log', 'write', 'error']);
      assert.match(message, /a fault on purpose/);
    });

    await context.test('a long life does not use up memory', () => {
      const event = { sequence: 1n, at: 1n, phase: 'after', payload: payloads.find((payload) => payload.tag === 'game-end') };
      state.answer = () => payloads.filter((payload) => payload.tag === 'user-connect').map((payload) => payload.val);
      for (let round = 0; round < 2000; round++) {
        guest['event-handler'].onEvent(event);
        command('call users.list-online-users');
        state.calls.length = 0;
      }
      state.answer = () => undefined;
      assert.ok(JSON.parse(command('ledger')).received > 2000);
    });
  });
}

/** Typed arrays as arrays, missing trailing values as undefined, so that values compare by content. */
function normalize(value) {
  if (ArrayBuffer.isView(value)) return [...value];
  if (Array.isArray(value)) return value.map(normalize);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined).map(([key, item]) => [key, normalize(item)]));
}
