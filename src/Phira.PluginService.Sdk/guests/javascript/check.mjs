// Checks the types of a plugin with the TypeScript compiler.

import path from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { typesFolder } from './types.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));

/** Throws the compiler's messages when a plugin does not fit the interfaces. JavaScript is not checked. */
export function checkTypes(entry) {
  const { options, errors } = ts.parseJsonConfigFileContent(
    { ...ts.readConfigFile(path.join(here, 'tsconfig.json'), ts.sys.readFile).config, files: [] }, ts.sys, here);
  const declarations = ts.sys.readDirectory(typesFolder, ['.d.ts']);
  const program = ts.createProgram([path.resolve(entry), path.join(here, 'phira-plugin/index.ts'), ...declarations], options);
  const problems = [...errors.filter(({ code }) => code !== 18002), ...ts.getPreEmitDiagnostics(program)];
  if (problems.length === 0) return;
  throw new Error(ts.formatDiagnostics(problems, {
    getCurrentDirectory: () => process.cwd(),
    getCanonicalFileName: (name) => name,
    getNewLine: () => '\n',
  }));
}
