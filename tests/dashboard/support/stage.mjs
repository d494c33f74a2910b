import { chromium } from 'playwright-core';
import { Gate } from './gate.mjs';
import { patienceMilliseconds } from './patience.mjs';
import { Service } from './service.mjs';
import { Skipped } from './skipped.mjs';
import { Visitor } from './visitor.mjs';

const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const testMilliseconds = 2 * patienceMilliseconds;

/** What all tests share: one service and one browser. Each test gets visitors of its own, who share no cookies. */
export class Stage {
  #browserPath;
  #browser;
  #service;
  #endings = [];
  #visitors = [];
  #gates = [];
  #put = [];

  static async open(browserPath, link) {
    const stage = new Stage();
    stage.#browserPath = browserPath;
    stage.#service = link === undefined ? await Service.start() : { link, log: '', untilPrinted: async () => {}, stop: () => {} };
    stage.#browser = await chromium.launch({ executablePath: browserPath, args: flags });
    return stage;
  }

  get link() {
    return this.#service.link;
  }

  get origin() {
    return new URL(this.link).origin;
  }

  get token() {
    return decodeURIComponent(new URL(this.link).hash.slice('#token='.length));
  }

  /** A browser of its own; signed in through the setup link unless told otherwise. */
  async visit({ signedIn = true, origin = this.origin, ...options } = {}) {
    const visitor = await Visitor.enter(this.#browser, origin, options);
    this.#visitors.push(visitor);
    if (signedIn) await visitor.signIn(this.token);
    return visitor;
  }

  /** A browser for which an address leads to a port of this machine, as a name of the domain system or a router would. Not signed in. */
  async visitFromAfar(address, connectsTo) {
    const { hostname, port, protocol } = new URL(address);
    const rule = `--host-resolver-rules=MAP ${hostname}:${port || (protocol === 'https:' ? 443 : 80)} 127.0.0.1:${connectsTo}`;
    const browser = await chromium.launch({ executablePath: this.#browserPath, args: [...flags, rule] });
    this.atTheEnd(() => browser.close());
    // The certificates of tests are signed by nobody.
    const visitor = await Visitor.enter(browser, address, { ignoreHTTPSErrors: true });
    this.#visitors.push(visitor);
    return visitor;
  }

  /** Does something when the test is over, whatever came of it. The last one is the first. */
  atTheEnd(action) {
    this.#endings.push(action);
  }

  async gate() {
    const gate = await Gate.to(new URL(this.origin));
    this.#gates.push(gate);
    return gate;
  }

  /** Puts a plugin into the plugins directory for the rest of the test. */
  async putPlugin(name, files) {
    this.#put.push(name);
    await this.#service.putPlugin(name, files);
  }

  /** Puts a file into the plugins directory for the rest of the test. */
  async putFile(name, content) {
    this.#put.push(name);
    await this.#service.putFile(name, content);
  }

  /** Waits until the service has printed something; the output of a service that ran before is not seen. */
  untilPrinted(what, pattern) {
    return this.#service.untilPrinted(what, pattern);
  }

  /** Asks the REST interface again and again until the answer is as wanted. */
  async untilAnswered(what, path, wanted) {
    const end = Date.now() + patienceMilliseconds;
    for (;;) {
      const answer = await this.call('GET', path);
      if (wanted(answer)) return answer;
      if (Date.now() > end) throw new Error(`never happened: ${what}; last ${JSON.stringify(answer)}`);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }

  /** Calls the REST interface as a script does. */
  async call(method, path, body, headers = {}) {
    const response = await fetch(this.origin + path, {
      method,
      headers: { Authorization: `Bearer ${this.token}`, ...(body === undefined ? {} : { 'Content-Type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
    return text === '' ? null : JSON.parse(text);
  }

  /** Runs one test: whether it passed, failed or was skipped, and why. */
  async run(test) {
    let timer;
    const timeout = new Promise((_, reject) => {
      timer = setTimeout(() => reject(new Error(`not finished after ${testMilliseconds / 1000} s`)), testMilliseconds);
    });
    try {
      await Promise.race([test(this), timeout]);
      for (const visitor of this.#visitors) visitor.mustBeQuiet();
      return { outcome: 'passed' };
    } catch (error) {
      if (error instanceof Skipped) return { outcome: error.isRequired && process.env.CI === 'true' ? 'failed' : 'skipped', reason: error.message };
      const seen = this.#visitors.flatMap((visitor) => visitor.complaints);
      return { outcome: 'failed', reason: [error.stack ?? String(error), ...seen, this.#service.log].join('\n') };
    } finally {
      clearTimeout(timer);
      for (const visitor of this.#visitors.splice(0)) await visitor.leave();
      for (const gate of this.#gates.splice(0)) await gate.close();
      for (const end of this.#endings.splice(0).reverse()) await end();
      for (const name of this.#put.splice(0)) await this.#service.takePluginAway(name);
    }
  }

  async close() {
    await this.#browser?.close();
    await this.#service?.stop();
  }
}
