import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { patienceMilliseconds } from './patience.mjs';

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** Somebody with a browser window. Everything that the browser complains about is kept: a test in which it complained has failed. */
export class Visitor {
  #context;
  #expected = [];

  page;
  origin;
  complaints = [];

  static async enter(browser, origin,
    { viewport = { width: 1280, height: 800 }, locale = 'zh-CN', colorScheme = 'light', axe = false, ignoreHTTPSErrors = false } = {}) {
    const visitor = new Visitor();
    visitor.origin = origin;
    // The checker is injected as a script, which the service's policy rightly refuses; only its visits go without the policy.
    visitor.#context = await browser.newContext({ viewport, locale, colorScheme, reducedMotion: 'reduce', bypassCSP: axe, ignoreHTTPSErrors });
    visitor.page = await visitor.#context.newPage();
    visitor.page.setDefaultTimeout(patienceMilliseconds);
    visitor.page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) visitor.#complain(`console ${message.type()}: ${message.text()} (${message.location().url})`);
    });
    visitor.page.on('pageerror', (error) => visitor.#complain(`uncaught: ${error.message}`));
    await visitor.page.addInitScript(() => {
      addEventListener('securitypolicyviolation', (event) => console.error(`policy violation: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
    });
    return visitor;
  }

  #complain(text) {
    if (!this.#expected.some((pattern) => pattern.test(text))) this.complaints.push(text);
  }

  /** Complaints that belong to what the test does. */
  expectComplaint(pattern) {
    this.#expected.push(pattern);
    this.complaints = this.complaints.filter((text) => !pattern.test(text));
  }

  mustBeQuiet() {
    assert.deepEqual(this.complaints, [], 'the browser complained');
  }

  async open(path = '/') {
    await this.page.goto(this.origin + path);
  }

  async signIn(token) {
    await this.open(`/#token=${encodeURIComponent(token)}`);
    await this.page.locator('[data-plugin]').first().waitFor();
  }

  /** Waits until something holds in the page; `what` is said when it never does. */
  async until(what, condition, argument) {
    await this.page.waitForFunction(condition, argument, { timeout: patienceMilliseconds }).catch((error) => {
      throw new Error(`never happened: ${what} (${error.message.split('\n')[0]})`);
    });
  }

  plugin(name) {
    return this.page.locator(`[data-plugin="${name}"]`);
  }

  heading(text) {
    return this.page.getByRole('heading', { level: 1, name: text });
  }

  toast(text) {
    return this.page.locator('.toast', { hasText: text });
  }

  async focused() {
    return this.page.evaluate(() => {
      const element = document.activeElement;
      const style = getComputedStyle(element);
      return {
        tag: element.tagName.toLowerCase(),
        text: (element.getAttribute('aria-label') ?? element.textContent ?? '').trim(),
        id: element.id,
        visible: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
      };
    });
  }

  /** Presses Tab until the wanted element has the focus; every stop on the way must be visible. */
  async tabTo(wanted, what) {
    for (let presses = 0; presses < 80; presses++) {
      await this.page.keyboard.press('Tab');
      const focus = await this.focused();
      assert.ok(focus.tag === 'body' || focus.visible, `the focus is not visible on ${focus.tag} “${focus.text}”`);
      if (wanted(focus)) return focus;
    }
    throw new Error(`Tab never reached ${what}`);
  }

  async mustNotScrollSideways() {
    const excess = await this.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.equal(excess, 0, `${this.page.url()} is ${excess} pixels wider than the window`);
  }

  /** No text leaves the box that it stands in. */
  async mustCutNothingOff() {
    const cut = await this.page.evaluate(() =>
      [...document.querySelectorAll('main :is(.panel, .notice, td)')]
        .filter((box) => box.scrollWidth > box.clientWidth + 1 && !['auto', 'scroll'].includes(getComputedStyle(box).overflowX))
        .map((box) => `${box.className || box.tagName}: ${box.textContent.trim().slice(0, 80)}`),
    );
    assert.deepEqual(cut, [], `${this.page.url()} has text outside of its box`);
  }

  async mustBeAccessible() {
    if (!(await this.page.evaluate(() => 'axe' in window))) await this.page.evaluate(await readFile(axePath, 'utf8'));
    const { violations } = await this.page.evaluate(() => window.axe.run());
    const found = violations.flatMap(
      (violation) => violation.nodes.map((node) => `${violation.id}: ${violation.help}\n  ${node.html}\n  ${node.failureSummary}`));
    assert.deepEqual(found, [], `${this.page.url()} has accessibility problems`);
  }

  async leave() {
    await this.#context.close();
  }
}
