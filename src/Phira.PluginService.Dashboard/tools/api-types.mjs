// Writes src/api/schema.ts from the API document that the service's tests keep; with --check only tells whether it is current.
import { readFile, writeFile } from 'node:fs/promises';
import openapiTS, { astToString } from 'openapi-typescript';

const document = new URL('../../../tests/Phira.PluginService.Tests/openapi.json', import.meta.url);
const target = new URL('../src/api/schema.ts', import.meta.url);

const types = astToString(await openapiTS(JSON.parse(await readFile(document, 'utf8'))));
const wanted = `// Generated from tests/Phira.PluginService.Tests/openapi.json by \`npm run api-types\`. Do not edit.\n${types}`;

if (!process.argv.includes('--check')) {
  await writeFile(target, wanted);
} else if ((await readFile(target, 'utf8')).replaceAll('\r\n', '\n') !== wanted) {
  console.error('src/api/schema.ts is not what openapi.json says. Run: npm run api-types');
  process.exitCode = 1;
}
