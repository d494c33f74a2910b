// The example on each page of the SDK is built as a newcomer builds it: copied into an empty folder outside of the repository, with the command of the page.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const sdk = path.join(root, 'src/Phira.PluginService.Sdk/guests');

// Exit code of a build script whose compiler is not installed.
const noCompiler = 3;

/** The blocks of code of a page, by their language. */
const blocksOf = (page) => [...page.matchAll(/^```([a-z]+)\n(.*?)^```$/gms)].map(([, language, text]) => ({ language, text }));

for (const language of ['assemblyscript', 'go', 'javascript', 'rust']) {
  test(`the example on the page of ${language} is built into a component`, (context) => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'phira-readme-'));
    context.after(() => fs.rmSync(folder, { recursive: true, force: true }));
    const blocks = blocksOf(fs.readFileSync(path.join(sdk, language, 'README.md'), 'utf8'));
    for (const { text } of blocks.filter((block) => block.language !== 'sh')) {
      const [, file] = text.match(/^(?:\/\/|#) (\S+)\n/);
      fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      fs.writeFileSync(path.join(folder, file), text.replaceAll('…', root));
    }

    const command = blocks.find((block) => block.language === 'sh').text.replaceAll('…', root);
    const build = spawnSync('sh', ['-eu', '-c', command], { cwd: folder, encoding: 'utf8' });
    if (build.status === noCompiler) return context.skip(build.stderr.trim().split('\n').at(-1));
    assert.equal(build.status, 0, `${command}\n${build.stdout}${build.stderr}`);
    const component = fs.readdirSync(folder).find((name) => name.endsWith('.wasm'));
    assert.deepEqual([...fs.readFileSync(path.join(folder, component)).subarray(0, 8)], [0, 0x61, 0x73, 0x6d, 0x0d, 0, 1, 0]);
  });
}
