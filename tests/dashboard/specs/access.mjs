import assert from 'node:assert/strict';

const pages = [
  ['/', '概览'],
  ['/manage/welcome', 'welcome'],
  ['/install', '安装插件'],
  ['/gallery', '插件库'],
  ['/services', '插件之间的关系'],
  ['/manage/welcome/permissions', 'welcome'],
  ['/manage/welcome/config', 'welcome'],
  ['/manage/welcome/versions', 'welcome'],
  ['/manage/welcome/limits', 'welcome'],
  ['/manage/welcome/services', 'welcome'],
  ['/manage/welcome/crashes', 'welcome'],
  ['/manage/welcome/history', 'welcome'],
  ['/manage/welcome/log', 'welcome'],
  ['/players', '玩家'],
  ['/rooms', '房间'],
  ['/commands', '命令'],
  ['/server/settings', '服务器'],
  ['/server/bans', '服务器'],
  ['/server/audit', '服务器'],
  ['/server/logging', '服务器'],
  ['/server/errors', '服务器'],
  ['/nowhere', '没有这个页面'],
];

/** Opens a page and waits until what it fetches is there. */
async function settle(visitor, path, heading) {
  await visitor.open(path);
  await visitor.heading(heading).waitFor();
  await visitor.until('the page has its content', () => document.querySelector('[aria-busy="true"]') === null);
}

const checked = (colorScheme) => async (stage) => {
  const visitor = await stage.visit({ colorScheme, axe: true });
  for (const [path, heading] of pages) {
    await settle(visitor, path, heading);
    await visitor.mustBeAccessible();
  }
};

export default {
  'No page has an accessibility problem in light colours': checked('light'),
  'No page has an accessibility problem in dark colours': checked('dark'),

  'The sign-in page and a dialog have no accessibility problem': async (stage) => {
    const stranger = await stage.visit({ signedIn: false, axe: true });
    stranger.expectComplaint(/status of 401/);
    await stranger.open();
    await stranger.heading('登录').waitFor();
    await stranger.mustBeAccessible();

    const visitor = await stage.visit({ axe: true });
    await visitor.plugin('welcome').getByRole('button', { name: '停止' }).click();
    await visitor.page.getByRole('alertdialog').waitFor();
    await visitor.mustBeAccessible();
  },

  'Every page fits a phone 360 pixels wide': async (stage) => {
    for (const locale of ['zh-CN', 'en-US']) {
      const visitor = await stage.visit({ viewport: { width: 360, height: 740 }, locale });
      for (const [path] of pages) {
        await visitor.open(path);
        await visitor.page.locator('h1').waitFor();
        await visitor.until('the page has its content', () => document.querySelector('[aria-busy="true"]') === null);
        await visitor.mustNotScrollSideways();
      }
    }
  },

  'Long words from outside make no page wider than its window': async (stage) => {
    const name = `broken-${'x'.repeat(40)}`;
    await stage.putPlugin(name, { 'plugin.toml': `name = "${name}"\nversion = "1.0"\n${'y'.repeat(80)} = 1\n` });
    await stage.untilAnswered('the broken plugin is found', '/api/v1/plugins', (plugins) => plugins.some((plugin) => plugin.name === name));
    await stage.call('POST', `/api/v1/commands/${'z'.repeat(64)}/invoke`, {}).catch(() => {});
    await stage.call('POST', '/api/v1/bans', { target: 'user:4000000', reason: 'w'.repeat(200) });
    try {
      for (const width of [360, 1280]) {
        const visitor = await stage.visit({ viewport: { width, height: 800 } });
        for (const path of ['/', `/manage/${name}`, `/manage/${name}/history`, '/server/bans', '/server/audit']) {
          await settle(visitor, path, /./);
          await visitor.mustNotScrollSideways();
          await visitor.mustCutNothingOff();
        }
      }
    } finally {
      await stage.call('DELETE', '/api/v1/bans?target=user:4000000');
    }
  },

  'The page of a plugin that is shown is marked where a phone can see it': async (stage) => {
    const visitor = await stage.visit({ viewport: { width: 360, height: 740 } });
    for (const page of ['log', 'crashes', 'permissions']) {
      await settle(visitor, `/manage/welcome/${page}`, 'welcome');
      const marked = await visitor.page.locator('.part-links a[aria-current="page"]').boundingBox();
      assert.ok(marked.x >= 0 && marked.x + marked.width <= 360, `the mark of ${page} is at ${marked.x}, ${marked.width} wide`);
    }
  },

  'A plugin is found and reloaded by keyboard alone': async (stage) => {
    const visitor = await stage.visit();
    const { page } = visitor;
    await visitor.open();
    await visitor.plugin('dice').waitFor();

    const first = await visitor.tabTo(() => true, 'anything');
    assert.equal(first.text, '跳到主要内容');
    await page.keyboard.press('Enter');
    assert.equal((await visitor.focused()).id, 'main');

    await visitor.tabTo((focus) => focus.text === 'dice', 'the link of dice');
    await page.keyboard.press('Enter');
    await visitor.heading('dice').waitFor();
    await visitor.until('the focus is on the heading', () => document.activeElement?.tagName === 'H1');
    await visitor.tabTo((focus) => focus.text === '重载', 'the reload button');
    await page.keyboard.press('Enter');
    await visitor.toast('dice 已重载').waitFor();
    assert.equal((await visitor.focused()).text, '重载', 'the button kept the focus');
  },

  'A dialog keeps the focus and gives it back': async (stage) => {
    const visitor = await stage.visit();
    const { page } = visitor;
    const stop = visitor.plugin('dice').getByRole('button', { name: '停止' });
    await stop.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('alertdialog').waitFor();
    const seen = new Set();
    for (let presses = 0; presses < 5; presses++) {
      seen.add((await visitor.focused()).text);
      await page.keyboard.press('Tab');
    }
    assert.deepEqual([...seen].sort(), ['停止', '取消'].sort());
    await page.keyboard.press('Escape');
    await page.getByRole('alertdialog').waitFor({ state: 'hidden' });
    assert.ok(await stop.evaluate((button) => button === document.activeElement), 'the focus did not come back');
  },

  'The language follows the browser, is switched and remembered': async (stage) => {
    const english = await stage.visit({ locale: 'en-GB' });
    await english.heading('Overview').waitFor();

    const visitor = await stage.visit({ locale: 'zh-CN' });
    await visitor.heading('概览').waitFor();
    assert.equal(await visitor.page.getAttribute('html', 'lang'), 'zh-CN');
    await visitor.page.getByRole('button', { name: 'English' }).click();
    await visitor.heading('Overview').waitFor();
    assert.equal(await visitor.page.getAttribute('html', 'lang'), 'en');
    await visitor.page.reload();
    await visitor.heading('Overview').waitFor();
    await visitor.page.getByRole('button', { name: '中文' }).click();
    await visitor.heading('概览').waitFor();
    assert.match(await visitor.page.title(), /概览/);
  },
};
