import assert from 'node:assert/strict';
import { delivered, guest, zip } from '../support/package.mjs';

const state = (visitor, name, wanted) => visitor.page.locator(`[data-plugin="${name}"][data-state="${wanted}"]`).waitFor();
const confirmIn = (visitor, button) => visitor.page.getByRole('alertdialog').getByRole('button', { name: button }).click();
const isIn = (wanted) => (plugin) => plugin.state === wanted;

/** The plugin dice with another version in its manifest. */
async function dice(version, change = (manifest) => manifest) {
  const files = await delivered('dice', ['plugin.toml', 'dice.wasm', 'config.schema.json']);
  const manifest = files['plugin.toml'].toString().replace(/^version = .*$/m, `version = "${version}"`);
  return zip({ ...files, 'plugin.toml': change(manifest) });
}

async function choose(visitor, name, buffer) {
  await visitor.open('/install');
  await visitor.page.getByLabel('插件安装包（.zip）').setInputFiles({ name, mimeType: 'application/zip', buffer });
}

async function install(visitor, name, buffer) {
  await choose(visitor, name, buffer);
  await visitor.page.locator('[data-valid="true"]').waitFor();
  await visitor.page.getByRole('button', { name: '安装', exact: true }).click();
  await confirmIn(visitor, '安装');
}

