// Prints a module that exports every interface of the host.

import { readWitModel } from '../../../../src/Phira.PluginService.Sdk/guests/tools/wit-model.mjs';

const { name, version, interfaces, worlds } = readWitModel();
const { imports } = worlds.find((world) => world.name === 'full-plugin');
for (const part of interfaces.filter((one) => imports.includes(one.name) && one.functions.length > 0)) {
  const as = part.name.replace(/-([a-z])/g, (_, letter) => letter.toUpperCase());
  // The log of the SDK is another one.
  console.log(as === 'log' ? `export * as log from '${name}/log@${version}';` : `export { ${as} } from 'phira-plugin';`);
}
