import { createRouter, createWebHistory, type Router, type RouteRecordRaw } from 'vue-router';
import type { TextKey } from './i18n';
import AuditPage from './pages/AuditPage.vue';
import BansPage from './pages/BansPage.vue';
import CommandsPage from './pages/CommandsPage.vue';
import InstallPage from './pages/InstallPage.vue';
import NotFoundPage from './pages/NotFoundPage.vue';
import OverviewPage from './pages/OverviewPage.vue';
import PlayersPage from './pages/PlayersPage.vue';
import PluginConfigPage from './pages/PluginConfigPage.vue';
import PluginCrashesPage from './pages/PluginCrashesPage.vue';
import PluginHistoryPage from './pages/PluginHistoryPage.vue';
import PluginLimitsPage from './pages/PluginLimitsPage.vue';
import PluginLogPage from './pages/PluginLogPage.vue';
import PluginPage from './pages/PluginPage.vue';
import PluginPermissionsPage from './pages/PluginPermissionsPage.vue';
import PluginSummary from './pages/PluginSummary.vue';
import PluginVersionsPage from './pages/PluginVersionsPage.vue';
import RoomsPage from './pages/RoomsPage.vue';
import ServerPage from './pages/ServerPage.vue';
import ServerSettingsPage from './pages/ServerSettingsPage.vue';

declare module 'vue-router' {
  interface RouteMeta {
    /** The page's title; a plugin's page puts the plugin's name before it. */
    title?: TextKey;
    /** The entry of the main navigation that the page belongs to. */
    under?: string;
  }
}

// Not under /plugins/: that path belongs to the HTTP routes of the plugins themselves.
const routes: RouteRecordRaw[] = [
  { path: '/', component: OverviewPage, meta: { title: 'overview.title', under: 'plugin' } },
  { path: '/install', component: InstallPage, meta: { title: 'install.title', under: 'plugin' } },
  {
    path: '/manage/:name',
    component: PluginPage,
    props: true,
    meta: { under: 'plugin' },
    children: [
      { path: '', name: 'plugin-summary', component: PluginSummary, meta: { title: 'plugin.summary' } },
      { path: 'permissions', name: 'plugin-permissions', component: PluginPermissionsPage, meta: { title: 'plugin.permissions' } },
      { path: 'config', name: 'plugin-config', component: PluginConfigPage, meta: { title: 'plugin.config' } },
      { path: 'versions', name: 'plugin-versions', component: PluginVersionsPage, meta: { title: 'plugin.versions' } },
      { path: 'limits', name: 'plugin-limits', component: PluginLimitsPage, meta: { title: 'plugin.limits' } },
      { path: 'crashes', name: 'plugin-crashes', component: PluginCrashesPage, meta: { title: 'plugin.crashes' } },
      { path: 'history', name: 'plugin-history', component: PluginHistoryPage, meta: { title: 'plugin.history' } },
      { path: 'log', name: 'plugin-log', component: PluginLogPage, meta: { title: 'plugin.log' } },
    ],
  },
  { path: '/players', component: PlayersPage, meta: { title: 'players.title', under: 'players' } },
  { path: '/rooms', component: RoomsPage, meta: { title: 'rooms.title', under: 'rooms' } },
  { path: '/commands', component: CommandsPage, meta: { title: 'commands.title', under: 'commands' } },
  {
    path: '/server',
    component: ServerPage,
    redirect: '/server/settings',
    meta: { under: 'server' },
    children: [
      { path: 'settings', component: ServerSettingsPage, meta: { title: 'settings.title' } },
      { path: 'bans', component: BansPage, meta: { title: 'bans.title' } },
      { path: 'audit', component: AuditPage, meta: { title: 'audit.title' } },
    ],
  },
  { path: '/:rest(.*)*', component: NotFoundPage, meta: { title: 'missing.title' } },
];

/** Made only when the setup link's token is out of the address: the router keeps the address that it finds. */
export function makeRouter(): Router {
  return createRouter({ history: createWebHistory(), routes, scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 } });
}
