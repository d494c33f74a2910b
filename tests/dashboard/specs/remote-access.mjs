import assert from 'node:assert/strict';
import os from 'node:os';
import { findProgram, freePort } from '../support/programs.mjs';
import { adapted, configuration, documented, documentedInChinese, RemoteAccess } from '../support/remote-access.mjs';

const letsEncrypt = (host) => `/etc/letsencrypt/live/${host}`;
const megabytes = 1024 * 1024;

/** A browser at the setup link that the service has printed: everything an administrator does must work from there. */
async function mustBeLive(stage, link, { address, connectsTo, cookiePath = '/' }) {
  const { host, pathname, protocol } = new URL(address);
  const visitor = await stage.visitFromAfar(address.replace(/\/$/, ''), connectsTo);
  const sockets = [];
  visitor.page.on('websocket', (socket) => {
    const seen = { url: socket.url(), received: 0 };
    sockets.push(seen);
    socket.on('framereceived', () => { seen.received++; });
  });

  assert.ok(link.startsWith(`${address}#token=`), `the setup link is ${link}`);
  await visitor.page.goto(link);
  const chart = visitor.plugin('welcome').locator('[data-points]').first();
  await chart.waitFor();
  const before = Number(await chart.getAttribute('data-points'));
  await visitor.until(
    'the chart moves',
    (points) => Number(document.querySelector('[data-plugin="welcome"] [data-points]').dataset.points) >= points,
    before + 3,
  );
  const live = sockets.find((socket) => socket.url.startsWith(`${protocol.replace('http', 'ws')}//${host}${pathname}hubs/live`));
  assert.ok(live?.received >= 3, `no live data over a WebSocket; there were ${JSON.stringify(sockets)}`);

  await visitor.plugin('dice').getByRole('button', { name: '重载' }).click();
  await visitor.toast('dice 已重载').waitFor();
  await visitor.page.goto(`${address}rooms`);
  await visitor.heading('房间').waitFor();
  const cookie = (await visitor.page.context().cookies()).find(({ name }) => name === 'phira_session');
  assert.deepEqual({ secure: cookie.secure, path: cookie.path }, { secure: protocol === 'https:', path: cookiePath });
  return visitor;
}

async function mustServeTheRest(visitor, address) {
  const call = (path, options) => visitor.page.evaluate(([url, init]) => fetch(url, init).then((response) => response.status), [address + path, options]);
  visitor.expectComplaint(/status of 401/);
  assert.equal(await call('healthz/ready', { credentials: 'omit' }), 200);
  assert.equal(await call('api/v1/users', { credentials: 'omit' }), 401);
  const package_ = { method: 'POST', headers: { 'Content-Type': 'application/zip' }, body: 'x'.repeat(3 * megabytes) };
  assert.equal(await call('api/v1/packages/inspect', package_), 200, 'a package of 3 MiB does not get through');
  await visitor.page.goto(`${address}swagger/`);
  await visitor.page.locator('.opblock').first().waitFor();
}

