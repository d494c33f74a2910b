import assert from 'node:assert/strict';

const unauthorized = /status of 401/;

export default {
  'A setup link signs in and leaves the address bar': async (stage) => {
    const visitor = await stage.visit({ signedIn: false });
    await visitor.page.goto(stage.link);
    await visitor.heading('概览').waitFor();
    assert.equal(visitor.page.url(), `${stage.origin}/`);
    await visitor.page.reload();
    await visitor.heading('概览').waitFor();
    await visitor.page.goBack();
    assert.ok(!visitor.page.url().includes('token'), 'the token is still in the browser history');
  },

  'A token is typed, a wrong one is explained': async (stage) => {
    const visitor = await stage.visit({ signedIn: false });
    visitor.expectComplaint(unauthorized);
    await visitor.open('/rooms');
    await visitor.heading('登录').waitFor();
    await visitor.page.getByLabel('管理令牌').fill('wrong');
    await visitor.page.keyboard.press('Enter');
    await visitor.page.getByRole('alert').waitFor();
    await visitor.page.getByLabel('管理令牌').fill(stage.token);
    await visitor.page.keyboard.press('Enter');
    await visitor.heading('房间').waitFor();
  },

  'Signing out ends the session': async (stage) => {
    const visitor = await stage.visit();
    visitor.expectComplaint(unauthorized);
    await visitor.page.getByRole('button', { name: '退出登录' }).click();
    await visitor.heading('登录').waitFor();
    await visitor.page.reload();
    await visitor.heading('登录').waitFor();
  },
};
