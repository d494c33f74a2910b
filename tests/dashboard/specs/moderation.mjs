import assert from 'node:assert/strict';

const settingsPath = '/api/v1/server-settings';
const online = (id) => (users) => users.some((user) => user.id === id && user.connected);
const toastOf = (visitor, text) => visitor.toast(text).first().waitFor();

/** Somebody of the simulated players who is there now. */
async function somebody(stage) {
  const users = await stage.untilAnswered('a player is online', '/api/v1/users', (all) => all.some((user) => user.connected));
  return users.find((user) => user.connected);
}

/** Kicks one of the simulated players; another one when the first has just lost its connection. */
async function kickSomebody(stage, reason) {
  for (let attempt = 1; ; attempt++) {
    const player = await somebody(stage);
    try {
      await stage.call('POST', `/api/v1/users/${player.id}/kick`, { reason });
      return player;
    } catch (error) {
      if (attempt === 10 || !error.message.includes('answered 404')) throw error;
    }
  }
}

async function restoringSettings(stage, test) {
  const previous = await stage.call('GET', settingsPath);
  try {
    await test();
  } finally {
    await stage.call('PATCH', settingsPath, previous);
  }
}

const save = (visitor) => visitor.page.getByRole('button', { name: '保存', exact: true }).click();

export default {
  'A banned player is removed, reads why, and comes back when the ban is lifted': async (stage) => {
    const player = await somebody(stage);
    const reason = `测试封禁 ${Date.now()}`;
    const visitor = await stage.visit();
    const { page } = visitor;
    try {
      await visitor.open('/players');
      await page.locator(`[data-user="${player.id}"]`).getByRole('link').click();
      await visitor.heading('服务器').waitFor();
      assert.equal(await page.getByLabel('账号编号').inputValue(), String(player.id));
      await page.getByLabel('原因（玩家会看到）').fill(reason);
      await page.getByLabel('期限').selectOption({ label: '1 小时' });
      await page.getByRole('button', { name: '封禁', exact: true }).click();
      await page.getByRole('alertdialog').getByRole('button', { name: '封禁' }).click();
      await toastOf(visitor, `账号 ${player.id} 已被封禁`);
      await page.locator(`[data-ban="user:${player.id}"]`).waitFor();

      const [ban] = (await stage.call('GET', '/api/v1/bans')).filter((one) => one.user === player.id);
      assert.equal(ban.reason, reason);
      assert.ok(Date.parse(ban.expiresAt) - Date.now() > 50 * 60_000, `the ban ends at ${ban.expiresAt}`);
      await stage.untilAnswered('the player is gone', '/api/v1/users', (users) => !online(player.id)(users));
      // The simulated player tries to come back, and its game shows what the server says.
      await stage.untilPrinted('why the player may not come back', new RegExp(`login of simulated player ${player.name} was refused: .*${reason}`));

      await page.getByRole('button', { name: `解封 账号 ${player.id}` }).click();
      await page.getByRole('alertdialog').getByRole('button', { name: '解封' }).click();
      await toastOf(visitor, `账号 ${player.id} 已解封`);
      await stage.untilAnswered('the player is back', '/api/v1/users', online(player.id));
    } finally {
      const bans = await stage.call('GET', '/api/v1/bans');
      for (const ban of bans) await stage.call('DELETE', `/api/v1/bans?target=${encodeURIComponent(ban.target)}`);
    }
  },

  'A network that is none is refused with an explanation': async (stage) => {
    const visitor = await stage.visit();
    visitor.expectComplaint(/status of 400/);
    await visitor.open('/server/bans');
    await visitor.page.getByLabel('封禁对象').selectOption({ label: '地址或网段' });
    await visitor.page.getByLabel('IP 地址或网段').fill('203.0.113.7/33');
    await visitor.page.getByRole('button', { name: '封禁', exact: true }).click();
    await visitor.page.getByRole('alertdialog').getByRole('button', { name: '封禁' }).click();
    await visitor.page.getByRole('alert').filter({ hasText: 'ban.target_invalid' }).waitFor();
  },

  'A ban that would empty the server is asked back with the number of players, and only then made': async (stage) => {
    const visitor = await stage.visit();
    const { page } = visitor;
    const ask = async (network) => {
      await page.getByLabel('IP 地址或网段').fill(network);
      await page.getByRole('button', { name: '封禁', exact: true }).click();
      await page.getByRole('alertdialog').getByRole('button', { name: '封禁', exact: true }).click();
      const question = page.getByRole('alertdialog').filter({ hasText: '名在线玩家' });
      await question.waitFor();
      return question;
    };
    visitor.expectComplaint(/status of 409/);
    await visitor.open('/server/bans');
    await page.getByLabel('封禁对象').selectOption({ label: '地址或网段' });

    // All simulated players come from this machine. They come and go: when nobody is there at the moment, it is asked again.
    for (let text = ''; !/会立即断开 [1-9]\d* 名在线玩家/.test(text);) {
      await somebody(stage);
      const everybody = await ask('127.0.0.1');
      text = await everybody.innerText();
      assert.match(text, /会立即断开 \d+ 名在线玩家/);
      assert.match(text, /包含本机地址/);
      await everybody.getByRole('button', { name: '取消' }).click();
      await everybody.waitFor({ state: 'detached' });
      assert.deepEqual(await stage.call('GET', '/api/v1/bans'), []);
    }

    try {
      const nobody = await ask('198.0.0.0/8');
      assert.match(await nobody.innerText(), /会立即断开 0 名在线玩家/);
      assert.match(await nobody.innerText(), /覆盖了互联网的很大一部分/);
      await nobody.getByRole('button', { name: '仍然封禁' }).click();
      await page.locator('[data-ban="198.0.0.0/8"]').waitFor();
    } finally {
      await stage.call('DELETE', '/api/v1/bans?target=198.0.0.0%2F8');
    }
  },

  'A name in place of an account number is explained before any question': async (stage) => {
    const visitor = await stage.visit();
    await visitor.open('/server/bans');
    await visitor.page.getByLabel('账号编号').fill('小雨');
    await visitor.page.getByRole('button', { name: '封禁', exact: true }).click();
    await visitor.page.getByRole('alert').filter({ hasText: '账号编号只含数字' }).waitFor();
    assert.equal(await visitor.page.getByRole('alertdialog').count(), 0);
  },

  'A player is kicked with a reason, by keyboard': async (stage) => {
    const visitor = await stage.visit();
    visitor.expectComplaint(/status of 404/);
    const { page } = visitor;
    // Simulated players lose their connection now and then, also while the question is open: then another one is taken.
    for (let attempt = 1; ; attempt++) {
      const player = await somebody(stage);
      const reason = `测试踢出 ${Date.now()}`;
      await visitor.open('/players');
      await page.locator(`[data-user="${player.id}"]`).getByRole('button', { name: '踢出' }).press('Enter');
      await page.getByRole('alertdialog').waitFor();
      await page.keyboard.type(reason);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      const done = visitor.toast(`${player.name} 已被踢出`);
      await done.or(page.getByRole('alert')).first().waitFor();
      if ((await done.count()) === 0) {
        assert.ok(attempt < 10, 'no player stayed long enough to be kicked');
        continue;
      }

      const { entries } = await stage.call('GET', `/api/v1/audit?action=user.kick&target=user:${player.id}`);
      assert.equal(entries[0].reason, reason);
      // Kicked and not banned: the simulated player logs in again.
      await stage.untilAnswered('the player is back', '/api/v1/users', (users) =>
        users.some((user) => user.id === player.id && user.connected && user.connectedAt !== player.connectedAt));
      return;
    }
  },

  'Maintenance mode refuses new logins with the text that was entered': (stage) =>
    restoringSettings(stage, async () => {
      const text = `维护到 ${Date.now()}`;
      const visitor = await stage.visit();
      const { page } = visitor;
      await visitor.open('/server/settings');
      await page.getByLabel('维护期间的提示').fill(text);
      await page.getByRole('checkbox', { name: '维护模式' }).check();
      await save(visitor);
      await page.getByRole('alertdialog').getByRole('button', { name: '开启' }).click();
      await toastOf(visitor, '设置已生效');

      const player = await kickSomebody(stage, '维护');
      await stage.untilPrinted('why nobody may log in', new RegExp(`login of simulated player ${player.name} was refused: ${text}`));

      await visitor.open('/');
      await page.locator('.notice').filter({ hasText: '维护模式已开启' }).getByRole('link', { name: '查看服务器设置' }).click();
      await page.getByRole('checkbox', { name: '维护模式' }).uncheck();
      await save(visitor);
      await stage.untilAnswered('the player is back', '/api/v1/users', online(player.id));
    }),

  'Message of the day and room creation are changed, and only what was changed is sent': (stage) =>
    restoringSettings(stage, async () => {
      const visitor = await stage.visit();
      await visitor.open('/server/settings');
      await visitor.page.getByLabel('公告').fill('今晚八点有比赛');
      await visitor.page.getByRole('checkbox', { name: '允许创建房间' }).uncheck();
      // Somebody else changes another setting meanwhile.
      await stage.call('PATCH', settingsPath, { maintenanceText: '别人写的' });
      await save(visitor);
      await toastOf(visitor, '设置已生效');
      const settings = await stage.call('GET', settingsPath);
      assert.equal(settings.messageOfTheDay, '今晚八点有比赛');
      assert.equal(settings.roomCreation, false);
      assert.equal(settings.maintenanceText, '别人写的');
      await visitor.page.reload();
      await visitor.until('the form shows what was saved', () => document.querySelector('textarea')?.value === '今晚八点有比赛');
    }),

  'A message to everybody says how many players it reached': async (stage) => {
    const visitor = await stage.visit();
    await visitor.open('/server/settings');
    const reached = visitor.toast(/消息已发送给 [1-9]\d* 名玩家/);
    const nobody = visitor.toast('消息已发送给 0 名玩家');
    // Simulated players come and go: when the message found nobody, it is sent again.
    for (;;) {
      await somebody(stage);
      await visitor.page.getByLabel('消息内容').fill('大家好');
      await visitor.page.getByRole('button', { name: '发送' }).click();
      await reached.or(nobody).first().waitFor();
      if (await reached.isVisible()) return;
      await nobody.waitFor({ state: 'hidden' });
    }
  },

  'A room is disbanded with a reason': async (stage) => {
    const visitor = await stage.visit();
    visitor.expectComplaint(/status of 404/);
    // Simulated players may leave the room while the question is open: then another one is taken.
    for (let attempt = 1; ; attempt++) {
      const [room] = await stage.untilAnswered('there is a room', '/api/v1/rooms', (rooms) => rooms.length > 0);
      await visitor.open('/rooms');
      const button = visitor.page.getByRole('button', { name: `解散房间 ${room.name}`, exact: true });
      const isGone = stage.untilAnswered('the room is gone', '/api/v1/rooms', (rooms) => rooms.every((one) => one.id !== room.id));
      isGone.catch(() => undefined);
      if (!(await Promise.race([button.waitFor().then(() => true), isGone.then(() => false)]))) continue;
      await button.click();
      await visitor.page.getByLabel('原因（玩家会看到）').fill('测试解散');
      await visitor.page.getByRole('alertdialog').getByRole('button', { name: '解散' }).click();
      const done = visitor.toast(`房间 ${room.name} 已解散`);
      await done.or(visitor.page.getByRole('alert')).first().waitFor();
      if (!(await done.isVisible())) {
        assert.ok(attempt < 5, 'no room stayed long enough to be disbanded');
        continue;
      }
      await isGone;
      return;
    }
  },

  'The audit log shows who did what, is filtered, and is verified': async (stage) => {
    await stage.call('POST', '/api/v1/messages', { text: '审计测试' });
    await stage.call('POST', '/api/v1/bans', { target: '203.0.113.200', reason: '审计封禁' });
    await stage.call('DELETE', '/api/v1/bans?target=203.0.113.200');
    const visitor = await stage.visit();
    const { page } = visitor;
    await visitor.open('/server/audit');
    await page.getByRole('row').filter({ hasText: '审计测试' }).first().waitFor();
    await page.getByRole('row').filter({ hasText: '永久：审计封禁' }).first().waitFor();
    await page.getByLabel('对象', { exact: true }).fill('nobody:0');
    await page.keyboard.press('Enter');
    await page.getByText('没有符合条件的记录').waitFor();
    await page.getByRole('button', { name: '清除筛选' }).click();
    await page.getByLabel('操作', { exact: true }).fill('server.');
    await page.keyboard.press('Enter');
    await page.getByRole('row').filter({ hasText: '审计测试' }).first().waitFor();
    await page.getByRole('button', { name: '校验完整性' }).click();
    await page.getByText('日志完好').waitFor();
  },
};
