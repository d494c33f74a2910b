import assert from 'node:assert/strict';

const picture = (canvas) => canvas.toDataURL();
const chartsOf = (visitor, name) => visitor.plugin(name).locator('[data-points]');

export default {
  'The sample plugins run and are healthy': async (stage) => {
    const visitor = await stage.visit();
    for (const name of ['welcome', 'dice']) {
      await visitor.page.locator(`[data-plugin="${name}"][data-state="running"][data-health="healthy"]`).waitFor();
    }
  },

  'Charts move': async (stage) => {
    const visitor = await stage.visit();
    const chart = chartsOf(visitor, 'welcome').first();
    await visitor.until('a chart has three samples', () => Number(document.querySelector('[data-plugin="welcome"] [data-points]')?.dataset.points) >= 3);
    const before = { points: Number(await chart.getAttribute('data-points')), image: await chart.locator('canvas').evaluate(picture) };
    await visitor.until(
      'a chart gets new samples',
      (points) => Number(document.querySelector('[data-plugin="welcome"] [data-points]').dataset.points) >= points,
      before.points + 3,
    );
    assert.notEqual(await chart.locator('canvas').evaluate(picture), before.image, 'the picture is still the same');
    assert.match(await chart.getAttribute('aria-label'), /welcome 内存：当前 [\d.]+ [KM]iB/);
  },

  'The server shows its simulated players and rooms': async (stage) => {
    const visitor = await stage.visit();
    await visitor.page.getByText('演示模式').waitFor();
    await visitor.until('players are online', () => {
      const tile = [...document.querySelectorAll('dl.tiles > div')].find((one) => one.querySelector('dt').textContent === '在线玩家');
      return Number(tile?.querySelector('.value').textContent) > 0;
    });
    await visitor.page.getByRole('link', { name: '玩家', exact: true }).click();
    await visitor.heading('玩家').waitFor();
    await visitor.page.locator('tbody tr').first().waitFor();
    await visitor.page.getByRole('link', { name: '房间', exact: true }).click();
    await visitor.heading('房间').waitFor();
    await visitor.page.locator('tbody tr').first().waitFor();
  },

  'A lost connection is said, and comes back by itself': async (stage) => {
    const gate = await stage.gate();
    const visitor = await stage.visit({ origin: gate.origin });
    visitor.expectComplaint(/ERR_|WebSocket|Failed to load resource/);
    await visitor.until('live data arrive', () => Number(document.querySelector('[data-points]')?.dataset.points) >= 2);
    gate.shut();
    await visitor.page.getByText('与服务的实时连接已断开').waitFor();
    const lost = Number(await visitor.page.locator('[data-points]').first().getAttribute('data-points'));
    gate.open();
    await visitor.page.getByText('与服务的实时连接已断开').waitFor({ state: 'hidden' });
    await visitor.until('new samples arrive', (points) => Number(document.querySelector('[data-points]').dataset.points) > points, lost);
  },
};
