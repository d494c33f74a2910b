import assert from 'node:assert/strict';
import { component, delivered } from '../support/package.mjs';

const manifest = (visitor) => visitor.page.getByRole('textbox', { name: 'plugin.toml' });
const isIn = (wanted) => (plugin) => plugin.state === wanted;

/** Opens the page of a component that lies in the plugins directory. */
async function open(visitor, name) {
  const card = visitor.page.locator(`[data-plugin="${name}"][data-state="needs-manifest"]`);
  await card.getByText('缺少清单').waitFor();
  await card.getByRole('link', { name: '查看并采用' }).click();
  await visitor.page.getByRole('button', { name: '采用' }).waitFor();
}

export default {
  'A component without a manifest is listed, its manifest can be copied and changed, and a click adopts it': async (stage) => {
    const { 'dice.wasm': dice } = await delivered('dice', ['dice.wasm']);
    await stage.putFile('Lone Dice.wasm', dice);
    const visitor = await stage.visit();
    const { page } = visitor;
    await page.getByText('1 个缺少清单').waitFor();
    assert.equal(await page.getByText('有故障').count(), 0);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await open(visitor, 'lone-dice');
    const proposed = await manifest(visitor).inputValue();
    assert.match(proposed, /^name = "lone-dice"$/m);
    assert.match(proposed, /^# register_commands = true/m);
    await page.getByRole('button', { name: '复制' }).click();
    await visitor.toast('已复制 plugin.toml').waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), proposed);

    await manifest(visitor).fill(proposed.replace(/^# register_commands/m, 'register_commands'));
    await page.getByRole('button', { name: '采用' }).click();
    await visitor.toast('已采用 lone-dice').waitFor();
    await stage.untilAnswered('lone-dice runs', '/api/v1/plugins/lone-dice', isIn('running'));
    await page.getByText('运行中').first().waitFor();
    const { permissions } = await stage.call('GET', '/api/v1/plugins/lone-dice/permissions');
    assert.deepEqual(permissions.map(({ permission }) => permission), ['register_commands']);
    const { entries } = await stage.call('GET', '/api/v1/audit?target=plugin:lone-dice&action=plugin.adopt');
    assert.equal(entries.length, 1);
    await stage.call('DELETE', '/api/v1/plugins/lone-dice');
  },

  'A manifest with a mistake is refused with its place, and the component stays where it is': async (stage) => {
    await stage.putFile('idle.wasm', await component('idle'));
    const visitor = await stage.visit();
    visitor.expectComplaint(/status of 422/);
    await open(visitor, 'idle');
    const proposed = await manifest(visitor).inputValue();
    await manifest(visitor).fill(`${proposed}\nauthr = "me"\n`);
    await visitor.page.getByRole('button', { name: '采用' }).click();
    await visitor.page.getByText('manifest.unknown_key').waitFor();
    assert.equal((await stage.call('GET', '/api/v1/plugins/idle')).failure.code, 'plugin.needs_manifest');

    await manifest(visitor).fill(proposed);
    await visitor.page.getByRole('button', { name: '采用' }).click();
    await visitor.toast('已采用 idle').waitFor();
    await stage.untilAnswered('idle runs', '/api/v1/plugins/idle', isIn('running'));
    await stage.call('DELETE', '/api/v1/plugins/idle');
  },

  'A bare component that is uploaded shows the manifest that it is installed with': async (stage) => {
    const visitor = await stage.visit();
    const { page } = visitor;
    await visitor.open('/install');
    await page.getByLabel('组件（.wasm）').setInputFiles({ name: 'Idle 2.wasm', mimeType: 'application/wasm', buffer: await component('idle') });
    await page.locator('[data-valid="true"]').waitFor();
    await page.getByText('这是没有 plugin.toml 的组件').waitFor();
    assert.match(await manifest(visitor).inputValue(), /^name = "idle-2"$/m);
    await page.getByRole('button', { name: '安装', exact: true }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: '安装' }).click();
    await visitor.toast('idle-2 0.1.0 已安装').waitFor();
    await stage.untilAnswered('idle-2 runs', '/api/v1/plugins/idle-2', isIn('running'));
    await stage.call('DELETE', '/api/v1/plugins/idle-2');
  },
};
