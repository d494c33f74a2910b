import { mount } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import PageBanner from '../../src/ui/PageBanner.vue';

describe('A banner above every page', () => {
  const show = (messages: string[]) =>
    mount(PageBanner, { props: { tone: 'warn', messages }, slots: { default: '<button>Again</button>' } });

  it('has its region for announcements before there is anything to announce', () => {
    const banner = show([]);
    expect(banner.get('[role=status]').text()).toBe('');
    expect(banner.find('button').exists()).toBe(false);
  });

  it('announces the messages and nothing of what stands beside them', () => {
    const banner = show(['The disk is full.', 'The clock is wrong.']);
    expect(
      banner
        .get('[role=status]')
        .findAll('p')
        .map((message) => message.text()),
    ).toEqual(['The disk is full.', 'The clock is wrong.']);
    expect(banner.find('[role=status] button').exists()).toBe(false);
    expect(banner.find('button').exists()).toBe(true);
  });

  it('keeps the region when its messages change', async () => {
    const banner = show([]);
    const region = banner.get('[role=status]').element;
    await banner.setProps({ messages: ['The disk is full.'] });
    expect(banner.get('[role=status]').element).toBe(region);
  });
});
