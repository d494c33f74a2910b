import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import ts from 'typescript';

const dashboard = join(import.meta.dirname, '../..');

export interface SourceFile {
  /** Below the dashboard's folder, with forward slashes: `src/ui/Badge.vue`. */
  path: string;
  text: string;
  /** What it imports from the dashboard, as paths of the same form. */
  imports: string[];
  /** The packages that it imports. */
  packages: string[];
}

/** Every file below a folder of the dashboard. */
export function pathsBelow(folder: string): string[] {
  return readdirSync(join(dashboard, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dashboard, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

function scriptOf(path: string, text: string): string {
  return path.endsWith('.vue') ? [...text.matchAll(/<script[^>]*>(.*?)<\/script>/gs)].map((match) => match[1]).join('\n') : text;
}

function resolve(from: string, specifier: string): string {
  const target = posix.join(dirname(from), specifier);
  const found = ['', '.ts', '/index.ts']
    .map((ending) => target + ending)
    .find((path) => existsSync(join(dashboard, path)) && statSync(join(dashboard, path)).isFile());
  if (found === undefined) throw new Error(`${from} imports ${specifier}, which does not exist`);
  return found;
}

/** The sources below `src`, with what they import. */
export function readSources(): SourceFile[] {
  return pathsBelow('src')
    .filter((path) => /\.(ts|vue)$/.test(path))
    .map((path) => {
      const text = readFileSync(join(dashboard, path), 'utf8');
      const specifiers = ts.preProcessFile(scriptOf(path, text), true, true).importedFiles.map((file) => file.fileName);
      return {
        path,
        text,
        imports: specifiers.filter((name) => name.startsWith('.')).map((name) => resolve(path, name)),
        packages: specifiers.filter((name) => !name.startsWith('.')),
      };
    });
}
