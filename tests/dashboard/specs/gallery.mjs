import assert from 'node:assert/strict';
import { component } from '../support/package.mjs';

const manifest = (version = '1.0.0') => `
name = "quiet"
version = "${version}"
abi_version = "1.0.0"
author = "somebody"
description = { zh-CN = "什么也不说", en = "Says nothing" }
category = "social"
tags = ["calm"]

[custom]
language = "WebAssembly"

[permissions]
send_messages = true
`;

const offer = async (stage) => stage.putPlugin('gallery/quiet', { 'plugin.toml': manifest(), 'idle.wasm': await component('idle') });
const card = (visitor, name) => visitor.page.getByRole('article', { name });
const isRunning = (plugin) => plugin.state === 'running';

export default {
  'A plugin of the gallery is found and installed with one key, and can be managed': async (stage) => {
    await offer(stage);
    const visitor = await stage.visit();
    const { page } = visitor;
    await page.getByRole('link', { name: '插件库' }).click();
    await visitor.heading('插件库').waitFor();
    await page.getByRole('searchbox', { name: '搜索插件' }).fill('calm 社交');
    await card(visitor, 'quiet').getByText('什么也不说').waitFor();
    assert.equal(await page.getByRole('article').count(), 1);
    await page.getByRole('button', { name: '安装 quiet' }).press('Enter');
    await visitor.toast('quiet 1.0.0 已安装').waitFor();
    await card(visitor, 'quiet').getByText('已安装').waitFor();
    assert.equal(await page.getByRole('button', { name: '安装 quiet' }).count(), 0);
    await stage.untilAnswered('quiet runs', '/api/v1/plugins/quiet', isRunning);
    const { entries } = await stage.call('GET', '/api/v1/audit?target=plugin:quiet&action=plugin.install');
    assert.match(entries[0].reason, /^1\.0\.0 [0-9a-f]{64}$/);
    await page.getByRole('link', { name: '管理 quiet' }).click();
    await visitor.heading('quiet').waitFor();
    await stage.call('DELETE', '/api/v1/plugins/quiet');
  },

  'The gallery is read in English and fits a phone': async (stage) => {
    await offer(stage);
    const visitor = await stage.visit({ viewport: { width: 360, height: 740 }, locale: 'en-US' });
    await visitor.open('/gallery');
    await card(visitor, 'quiet').getByText('Says nothing').waitFor();
    await card(visitor, 'quiet').getByText('Social · WebAssembly').waitFor();
    assert.equal(await visitor.page.evaluate(() => document.documentElement.scrollWidth), 360);
  },
};
