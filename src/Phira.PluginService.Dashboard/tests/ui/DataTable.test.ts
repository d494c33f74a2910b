import { mount } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import DataTable from '../../src/ui/DataTable.vue';

describe('A table', () => {
  it('keeps its roles and names each value for narrow screens', () => {
    const wrapper = mount(DataTable<{ id: number }>, {
      props: { caption: 'Things', columns: [{ key: 'id', label: 'Id' }], rows: [{ id: 1 }], rowKey: (row: { id: number }) => row.id },
      slots: { id: ({ row }: { row: { id: number } }) => `#${row.id}` },
    });
    expect(wrapper.find('[role=table] caption').text()).toBe('Things');
    expect(wrapper.find('[role=cell] .label').text()).toBe('Id');
    expect(wrapper.find('[role=cell] .content').text()).toBe('#1');
  });
});
