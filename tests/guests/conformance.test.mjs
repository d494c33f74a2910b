// Every event and invocation as the components of tests/guests/conformance see it, in a runtime of its own.
//
// usage: node --test tests/guests/conformance.test.mjs      (build the components first: tests/guests/conformance/build.sh)

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { prepare } from '../../src/Phira.PluginService.Sdk/guests/tools/run.mjs';
import { adminInvocation, invocation, payloads, toJson } from './samples.mjs';

const artifacts = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../artifacts/guests');

for (const language of ['c', 'zig']) {
  const file = path.join(artifacts, `conformance-${language}.wasm`);
  test(`what arrives in ${language}`, { skip: fs.existsSync(file) ? false : 'its compiler is not installed' }, async (context) => {
    const component = await prepare(fs.readFileSync(file));
    const anything = new Proxy({}, { get: (_, name) => (...values) => (name === 'addCommand' ? values[0] : undefined), has: () => true });
    const guest = await component.instantiate(Object.fromEntries(component.imports.map((name) => [name, anything])));
    guest.lifecycle.init('{}');
    const ask = (use) => JSON.parse(guest['command-handler'].onCommand(use));

    for (const phase of ['before', 'after']) {
      for (const payload of payloads) {
        await context.test(`${phase} ${payload.tag}`, () => {
          const event = { sequence: 9007199254740991n, at: 1763841600123n, phase, payload };
          assert.deepEqual(guest['event-handler'].onEvent(event), { tag: 'proceed' });
          assert.deepEqual(ask({ ...invocation, arguments: 'last' }), toJson(event));
        });
      }
    }

    await context.test('an invocation', () => {
      for (const use of [invocation, adminInvocation]) {
        const asked = { ...use, arguments: 'invocation' };
        assert.deepEqual(ask(asked), toJson(asked));
      }
    });

    await context.test('what a call received is given back when it has been answered', () => {
      // More than a 32-bit memory has.
      const megabyte = 'x'.repeat(1 << 20);
      for (let round = 0; round < 4200; round++) assert.equal(guest['service-handler'].onCall('a', megabyte, 'b').length, megabyte.length);
    });
  });
}
