// Writes src/api/schema.ts from the API document that the service's tests keep; with --check only tells whether it is current.
import { readFile, writeFile } from 'node:fs/promises';
import openapiTS, { astToString } from 'openapi-typescript';
import ts from 'typescript';

const source = new URL('../../../tests/Phira.PluginService.Tests/openapi.json', import.meta.url);
const target = new URL('../src/api/schema.ts', import.meta.url);

/** What the document calls any JSON value although it is always an object, or null where the description says so. */
const jsonObjects = {
  ConfigResponse: { values: 'JsonObject', schema: 'JsonObject | null' },
  GalleryPluginResponse: { permissions: 'Record<string, JsonObject>' },
  GrantedPermission: { scopes: 'JsonObject | null' },
  PackageReportResponse: { permissions: 'Record<string, JsonObject>' },
  PermissionResponse: { requested: 'JsonObject | null', granted: 'JsonObject | null' },
  ReplaceConfigRequest: { values: 'JsonObject' },
};

function typeOf(schema) {
  if (schema['x-type']) return ts.factory.createTypeReferenceNode(schema['x-type']);
  if (schema.format === 'binary') return ts.factory.createTypeReferenceNode('Blob');
  const isTyped = ['type', 'allOf', 'oneOf', '$ref', 'enum'].some((key) => key in schema);
  return isTyped ? undefined : ts.factory.createTypeReferenceNode('Json');
}

// Examples are for people who read the document. In the types, they would be more lines than everything else.
const withoutExamples = (key, value) => (key === 'example' || key === 'examples' ? undefined : value);
const document = JSON.parse(await readFile(source, 'utf8'), withoutExamples);
for (const [name, types] of Object.entries(jsonObjects)) {
  const { properties } = document.components.schemas[name];
  for (const [property, type] of Object.entries(types))
    properties[property] = { 'x-type': type, description: properties[property].description };
}

const types = astToString(await openapiTS(document, { transform: typeOf }));
const wanted = `// Generated from tests/Phira.PluginService.Tests/openapi.json by \`npm run api-types\`. Do not edit.
import type { Json, JsonObject } from './json';

${types}`;

if (!process.argv.includes('--check')) {
  await writeFile(target, wanted);
} else if ((await readFile(target, 'utf8')).replaceAll('\r\n', '\n') !== wanted) {
  console.error('src/api/schema.ts is not what openapi.json says. Run: npm run api-types');
  process.exitCode = 1;
}
