import { enableAutoUnmount, flushPromises, mount, RouterLinkStub } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PluginLink, PluginMetric } from '../../../src/api/types';
import PluginServicesPage from '../../../src/features/services/PluginServicesPage.vue';
import ServicesPage from '../../../src/features/services/ServicesPage.vue';
import { chooseLanguage } from '../../../src/i18n';
import { answer, plugin, refusal, stubFetch } from '../../support';

enableAutoUnmount(afterEach);

const links: PluginLink[] = [
  { from: 'titles', to: 'absent', required: false, range: '*', calls: [] },
  {
    from: 'titles',
    to: 'playtime',
    required: true,
    range: '^1',
    calls: [{ service: 'total', calls: 120, errors: 12, callsPerSecond: 2, errorsPerSecond: 0.2, averageMilliseconds: 1.5 }],
  },
];
const services = [{ plugin: 'playtime', name: 'total', argumentSchema: '{"type":"object"}', answerSchema: null }];
const metrics: PluginMetric[] = [
  { name: 'length', kind: 'histogram', series: [{ labels: {}, value: 9, count: 4 }] },
  { name: 'rounds', kind: 'counter', series: [{ labels: { mode: 'solo' }, value: 7, count: 7 }] },
];

const calls = stubFetch();
const global = { stubs: { RouterLink: RouterLinkStub } };

beforeEach(() => {
  chooseLanguage('en');
  calls.mockImplementation(async (path) => answer(path.endsWith('/metrics') ? metrics : { services, links }));
});

type Page = ReturnType<typeof mount>;
const rows = (page: Page, table = 0) =>
  page
    .findAll('table')
    [table]!.findAll('tbody tr')
    .map((row) => row.findAll('.content').map((cell) => cell.text().replace(/\s+/g, ' ')));

describe('The page of all connections', () => {
  async function open() {
    const page = mount(ServicesPage, { global });
    await flushPromises();
    return page;
  }

  it('says who uses whom, how often and with how many errors', async () => {
    expect(rows(await open())).toEqual([
      ['titles uses → absent', 'Optional *', '–', '–', 'No calls yet'],
      ['titles uses → playtime', 'Required ^1', '2/s 120 in total', '0.2/s 12 in total', 'total 1.5 ms on average'],
    ]);
  });

  it('draws the same', async () => {
    const page = await open();
    expect(page.findAll('svg .name').map((name) => name.text())).toEqual(['absent', 'playtime', 'titles']);
    expect(page.findAll('svg g.failing text').map((text) => text.text())).toEqual(['2/s']);
    expect(page.findAll('svg g.optional')).toHaveLength(1);
  });

  it('says so when no plugin uses another', async () => {
    calls.mockImplementation(async () => answer({ services: [], links: [] }));
    expect((await open()).text()).toContain('No plugin uses another one.');
  });

  it('says why it could not be fetched', async () => {
    calls.mockImplementation(async () => refusal(503, 'service.unavailable', 'Not now.'));
    expect((await open()).find('[role=alert]').text()).toContain('Not now.');
  });

  it('speaks Chinese', async () => {
    chooseLanguage('zh-CN');
    expect((await open()).text()).toContain('2/秒');
  });
});

describe('The services and metrics of a plugin', () => {
  async function open() {
    const page = mount(PluginServicesPage, { props: { plugin: plugin('playtime') }, global });
    await flushPromises();
    return page;
  }

  it('shows what the plugin provides, with the schemas', async () => {
    const page = await open();
    expect(rows(page)[0]![0]).toBe('total');
    expect(page.find('pre').text()).toBe('{\n  "type": "object"\n}');
    expect(rows(page)[0]![2]).toBe('Any JSON');
  });

  it('shows what it measures itself', async () => {
    expect(rows(await open(), 2)).toEqual([
      ['lengthHistogram', '–', '2.25 on average 4 values'],
      ['roundsCounter', 'mode=solo', '7'],
    ]);
  });

  it('says so when there is nothing', async () => {
    calls.mockImplementation(async (path) => answer(path.endsWith('/metrics') ? [] : { services: [], links: [] }));
    const page = await open();
    for (const text of ['provides no services', 'uses no other plugin', 'has no custom metrics']) expect(page.text()).toContain(text);
  });
});
