import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';

const address = '/api/v1/logging';

export default {
  'Levels of the log are changed with the keyboard alone, are in effect at once, and go back to the configuration': async (stage) => {
    stage.atTheEnd(async () => {
      const { configuredLevel: level, configuredLevels: levels } = await stage.call('GET', address);
      await stage.call('PUT', address, { level, levels });
    });
    const visitor = await stage.visit();
    const { page } = visitor;
    await visitor.open('/server/logging');
    const add = page.getByRole('button', { name: '添加级别' });
    await add.focus();
    await page.keyboard.press('Enter');

    // The new name has the focus, and its level is the next stop.
    await visitor.until('the new name has the focus', () => document.activeElement.value === '');
    await page.keyboard.type('phira.Simulation');
    await page.keyboard.press('Enter');

    await visitor.toast('日志级别已生效。').waitFor();
    await stage.untilPrinted('what simulated players do', /simulated player .+ (joined|said|logged in|opened|drops)/);
    assert.equal((await stage.call('GET', address)).levels['phira.Simulation'], 'debug');
    const { entries } = await stage.call('GET', '/api/v1/audit?action=server.logging');
    assert.match(entries[0].reason, /phira\.Simulation=debug/);

    await page.getByRole('button', { name: '采用配置中的级别' }).click();
    await visitor.until('the name is gone', () => ![...document.querySelectorAll('input')].some((input) => input.value === 'phira.Simulation'));
    const { levels, configuredLevels } = await stage.call('GET', address);
    assert.deepEqual(levels, configuredLevels);
  },

  'The log of a plugin is searched and downloaded': async (stage) => {
    const visitor = await stage.visit();
    const { page } = visitor;
    await visitor.open('/manage/welcome/log');
    await page.getByText('greeted').first().waitFor();
    await page.getByLabel('文本').fill('there is no such text');
    await page.keyboard.press('Enter');
    await page.getByText('没有符合条件的日志。').waitFor();
    await page.getByLabel('文本').fill('GREETED');
    await page.keyboard.press('Enter');
    await page.getByText('greeted').first().waitFor();

    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '下载' }).click()]);
    assert.equal(download.suggestedFilename(), 'welcome.log');
    assert.match(await readFile(await download.path(), 'utf8'), /^\d{4}-.+Z info {2}greeted /m);
  },
};
