import { mount } from '@vue/test-utils';
import { beforeEach, describe, expect, it } from 'vitest';
import { ApiError } from '../../src/api/ApiError';
import { chooseLanguage } from '../../src/i18n';
import RemoteView from '../../src/ui/RemoteView.vue';
import { button } from '../support';

beforeEach(() => chooseLanguage('en'));

describe('Something that is fetched', () => {
  const slots = { default: ({ data }: { data: unknown }) => `content ${String(data)}` };
  const show = (props: { data: string | null; error: ApiError | null; isEmpty?: boolean }) =>
    mount(RemoteView<string>, { props: { ...props, empty: 'Nobody here.' }, slots });

  it('shows that it is on its way, that there is nothing, and itself', () => {
    expect(show({ data: null, error: null }).text()).toBe('Loading…');
    expect(show({ data: '', error: null, isEmpty: true }).text()).toBe('Nobody here.');
    expect(show({ data: 'x', error: null }).text()).toBe('content x');
  });

  it('shows an error with a way to try again, and what was there before', async () => {
    const wrapper = show({ data: 'old', error: new ApiError(503, 'busy', 'Too busy.', 'Wait.') });
    expect(wrapper.find('[role=alert]').text()).toMatch(/Too busy\.Wait\./);
    expect(wrapper.text()).toContain('content old');
    await button(wrapper, 'Try again').trigger('click');
    expect(wrapper.emitted('retry')).toHaveLength(1);
  });
});
