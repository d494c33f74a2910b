// Removes what an earlier build wrote, so that files with old hashes do not pile up beside the committed ones.
import { rmSync } from 'node:fs';

const wwwroot = new URL('../../../wwwroot/', import.meta.url);
for (const name of ['assets', 'index.html']) {
  rmSync(new URL(name, wwwroot), { recursive: true, force: true });
}