export default {
  'A plugin without its permission waits for approval, shows what it asks for, and runs when that is granted': async (stage) => {
    const visitor = await stage.visit();
    const { page } = visitor;
    await visitor.open('/manage/dice/permissions');
    await page.getByRole('button', { name: '收回注册命令' }).click();
    await confirmIn(visitor, '收回');
    await visitor.toast('已收回：注册命令').waitFor();
    await page.locator('[data-pending]').waitFor();
    await stage.call('POST', '/api/v1/plugins/dice/unload');
    await stage.call('POST', '/api/v1/plugins/dice/load').catch(() => {});
    await stage.untilAnswered('dice waits', '/api/v1/plugins/dice', isIn('pending-approval'));

    await visitor.open('/');
    await state(visitor, 'dice', 'pending-approval');
    await visitor.plugin('dice').getByRole('link', { name: '查看并批准' }).click();
    await page.getByText('注册命令').first().waitFor();
    await page.getByRole('button', { name: '授予全部申请的权限' }).click();
    await confirmIn(visitor, '授予');
    await stage.untilAnswered('dice runs', '/api/v1/plugins/dice', isIn('running'));
    const { entries } = await stage.call('GET', '/api/v1/audit?target=plugin:dice&action=plugin.permissions');
    assert.equal(entries.length, 2);
  },

  'A plugin that asks for what the configuration forbids is never offered to be granted it': async (stage) => {
    const visitor = await stage.visit();
    const { page } = visitor;
    const files = await delivered('dice', ['plugin.toml', 'dice.wasm', 'config.schema.json']);
    const manifest = files['plugin.toml'].toString().replace('name = "dice"', 'name = "caller"')
      .replace('[permissions]', '[permissions]\nnetwork = { hosts = ["example.com"] }');
    await stage.putPlugin('caller', { ...files, 'plugin.toml': manifest });
    await stage.untilAnswered('caller is refused', '/api/v1/plugins', (plugins) =>
      plugins.some(({ name, pending }) => name === 'caller' && pending?.code === 'permission.asks_for_forbidden'));

    await visitor.open('/');
    await visitor.plugin('caller').getByRole('link', { name: '查看权限' }).click();
    await page.locator('[data-forbidden]').getByText('allow_network').waitFor();
    await page.getByText('被 allow_network 禁止').waitFor();
    assert.equal(await page.getByRole('button', { name: '授予访问网络' }).count(), 0);
    await visitor.open('/manage/caller');
    await page.getByText('当前配置下，caller 无法运行').waitFor();
    assert.equal(await page.getByText('在你授予它申请的全部权限之前').count(), 0);
  },

  'A package is examined before it is installed, and the version before is one click away': async (stage) => {
    const visitor = await stage.visit();
    const { page } = visitor;
    await choose(visitor, 'dice.zip', await dice('1.1.0'));
    await page.locator('[data-valid="true"]').waitFor();
    await page.getByText('1.1.0').first().waitFor();
    assert.equal((await stage.call('GET', '/api/v1/plugins/dice')).version, '1.0.0', 'nothing is installed yet');
    await page.getByRole('button', { name: '安装', exact: true }).click();
    await confirmIn(visitor, '安装');
    await visitor.toast('dice 1.1.0 已安装').waitFor();
    await stage.untilAnswered('the new version runs', '/api/v1/plugins/dice', (plugin) => plugin.version === '1.1.0' && plugin.state === 'running');

    await visitor.open('/manage/dice/versions');
    await page.getByRole('button', { name: '回滚到版本 1.0.0' }).click();
    await confirmIn(visitor, '回滚到此版本');
    await visitor.toast('dice 已回滚到 1.0.0').waitFor();
    await stage.untilAnswered('the old version runs', '/api/v1/plugins/dice', (plugin) => plugin.version === '1.0.0' && plugin.state === 'running');
  },

  'A broken package is refused with everything that is wrong with it': async (stage) => {
    const visitor = await stage.visit();
    await choose(visitor, 'broken.zip', await dice('1.2.0', (manifest) => manifest.replace('abi_version = "1.0.0"', 'abi_version = "9.0.0"\nnonsense = 1')));
    await visitor.page.locator('[data-valid="false"]').waitFor();
    await visitor.page.getByText('必须修正的问题').waitFor();
    assert.equal(await visitor.page.getByRole('button', { name: '安装', exact: true }).count(), 0);
    await choose(visitor, 'no.zip', Buffer.from('this is no archive'));
    await visitor.page.getByText('package.not_an_archive').waitFor();
  },

  'A plugin that crashes shows how, and is removed': async (stage) => {
    const visitor = await stage.visit();
    const { page } = visitor;
    await install(visitor, 'hostile.zip', zip(await guest('hostile')));
    await visitor.toast('hostile 1.0.0 已安装').waitFor();
    const { pending } = await stage.call('GET', '/api/v1/plugins/hostile');
    if (pending !== null) {
      await visitor.open('/manage/hostile/permissions');
      await page.getByRole('button', { name: '授予全部申请的权限' }).click();
      await confirmIn(visitor, '授予');
    }
    await stage.untilAnswered('hostile runs', '/api/v1/plugins/hostile', isIn('running'));
    await stage.call('POST', '/api/v1/commands/hostile/invoke', { arguments: 'trap' }).catch(() => {});
    await stage.untilAnswered('the crash is reported', '/api/v1/plugins/hostile/crashes', (crashes) => crashes.length > 0);
    await visitor.open('/manage/hostile/crashes');
    const report = page.locator('[data-crash]').first();
    await report.waitFor();
    assert.match(await report.locator('pre').textContent(), /unreachable|wasm/);

    await visitor.open('/manage/hostile/versions');
    await page.getByRole('button', { name: '删除', exact: true }).click();
    await confirmIn(visitor, '删除');
    await visitor.toast('hostile 已删除').waitFor();
    await stage.untilAnswered('hostile is gone', '/api/v1/plugins', (plugins) => plugins.every((plugin) => plugin.name !== 'hostile'));
  },

  'A plugin that keeps crashing says when it is tried again, is quarantined at last, and runs again when the administrator wants it': async (stage) => {
    const visitor = await stage.visit();
    const { page } = visitor;
    await install(visitor, 'hostile.zip', zip(await guest('hostile')));
    await visitor.toast('hostile 1.0.0 已安装').waitFor();
    await stage.untilAnswered('hostile runs', '/api/v1/plugins/hostile', isIn('running'));
    await visitor.open('/');
    await state(visitor, 'hostile', 'running');
    // The pause is short at first: the page may be behind, and then shows a later one.
    const announced = visitor.plugin('hostile').getByText(/将于.*再次尝试启动/).waitFor();
    announced.catch(() => {});
    const reached = new Set();
    for (let crash = 0; !reached.has('quarantined'); crash++) {
      assert.ok(crash < 10, 'it was never quarantined');
      await stage.call('POST', '/api/v1/commands/hostile/invoke', { arguments: 'trap' }).catch(() => {});
      reached.add((await stage.untilAnswered(
        'hostile is up or quarantined', '/api/v1/plugins/hostile', ({ state: now }) => now === 'running' || now === 'quarantined')).state);
    }
    await announced;
    await state(visitor, 'hostile', 'quarantined');
    await visitor.plugin('hostile').getByRole('link', { name: '查看详情' }).click();
    const step = page.locator('[data-next="quarantined"]');
    await step.getByRole('heading', { name: 'hostile 已被隔离' }).waitFor();
    assert.match(await step.getByRole('link', { name: '查看崩溃报告' }).getAttribute('href'), /\/manage\/hostile\/crashes$/);
    await step.getByRole('button', { name: '再试一次' }).click();
    await visitor.toast('hostile 已加载').waitFor();
    await step.waitFor({ state: 'hidden' });
    await stage.untilAnswered('hostile runs again', '/api/v1/plugins/hostile', isIn('running'));
    await stage.call('DELETE', '/api/v1/plugins/hostile');
  },

  'A limit is changed while the plugin runs, and one beyond the maximum is explained': async (stage) => {
    const visitor = await stage.visit();
    visitor.expectComplaint(/status of 4\d\d/);
    const { page } = visitor;
    await visitor.open('/manage/dice/limits');
    const field = page.getByRole('textbox', { name: '每次调用的时长：管理员的设置' });
    const memory = page.getByRole('textbox', { name: '内存：管理员的设置' });
    await memory.fill('64 parsecs');
    await page.getByText('无法识别：max_memory').waitFor();
    await memory.fill('64 MiB');
    await field.fill('20 s');
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await visitor.toast('资源限制已生效').waitFor();
    const limitOf = (limits) => limits.find((limit) => limit.name === 'max_execution_time_ms');
    const limits = await stage.call('GET', '/api/v1/plugins/dice/limits');
    assert.equal(limitOf(limits).effective, 20_000);
    assert.equal(limits.find((limit) => limit.name === 'max_memory').override, 64 * 1024 * 1024);
    assert.equal(await memory.inputValue(), '64 MiB');
    await field.fill('999999999999');
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.getByRole('alert').waitFor();
    assert.equal(limitOf(await stage.call('GET', '/api/v1/plugins/dice/limits')).effective, 20_000);
    await stage.call('PUT', '/api/v1/plugins/dice/limits', { overrides: {} });
  },

  'A previous configuration is seen with what it changed, and put back': async (stage) => {
    const configPath = '/api/v1/plugins/dice/config';
    const { values } = await stage.call('GET', configPath);
    await stage.call('PUT', configPath, { values: { ...values, max_dice: 11 } });
    const { revision } = await stage.call('GET', configPath);
    await stage.call('PUT', configPath, { values: { ...values, max_dice: 12 } });
    const visitor = await stage.visit();
    await visitor.open('/manage/dice/config');
    await visitor.page.getByRole('row').filter({ hasText: '11 → 12' }).waitFor();
    await visitor.page.getByRole('button', { name: `恢复修订 ${revision}`, exact: true }).click();
    await confirmIn(visitor, '恢复');
    await visitor.toast('配置已保存').waitFor();
    assert.equal((await stage.call('GET', configPath)).values.max_dice, 11);
    await visitor.until('the form shows it', () => document.querySelector('[data-field="max_dice"] input')?.value === '11');
    await stage.call('PUT', configPath, { values });
  },

  'A plugin is disabled, and only enabling brings it back': async (stage) => {
    const visitor = await stage.visit();
    await visitor.open('/manage/dice');
    await visitor.page.getByRole('button', { name: '禁用' }).click();
    await confirmIn(visitor, '禁用');
    await visitor.page.locator('[data-next="disabled"]').waitFor();
    await visitor.page.getByRole('button', { name: '启用' }).click();
    await visitor.toast('dice 已启用').waitFor();
    await stage.untilAnswered('dice runs', '/api/v1/plugins/dice', isIn('running'));
  },

  'A plugin that others need is unloaded only after the question about them': async (stage) => {
    const visitor = await stage.visit();
    visitor.expectComplaint(/status of 409/);
    const { page } = visitor;
    const needy = (await dice('1.0.0', (manifest) => `${manifest.replace('name = "dice"', 'name = "needy"')}\n[dependencies]\ndice = "^1.0"\n`));
    await install(visitor, 'needy.zip', needy);
    await visitor.toast('needy 1.0.0 已安装').waitFor();
    if ((await stage.call('GET', '/api/v1/plugins/needy')).state !== 'running') {
      const { permissions } = await stage.call('GET', '/api/v1/plugins/needy/permissions');
      await stage.call('PUT', '/api/v1/plugins/needy/permissions', { grants: permissions.map(({ permission }) => ({ permission })) });
    }
    await stage.untilAnswered('needy runs', '/api/v1/plugins/needy', isIn('running'));
    await visitor.open('/manage/dice');
    await page.getByRole('button', { name: '卸载' }).click();
    await confirmIn(visitor, '卸载');
    const question = page.getByRole('alertdialog', { name: '其他插件依赖 dice' });
    await question.getByText('needy').waitFor();
    assert.equal((await stage.call('GET', '/api/v1/plugins/dice')).state, 'running');
    await question.getByRole('button', { name: '一并卸载' }).click();
    await visitor.toast('dice 已卸载').waitFor();
    await stage.call('DELETE', '/api/v1/plugins/needy');
    await stage.call('POST', '/api/v1/plugins/dice/load');
  },
};
