import assert from 'node:assert/strict';
import { Villain } from '../support/villain.mjs';

/** An attempt that the page itself knows to have succeeded. */
const told = (name, options) => ({ name, run: (frame) => frame.evaluate((which) => window.attempts[which](), name), ...options });

/** An attempt that changes something: the service says whether it has. */
const acted = (name) => ({
  name,
  run: async (frame, villain) => {
    const before = await villain.reloads();
    await frame.evaluate((which) => window.attempts[which](), name);
    return (await villain.reloads()) > before;
  },
});

/** An administrator whose browser has something to lose, and complains about what pages of plugins try. */
async function meeting(stage) {
  const visitor = await stage.visit();
  visitor.expectComplaint(/./);
  await visitor.page.evaluate(() => localStorage.setItem('phira.language', 'zh-CN'));
  return visitor;
}

/**
 * A page of a plugin tries something that only the administrator may do, in every place where the administrator may meet it. Before that it is seen to
 * succeed where nothing keeps the page apart.
 */
const refused = (attempt) => async (stage) => {
  const villain = await Villain.install(stage);
  const unprotected = await meeting(stage);
  const free = await Villain.meetUnprotected(unprotected, { framed: attempt.framed });
  assert.equal(await attempt.run(free, villain, unprotected), true, `${attempt.name} is no danger even without protection`);

  const visitor = await meeting(stage);
  for (const place of Villain.places) {
    const { frame } = await Villain.meet(visitor, place);
    assert.equal(await attempt.run(frame, villain, visitor), false, `${attempt.name} succeeded at ${place}`);
  }
};

/** Leaves the page that it is tried in: the address of the window says whether it has succeeded. */
const navigation = {
  name: 'navigateTop',
  framed: true,
  run: async (frame, _villain, visitor) => {
    if (frame === visitor.page.mainFrame()) return false;
    const before = visitor.page.url();
    // A page that succeeds does not live to tell it.
    if (!(await frame.evaluate(() => window.attempts.navigateTop()).catch(() => true))) return visitor.page.url() !== before;
    await visitor.page.waitForURL((url) => url.href !== before);
    return true;
  },
};

/** Opened by the dashboard in a tab of its own. */
const opened = async (visitor, unprotected) => {
  if (!unprotected) await visitor.open('/');
  const coming = visitor.page.context().waitForEvent('page');
  await visitor.page.evaluate(() => void window.open('/plugins/villain/'));
  const tab = await coming;
  await tab.waitForFunction(() => window.attempts !== undefined);
  return tab.evaluate(() => window.attempts.opener());
};

export default {
  'A plugin shows its page in the dashboard, in the language and colours of the user': async (stage) => {
    await Villain.install(stage);
    const visitor = await stage.visit({ colorScheme: 'dark', locale: 'en-US' });
    await visitor.open('/manage/villain');
    await visitor.page.getByRole('link', { name: 'route' }).click();
    const { frame } = await Villain.meet(visitor, '/manage/villain/pages/route');
    await frame.getByRole('heading', { name: 'A friendly page' }).waitFor();
    const address = new URL(frame.url());
    assert.match(address.pathname, /^\/plugins\/villain\/~[\w-]{43}\/route$/);
    assert.deepEqual(Object.fromEntries(address.searchParams), { lang: 'en', theme: 'dark' });
    assert.equal(await frame.evaluate(() => origin), 'null');
  },

  'A page of a plugin cannot call the API with the session of the administrator': refused(acted('fetch')),
  'A page of a plugin cannot read the API with the session of the administrator': refused(told('read')),
  'A page of a plugin cannot post plain text to the API': refused(acted('plainText')),
  'A page of a plugin cannot post to the API without waiting for an answer': refused(acted('beacon')),
  'A page of a plugin cannot send a form to the API': refused(acted('form')),
  'A page of a plugin has no cookies': refused(told('cookie')),
  'A page of a plugin cannot read what the dashboard stores': refused(told('localStorage')),
  'A page of a plugin has no database in the browser': refused(told('indexedDb')),
  'A page of a plugin cannot register a service worker': refused(told('serviceWorker')),
  'A page of a plugin cannot reach into the dashboard around it': refused(told('parent', { framed: true })),
  'A page of a plugin cannot lead the dashboard around it elsewhere': refused(navigation),
  'A page of a plugin cannot frame the dashboard': refused(told('frameDashboard')),
  'A page of a plugin cannot open the dashboard in a window': refused(told('popup')),
  'A page of a plugin cannot connect to the live hub': refused(told('signalR')),
  'A page of a plugin cannot load the API as a script': refused(told('script')),

  'A page of a plugin cannot reach into the dashboard that opened it': async (stage) => {
    await Villain.install(stage);
    const unprotected = await stage.visit();
    unprotected.expectComplaint(/./);
    await Villain.meetUnprotected(unprotected);
    await unprotected.page.context().route('**/plugins/**', async (route) => {
      const response = await route.fetch();
      const { 'content-security-policy': _, ...headers } = response.headers();
      await route.fulfill({ response, headers });
    });
    await unprotected.open('/');
    await unprotected.page.locator('[data-plugin]').first().waitFor();
    assert.equal(await opened(unprotected, true), true);

    const visitor = await stage.visit();
    visitor.expectComplaint(/./);
    assert.equal(await opened(visitor, false), false);
  },

  'What a page of a plugin tells the dashboard is heard by nobody': async (stage) => {
    await Villain.install(stage);
    const visitor = await stage.visit();
    const { frame } = await Villain.meet(visitor, '/manage/villain/pages/route');
    const session = await visitor.page.context().newCDPSession(visitor.page);
    const { result } = await session.send('Runtime.evaluate', { expression: 'window' });
    const { listeners } = await session.send('DOMDebugger.getEventListeners', { objectId: result.objectId });
    assert.deepEqual(listeners.filter(({ type }) => type === 'message'), []);

    // The message does arrive, and says that it comes from nowhere.
    const arrived = visitor.page.evaluate(() => new Promise((resolve) => addEventListener('message', ({ origin }) => resolve(origin), { once: true })));
    assert.equal(await frame.evaluate(() => window.attempts.postMessage()), true);
    assert.equal(await arrived, 'null');
    assert.match(visitor.page.url(), /\/manage\/villain\/pages\/route$/);
  },
};
