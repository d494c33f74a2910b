import { mount } from '@vue/test-utils';
import { beforeEach, describe, expect, it } from 'vitest';
import { chooseLanguage } from '../../src/i18n';
import ProblemView from '../../src/ui/ProblemView.vue';
import { problem } from '../support';

beforeEach(() => chooseLanguage('en'));

describe('A failure', () => {
  it('is shown with its code, place, remedy and causes', () => {
    const wrapper = mount(ProblemView, {
      props: {
        problem: {
          ...problem('The manifest has an error.'),
          causes: [
            { ...problem('Unknown key.'), code: 'manifest.unknown_key', remedy: 'Remove it.', file: 'plugin.toml', line: 12, column: 3 },
          ],
        },
      },
    });
    expect(wrapper.text()).toContain('The manifest has an error.');
    expect(wrapper.find('.causes').text()).toMatch(/Unknown key\..*Remedy: Remove it\..*manifest\.unknown_key.*plugin\.toml:12:3/s);
  });
});