export default {
  'The documentation shows the same configurations in both languages': async () => {
    assert.ok(documented.length > 10);
    assert.deepEqual(documentedInChinese, documented);
  },

  'Through nginx with HTTPS the dashboard is live': async (stage) => {
    const remote = await RemoteAccess.prepare(stage);
    const service = await remote.service(configuration('# phira.toml behind nginx'));
    const certificate = await remote.certificate('phira.example');
    const port = await remote.nginx(adapted(
      configuration('# /etc/nginx/conf.d/phira.conf'), [letsEncrypt('phira.example'), certificate], ['127.0.0.1:12347', `127.0.0.1:${service.httpPort}`]));

    const address = 'https://phira.example/';
    const visitor = await mustBeLive(stage, service.link, { address, connectsTo: port });
    await mustServeTheRest(visitor, address);
  },

  'Through an nginx that tells no more than it does by itself the dashboard is live': async (stage) => {
    // The host and the scheme that reach the service are those of the inner connection: only the public address is right.
    const remote = await RemoteAccess.prepare(stage);
    const service = await remote.service('[http]\npublic_url = "https://phira.example:8443"\n');
    const certificate = await remote.certificate('phira.example');
    const bare = adapted(
      configuration('# /etc/nginx/conf.d/phira.conf'),
      [letsEncrypt('phira.example'), certificate],
      ['127.0.0.1:12347', `127.0.0.1:${service.httpPort}`],
      ['proxy_set_header Host $http_host;', ''],
      ['proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;', ''],
      ['proxy_set_header X-Forwarded-Proto $scheme;', ''],
    );

    await mustBeLive(stage, service.link, { address: 'https://phira.example:8443/', connectsTo: await remote.nginx(bare) });
  },

  'Through an nginx that names the host without its port the dashboard is live': async (stage) => {
    const remote = await RemoteAccess.prepare(stage);
    const service = await remote.service('[http]\npublic_url = "https://phira.example:8443"\ntrusted_proxies = ["127.0.0.1"]\n');
    const certificate = await remote.certificate('phira.example');
    const withoutPort = adapted(
      configuration('# /etc/nginx/conf.d/phira.conf'),
      [letsEncrypt('phira.example'), certificate],
      ['127.0.0.1:12347', `127.0.0.1:${service.httpPort}`],
      ['Host $http_host;', 'Host $host;'],
    );

    await mustBeLive(stage, service.link, { address: 'https://phira.example:8443/', connectsTo: await remote.nginx(withoutPort) });
  },

  ...Object.fromEntries([['keeps', ''], ['takes away', '/']].map(([does, slash]) => [
    `Below a path that nginx ${does} the dashboard is live`,
    async (stage) => {
      const remote = await RemoteAccess.prepare(stage);
      const service = await remote.service(configuration('# phira.toml behind nginx, below a path'));
      const certificate = await remote.certificate('www.example.com');
      const port = await remote.nginx(adapted(
        configuration('# /etc/nginx/conf.d/www.conf'),
        [letsEncrypt('www.example.com'), certificate],
        ['127.0.0.1:12347;', `127.0.0.1:${service.httpPort}${slash};`],
      ));

      const address = 'https://www.example.com/phira/';
      const visitor = await mustBeLive(stage, service.link, { address, connectsTo: port, cookiePath: '/phira' });
      await mustServeTheRest(visitor, address);
    },
  ])),

  'Through Caddy the dashboard is live': async (stage) => {
    const caddy = findProgram('caddy', 'caddy');
    const remote = await RemoteAccess.prepare(stage);
    const service = await remote.service(configuration('# phira.toml behind Caddy'));
    const certificate = await remote.certificate('phira.example');
    const port = await remote.listening(caddy, async (https) => {
      // In the test nobody outside can issue a certificate.
      const file = adapted(
        configuration('# /etc/caddy/Caddyfile'),
        ['127.0.0.1:12347\n', `127.0.0.1:${service.httpPort}\n    tls ${certificate}/fullchain.pem ${certificate}/privkey.pem\n`],
      );
      await remote.write('Caddyfile', `{\n admin off\n auto_https disable_redirects\n https_port ${https}\n}\n${file}`);
      return {
        args: ['run', '--config', remote.file('Caddyfile'), '--adapter', 'caddyfile'],
        env: { ...process.env, HOME: remote.file('caddy'), XDG_DATA_HOME: remote.file('caddy'), XDG_CONFIG_HOME: remote.file('caddy') },
      };
    });

    const address = 'https://phira.example/';
    const visitor = await mustBeLive(stage, service.link, { address, connectsTo: port });
    await mustServeTheRest(visitor, address);
  },

  'With a certificate of its own the dashboard is live': async (stage) => {
    const remote = await RemoteAccess.prepare(stage);
    const certificate = await remote.certificate('phira.example');
    const service = await remote.service(adapted(configuration('# phira.toml without a proxy'), [letsEncrypt('phira.example'), certificate]));

    await mustBeLive(stage, service.link, { address: 'https://phira.example:12347/', connectsTo: service.httpPort });
  },

  'Through frp the dashboard is live': async (stage) => {
    const [frps, frpc] = [findProgram('frps', null), findProgram('frpc', null)];
    const remote = await RemoteAccess.prepare(stage);
    const certificate = await remote.certificate('phira.example');
    const service = await remote.service(adapted(configuration('# phira.toml behind frp'), [letsEncrypt('phira.example'), certificate]));
    const https = await freePort();
    const bind = await remote.listening(frps, async (port) => {
      const file = adapted(
        configuration('# frps.toml on the rented server'), ['bindPort = 7000', `bindPort = ${port}`], ['vhostHTTPSPort = 443', `vhostHTTPSPort = ${https}`]);
      return { args: ['-c', await remote.write('frps.toml', file)] };
    });
    const game = await freePort();
    const file = adapted(
      configuration('# frpc.toml at home'),
      ['"203.0.113.10"', '"127.0.0.1"'],
      ['serverPort = 7000', `serverPort = ${bind}`],
      ['localPort = 12346', `localPort = ${service.gamePort}`],
      ['remotePort = 12346', `remotePort = ${game}`],
      ['localPort = 12347', `localPort = ${service.httpPort}`],
    );
    const client = remote.start(frpc, ['-c', await remote.write('frpc.toml', file)]);
    await client.untilListening(game);

    const visitor = await mustBeLive(stage, service.link, { address: 'https://phira.example/', connectsTo: https });
    await mustServeTheRest(visitor, 'https://phira.example/');
    const metrics = await visitor.page.evaluate(() => fetch('/metrics', { credentials: 'omit' }).then((response) => response.status));
    assert.equal(metrics, 401, 'who comes through frp seems to be on this machine');
  },

  'Through an SSH tunnel the dashboard is live': async (stage) => {
    const [sshd, ssh, keygen] = [findProgram('sshd', 'openssh-server'), findProgram('ssh', 'openssh-client'), findProgram('ssh-keygen', 'openssh-client')];
    const remote = await RemoteAccess.prepare(stage);
    const service = await remote.service('');
    const port = await remote.sshd(sshd, keygen);
    const local = await freePort();
    const command = adapted(
      documented.find((text) => text.startsWith('ssh ')).trim(), ['12347:127.0.0.1:12347', `${local}:127.0.0.1:${service.httpPort}`],
      ['user@play.example.com', `${os.userInfo().username}@127.0.0.1`]);
    const tunnel = remote.start(ssh, [
      ...['-F', 'none', '-p', port, '-i', remote.file('key'), '-o', 'StrictHostKeyChecking=no',
        '-o', 'UserKnownHostsFile=/dev/null', '-o', 'ExitOnForwardFailure=yes'].map(String),
      ...command.split(' ').slice(1),
    ]);
    await tunnel.untilListening(local);

    await mustBeLive(stage, adapted(service.link, [`:${service.httpPort}/`, `:${local}/`]), { address: `http://127.0.0.1:${local}/`, connectsTo: local });
  },

  'The SRV record leads to the port for players': async () => {
    const record = documented.find((text) => text.startsWith('_phira._tcp.'));
    assert.match(record, /^_phira\._tcp\.(\S+) \d+ IN SRV \d+ \d+ 12346 \1\n$/);
  },
};
