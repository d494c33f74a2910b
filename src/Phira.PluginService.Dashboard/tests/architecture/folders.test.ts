// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { pathsBelow, readSources, type SourceFile } from './sourceFiles';

/**
 * The folders of src and what each may import. A feature is a folder of its own below features: what two features need is in one of the folders
 * below them.
 */
const allowed: Record<string, readonly string[]> = {
  app: ['features', 'ui', 'live', 'api', 'i18n', 'styles'],
  features: ['ui', 'live', 'api', 'i18n'],
  ui: ['api', 'i18n'],
  live: ['api', 'i18n'],
  api: ['i18n'],
  i18n: [],
  styles: [],
};

/** Packages that only one place may know. */
const owners: Record<string, string> = {
  '@microsoft/signalr': 'src/live/',
  'compare-versions': 'src/features/packages/',
  'openapi-fetch': 'src/api/',
  uplot: 'src/live/',
  'uplot/dist/uPlot.min.css': 'src/live/',
};

const sources = readSources();
const folderOf = (path: string) => path.split('/')[1]!;
const featureOf = (path: string) => (folderOf(path) === 'features' ? path.split('/')[2]! : null);

function isAllowed(from: string, to: string): boolean {
  if (folderOf(from) !== folderOf(to)) return allowed[folderOf(from)]?.includes(folderOf(to)) ?? false;
  return featureOf(from) === featureOf(to);
}

/** The files of a cycle of imports, or null. */
function findCycle(files: readonly SourceFile[]): string[] | null {
  const imports = new Map(files.map((file) => [file.path, file.imports]));
  const finished = new Set<string>();
  const visit = (path: string, trail: readonly string[]): string[] | null => {
    if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path];
    if (finished.has(path)) return null;
    for (const next of imports.get(path) ?? []) {
      const cycle = visit(next, [...trail, path]);
      if (cycle !== null) return cycle;
    }
    finished.add(path);
    return null;
  };
  for (const { path } of files) {
    const cycle = visit(path, []);
    if (cycle !== null) return cycle;
  }
  return null;
}

describe('The folders of the sources', () => {
  it('are exactly those of the table', () => {
    expect([...new Set(pathsBelow('src').map(folderOf))].sort()).toEqual(Object.keys(allowed).sort());
  });

  it('import only along the arrows of the table', () => {
    const wrong = sources.flatMap(({ path, imports }) =>
      imports.filter((target) => !isAllowed(path, target)).map((target) => `${path} → ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it('have arrows without a cycle', () => {
    const order = Object.keys(allowed);
    const upward = Object.entries(allowed).flatMap(([from, targets]) =>
      targets.filter((to) => order.indexOf(to) <= order.indexOf(from)).map((to) => `${from} → ${to}`),
    );
    expect(upward).toEqual([]);
  });

  it('hold no files that import each other in a cycle', () => {
    expect(findCycle(sources)).toBeNull();
  });

  it('keep a package to the folder that owns it', () => {
    const wrong = sources.flatMap(({ path, packages }) =>
      packages.filter((name) => !path.startsWith(owners[name] ?? '')).map((name) => `${path} → ${name}`),
    );
    expect(wrong).toEqual([]);
  });
});

describe('The addresses of the API', () => {
  it('stand in the generated schema and in the one list of calls, whose names and types the compiler checks', () => {
    const places = sources.filter(({ text }) => text.includes('/api/v1/')).map(({ path }) => path);
    expect(places).toEqual(['src/api/client.ts', 'src/api/schema.ts', 'src/api/service.ts']);
  });

  it('are never put together by hand', () => {
    const service = sources.find(({ path }) => path === 'src/api/service.ts')!;
    // The one part that varies is the name of an operation, which is a type.
    expect([...service.text.matchAll(/\$\{(.*?)\}/g)].map((match) => match[1])).toEqual(['operation']);
  });
});

describe('The folders of the tests', () => {
  it('mirror those of the sources', () => {
    const folders = new Set(sources.map(({ path }) => path.slice('src/'.length, path.lastIndexOf('/'))));
    const strays = pathsBelow('tests').filter(
      (path) =>
        path.endsWith('.test.ts') &&
        !path.startsWith('tests/architecture/') &&
        !folders.has(path.slice('tests/'.length, path.lastIndexOf('/'))),
    );
    expect(strays).toEqual([]);
  });
});
