import { enableAutoUnmount, mount } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiError } from '../../src/api/ApiError';
import { chooseLanguage } from '../../src/i18n';
import ToastRegion from '../../src/ui/ToastRegion.vue';
import { toastMilliseconds, useToasts } from '../../src/ui/useToasts';

enableAutoUnmount(afterEach);

beforeEach(() => {
  chooseLanguage('en');
  const { toasts, dismiss } = useToasts();
  for (const toast of toasts.value) dismiss(toast.id);
});

describe('Messages', () => {
  it('are announced politely; good ones go by themselves, bad ones stay', async () => {
    vi.useFakeTimers();
    const wrapper = mount(ToastRegion);
    const { good, bad } = useToasts();
    good('Done.');
    bad('Failed.', new ApiError(500, 'x', 'Because.', 'Do that.'));
    await wrapper.vm.$nextTick();
    expect(wrapper.find('[aria-live="polite"]').text()).toContain('Failed. Because.');
    expect(wrapper.text()).toContain('Do that.');
    await vi.advanceTimersByTimeAsync(toastMilliseconds);
    expect(useToasts().toasts.value.map((toast) => toast.text)).toEqual(['Failed. Because.']);
    vi.useRealTimers();
  });
});
