import type { IconName } from './Icon.vue';

/** The icons that a manifest may name for a page. */
const icons: Record<string, IconName> = {
  page: 'page',
  chart: 'chart',
  table: 'table',
  people: 'people',
  room: 'room',
  trophy: 'trophy',
  clock: 'clock',
  message: 'message',
  map: 'map',
  settings: 'settings',
};

/** The icon of a page; a newer service may know more of them. */
export const pageIcon = (name: string): IconName => icons[name] ?? 'page';
