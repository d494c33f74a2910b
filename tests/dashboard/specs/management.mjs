import assert from 'node:assert/strict';

const configPath = '/api/v1/plugins/welcome/config';

async function restoringConfig(stage, test) {
  const { values } = await stage.call('GET', configPath);
  try {
    await test(values);
  } finally {
    await stage.call('PUT', configPath, { values });
  }
}

const field = (visitor, key) => visitor.page.locator(`[data-field="${key}"]`);
const save = (visitor) => visitor.page.getByRole('button', { name: '保存', exact: true }).click();

export default {
  'The greeting is changed in the form': (stage) =>
    restoringConfig(stage, async () => {
      const visitor = await stage.visit();
      await visitor.open('/manage/welcome/config');
      const greeting = `你好，{name}！这是浏览器写的。`;
      await field(visitor, 'greeting').locator('input, textarea').fill(greeting);
      await save(visitor);
      await visitor.toast('配置已保存').waitFor();
      assert.equal((await stage.call('GET', configPath)).values.greeting, greeting);
      await visitor.page.reload();
      await visitor.until(
        'the form shows the saved greeting', (text) => document.querySelector('[data-field="greeting"] :is(input, textarea)')?.value === text, greeting);
    }),

  'A configuration can be edited as JSON': (stage) =>
    restoringConfig(stage, async (values) => {
      const visitor = await stage.visit();
      await visitor.open('/manage/welcome/config');
      await visitor.page.getByRole('tab', { name: 'JSON' }).click();
      const text = visitor.page.getByRole('textbox', { name: 'JSON' });
      await text.fill('{"greeting": ');
      await save(visitor);
      await visitor.page.getByText('这不是有效的 JSON').waitFor();
      await text.fill(JSON.stringify({ ...values, greeting: 'JSON {name}' }));
      await save(visitor);
      await visitor.toast('配置已保存').waitFor();
      assert.equal((await stage.call('GET', configPath)).values.greeting, 'JSON {name}');
    }),

  'A value that the schema refuses is explained beside its field': async (stage) => {
    const visitor = await stage.visit();
    visitor.expectComplaint(/status of 422/);
    await visitor.open('/manage/dice/config');
    await field(visitor, 'max_dice').locator('input').fill('100000');
    await save(visitor);
    await field(visitor, 'max_dice').locator('.problems').waitFor();
    assert.equal(await field(visitor, 'max_dice').locator('input').getAttribute('aria-invalid'), 'true');
    assert.equal(await field(visitor, 'max_sides').locator('.problems').count(), 0);
  },

  "Somebody else's change is not overwritten": (stage) =>
    restoringConfig(stage, async (values) => {
      const visitor = await stage.visit();
      visitor.expectComplaint(/status of 412/);
      await visitor.open('/manage/welcome/config');
      await field(visitor, 'greeting').locator('input, textarea').fill('mine {name}');
      await stage.call('PUT', configPath, { values: { ...values, greeting: 'theirs {name}' } });
      await save(visitor);
      const dialog = visitor.page.getByRole('dialog', { name: '配置已被别人修改' });
      await dialog.waitFor();
      assert.equal((await stage.call('GET', configPath)).values.greeting, 'theirs {name}');
      await dialog.getByRole('button', { name: '载入新配置' }).click();
      await visitor.until(
        'the form shows the other greeting', () => document.querySelector('[data-field="greeting"] :is(input, textarea)')?.value === 'theirs {name}');
    }),

  'A plugin is reloaded': async (stage) => {
    const visitor = await stage.visit();
    await visitor.plugin('dice').getByRole('button', { name: '重载' }).click();
    await visitor.toast('dice 已重载').waitFor();
    await visitor.page.locator('[data-plugin="dice"][data-state="running"]').waitFor();
  },

  'A plugin is stopped after a question, and started again': async (stage) => {
    const visitor = await stage.visit();
    const dice = visitor.plugin('dice');
    await dice.getByRole('button', { name: '停止' }).click();
    const dialog = visitor.page.getByRole('alertdialog', { name: '停止 dice' });
    await dialog.getByRole('button', { name: '取消' }).click();
    await dialog.waitFor({ state: 'hidden' });
    assert.equal((await stage.call('GET', '/api/v1/plugins/dice')).state, 'running');
    await dice.getByRole('button', { name: '停止' }).click();
    await dialog.getByRole('button', { name: '停止' }).click();
    await visitor.page.locator('[data-plugin="dice"][data-state="stopped"]').waitFor();
    await dice.getByRole('button', { name: '启动' }).click();
    await visitor.page.locator('[data-plugin="dice"][data-state="running"]').waitFor();
  },

  "A change made by a script is seen at once": async (stage) => {
    const visitor = await stage.visit();
    await visitor.page.locator('[data-plugin="dice"][data-state="running"]').waitFor();
    try {
      await stage.call('POST', '/api/v1/plugins/dice/stop');
      await visitor.page.locator('[data-plugin="dice"][data-state="stopped"]').waitFor();
    } finally {
      await stage.call('POST', '/api/v1/plugins/dice/start');
    }
    await visitor.page.locator('[data-plugin="dice"][data-state="running"]').waitFor();
  },

  'History and log of a plugin are shown': async (stage) => {
    const visitor = await stage.visit();
    await visitor.open('/manage/welcome/history');
    await visitor.page.getByRole('cell').filter({ hasText: '运行中' }).first().waitFor();
    await visitor.page.getByRole('row').filter({ hasText: '服务启动' }).first().waitFor();
    await visitor.page.getByRole('link', { name: '日志', exact: true }).click();
    await visitor.page.locator('.log li').first().waitFor();
  },

  'A command is run and answers': async (stage) => {
    const visitor = await stage.visit();
    await visitor.open('/commands');
    await visitor.page.getByRole('button', { name: '使用 /roll' }).click();
    await visitor.page.keyboard.type('2d6');
    await visitor.page.keyboard.press('Enter');
    await visitor.page.locator('.entries pre').first().waitFor();
    assert.match(await visitor.page.locator('.entries pre').first().textContent(), /\d/);
  },
};
