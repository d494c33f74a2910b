// Gives exported AssemblyScript functions the names the component model wants. An identifier cannot hold them, so the bindings
// follow a convention:
//
//   lifecycle__get_metadata       ->  phira:plugin/lifecycle@1.0.0#get-metadata
//   post_lifecycle__get_metadata  ->  cabi_post_phira:plugin/lifecycle@1.0.0#get-metadata

import { Transform } from 'assemblyscript/transform';

const version = '1.0.0';
const convention = /^(post_)?([a-z]+(?:_[a-z]+)*)__([a-z]+(?:_[a-z]+)*)$/;

export function componentName(name) {
  const match = convention.exec(name);
  if (!match) return undefined;
  const kebab = (identifier) => identifier.replaceAll('_', '-');
  return `${match[1] ? 'cabi_post_' : ''}phira:plugin/${kebab(match[2])}@${version}#${kebab(match[3])}`;
}

export default class RenameExports extends Transform {
  afterCompile(module) {
    for (let index = module.getNumExports() - 1; index >= 0; index--) {
      const { name, value } = this.binaryen.getExportInfo(module.getExportByIndex(index));
      const wanted = componentName(name);
      if (wanted === undefined) continue;
      module.removeExport(name);
      module.addFunctionExport(value, wanted);
    }
  }
}
