// What a page of a plugin could try in order to act as the administrator who looks at it. Each attempt answers true when it has got what it wanted.
// It is served by the plugin, and runs where a visitor's browser puts it.
const reload = '/api/v1/plugins/welcome/reload';
const settled = (target, events) =>
  new Promise((resolve) => {
    for (const name of events) target.addEventListener(name, () => resolve(name), { once: true });
  });

/** False when the browser does not even let it try. */
const attempt = (act) => async () => {
  try {
    return await act();
  } catch (error) {
    window.refusals.push(`${error.name}: ${error.message}`);
    return false;
  }
};

window.refusals = [];
window.attempts = {
  fetch: attempt(async () => (await fetch(reload, { method: 'POST', credentials: 'include' })).ok),
  read: attempt(async () => (await (await fetch('/api/v1/audit', { credentials: 'include' })).json()).entries.length > 0),
  plainText: attempt(async () => {
    const request = new XMLHttpRequest();
    request.open('POST', reload);
    request.withCredentials = true;
    request.setRequestHeader('Content-Type', 'text/plain');
    const end = settled(request, ['load', 'error']);
    request.send('');
    await end;
    return request.status === 200;
  }),
  beacon: attempt(async () => {
    await fetch(reload, { method: 'POST', mode: 'no-cors', credentials: 'include', keepalive: true });
    return true;
  }),
  form: attempt(async () => {
    const form = document.createElement('form');
    Object.assign(form, { method: 'post', action: reload, target: 'hidden' });
    document.body.append(form);
    const end = settled(document.querySelector('[name=hidden]'), ['load']);
    const refused = settled(document, ['securitypolicyviolation']);
    form.submit();
    await Promise.race([end, refused]);
    return true;
  }),
  cookie: attempt(() => {
    document.cookie = 'phira-villain=1; path=/';
    return document.cookie.includes('phira-villain=1');
  }),
  localStorage: attempt(() => localStorage.getItem('phira.language') !== null),
  indexedDb: attempt(async () => {
    const opening = indexedDB.open('villain');
    return (await settled(opening, ['success', 'error'])) === 'success';
  }),
  serviceWorker: attempt(async () => (await navigator.serviceWorker.register('/plugins/villain/worker.js')) instanceof ServiceWorkerRegistration),
  parent: attempt(() => parent !== window && parent.document.querySelector('#app') !== null),
  opener: attempt(() => window.opener.document.querySelector('#app') !== null),
  navigateTop: attempt(async () => {
    top.location = '/nowhere';
    await settled(window, ['pagehide']);
    return true;
  }),
  frameDashboard: attempt(async () => {
    const frame = document.createElement('iframe');
    const end = settled(frame, ['load']);
    frame.src = '/';
    document.body.append(frame);
    await end;
    return frame.contentDocument.querySelector('#app') !== null;
  }),
  popup: attempt(() => window.open('/') !== null),
  signalR: attempt(async () => {
    const negotiated = await fetch('/hubs/live/negotiate?negotiateVersion=1', { method: 'POST', credentials: 'include' }).catch(() => null);
    if (negotiated?.ok) return true;
    const socket = new WebSocket(`${location.protocol.replace('http', 'ws')}//${location.host}/hubs/live`);
    return (await settled(socket, ['open', 'error'])) === 'open';
  }),
  script: attempt(async () => {
    const script = document.createElement('script');
    const end = settled(script, ['load', 'error']);
    script.src = '/api/v1/plugins';
    document.body.append(script);
    return (await end) === 'load';
  }),
  postMessage: attempt(() => {
    for (const message of [{ type: 'install', plugin: 'villain' }, 'reload', { type: 1, target: 'GetPlugins', arguments: [] }]) {
      parent.postMessage(message, '*');
    }
    return parent !== window;
  }),
};
