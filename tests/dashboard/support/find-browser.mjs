import { existsSync } from 'node:fs';
import path from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'chrome', 'msedge'];

function places() {
  switch (process.platform) {
    case 'darwin':
      return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
    case 'win32':
      return [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
        .filter(Boolean)
        .flatMap((base) => ['Google/Chrome', 'Chromium', 'Microsoft/Edge']
          .map((name) => path.join(base, name, 'Application', name.endsWith('Edge') ? 'msedge.exe' : 'chrome.exe')));
    default:
      return ['/usr/bin', '/usr/local/bin', '/snap/bin'].flatMap((folder) => names.map((name) => path.join(folder, name)));
  }
}

/** The browser to drive, or null. One that is named but does not exist is an error, not a reason to skip. */
export function findBrowser() {
  const named = process.env.PHIRA_CHROMIUM;
  if (named) {
    if (!existsSync(named)) throw new Error(`PHIRA_CHROMIUM names ${named}, which does not exist`);
    return named;
  }
  const extension = process.platform === 'win32' ? '.exe' : '';
  const onPath = (process.env.PATH ?? '').split(path.delimiter).flatMap((folder) => names.map((name) => path.join(folder, name + extension)));
  return [...places(), ...onPath].find((file) => existsSync(file)) ?? null;
}
