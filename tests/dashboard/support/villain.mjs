import { readFile } from 'node:fs/promises';
import { component } from './package.mjs';

const read = (name) => readFile(new URL(`../hostile-page/${name}`, import.meta.url), 'utf8');

const manifest = `
name = "villain"
version = "1.0.0"
abi_version = "1.0.0"

[permissions]
register_commands = true
http_routes = true

[[pages]]
id = "static"
title = "static"
path = "/index.html"

[[pages]]
id = "route"
title = "route"
path = "/route"
`;

/** A plugin whose pages try to act as the administrator: one is a file of its package, the other is answered by its component. */
export class Villain {
  #stage;

  static async install(stage) {
    const [villain, page, script, worker] = await Promise.all([component('echo'), read('index.html'), read('attack.js'), read('worker.js')]);
    await stage.putPlugin('villain', {
      'plugin.toml': manifest,
      'villain.wasm': villain,
      'static/index.html': page,
      'static/attack.js': script,
      'static/worker.js': worker,
    });
    await stage.untilAnswered('villain runs', '/api/v1/plugins', (plugins) => plugins.some(({ name, state }) => name === 'villain' && state === 'running'));
    const installed = new Villain();
    installed.#stage = stage;
    await installed.#tell('call http-routes.register-route ["GET", "/route", {"access": "public"}]');
    const headers = [{ name: 'content-type', value: 'text/html; charset=utf-8' }];
    await installed.#tell(`respond ${JSON.stringify({ status: 200, headers, body: { text: page } })}`);
    return installed;
  }

  /** Where an administrator may meet its page: opened in a tab or shown by the dashboard, as a file or as an answer. */
  static places = ['/plugins/villain/', '/plugins/villain/route', '/manage/villain/pages/static', '/manage/villain/pages/route'];

  /** Opens a place; answers the frame that the page is in. */
  static async meet(visitor, place) {
    await visitor.open(place);
    const isFramed = place.startsWith('/manage/');
    const frame = isFramed ? await (await visitor.page.waitForSelector('main iframe')).contentFrame() : visitor.page.mainFrame();
    await frame.waitForFunction(() => window.attempts !== undefined);
    return { frame, isFramed };
  }

  /** What a page could do without the headers and the frame that keep it apart: how the attempts are seen to be real. */
  static async meetUnprotected(visitor, { framed = false } = {}) {
    // What is sent to be acted upon must arrive as the browser sends it.
    const isShown = ({ pathname }) => pathname === '/' || pathname.startsWith('/plugins/') || pathname === '/api/v1/plugins';
    await visitor.page.route(isShown, async (route) => {
      if (route.request().method() !== 'GET') return route.continue();
      const response = await route.fetch();
      const headers = { ...response.headers() };
      for (const name of ['content-security-policy', 'cross-origin-opener-policy', 'x-frame-options', 'x-content-type-options']) delete headers[name];
      await route.fulfill({ response, headers });
    });
    if (!framed) {
      await visitor.open('/plugins/villain/');
      const frame = visitor.page.mainFrame();
      await frame.waitForFunction(() => window.attempts !== undefined);
      return frame;
    }
    await visitor.open('/');
    await visitor.page.locator('[data-plugin]').first().waitFor();
    await visitor.page.evaluate(() => {
      const frame = document.createElement('iframe');
      frame.src = '/plugins/villain/';
      document.body.append(frame);
    });
    const frame = await (await visitor.page.waitForSelector('body > iframe')).contentFrame();
    await frame.waitForFunction(() => window.attempts !== undefined);
    return frame;
  }

  /** How often the plugin that the attempts are about was reloaded. */
  async reloads() {
    const { entries } = await this.#stage.call('GET', '/api/v1/audit?target=plugin:welcome&action=plugin.reload');
    return entries.length;
  }

  #tell(text) {
    return this.#stage.call('POST', '/api/v1/commands/echo/invoke', { arguments: text });
  }
}
