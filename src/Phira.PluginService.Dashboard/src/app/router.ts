import type { Component } from 'vue';
import { createRouter, createWebHistory, type RouteLocationNormalized, type Router, type RouteRecordRaw } from 'vue-router';
import AuditPage from '../features/audit/AuditPage.vue';
import BansPage from '../features/bans/BansPage.vue';
import CommandsPage from '../features/commands/CommandsPage.vue';
import PluginConfigPage from '../features/configuration/PluginConfigPage.vue';
import ErrorCodesPage from '../features/errors/ErrorCodesPage.vue';
import GalleryPage from '../features/gallery/GalleryPage.vue';
import PluginLimitsPage from '../features/limits/PluginLimitsPage.vue';
import LoggingPage from '../features/logging/LoggingPage.vue';
import OverviewPage from '../features/overview/OverviewPage.vue';
import AdoptionPanel from '../features/packages/AdoptionPanel.vue';
import InstallPage from '../features/packages/InstallPage.vue';
import PluginVersionsPage from '../features/packages/PluginVersionsPage.vue';
import PluginPermissionsPage from '../features/permissions/PluginPermissionsPage.vue';
import PlayersPage from '../features/players/PlayersPage.vue';
import PluginCrashesPage from '../features/plugins/PluginCrashesPage.vue';
import PluginFramePage from '../features/plugins/PluginFramePage.vue';
import PluginHistoryPage from '../features/plugins/PluginHistoryPage.vue';
import PluginList from '../features/plugins/PluginList.vue';
import PluginLogPage from '../features/plugins/PluginLogPage.vue';
import PluginPage from '../features/plugins/PluginPage.vue';
import PluginSummary from '../features/plugins/PluginSummary.vue';
import RoomsPage from '../features/rooms/RoomsPage.vue';
import ServerPage from '../features/server/ServerPage.vue';
import ServerSettingsPage from '../features/server/ServerSettingsPage.vue';
import PluginServicesPage from '../features/services/PluginServicesPage.vue';
import ServicesPage from '../features/services/ServicesPage.vue';
import type { TextKey } from '../i18n';
import NotFoundPage from './NotFoundPage.vue';

declare module 'vue-router' {
  interface RouteMeta {
    /** The page's title; a plugin's page puts the plugin's name before it. */
    title?: TextKey;
    /** The entry of the main navigation that the page belongs to. */
    under?: string;
  }
}

/** A page of one plugin. While the plugin is only a component without a manifest, the proposal to adopt it stands in the place of all of them. */
const pluginPart = (path: string, name: string, component: Component, title: TextKey): RouteRecordRaw => ({
  path,
  name,
  components: { default: component, adoption: AdoptionPanel },
  meta: { title },
});

// Not under /plugins/: that path belongs to the HTTP routes of the plugins themselves.
const routes: RouteRecordRaw[] = [
  {
    path: '/',
    component: OverviewPage,
    meta: { title: 'overview.title', under: 'plugin' },
    children: [{ path: '', component: PluginList }],
  },
  { path: '/gallery', component: GalleryPage, meta: { title: 'gallery.title', under: 'plugin' } },
  { path: '/services', component: ServicesPage, meta: { title: 'services.title', under: 'plugin' } },
  { path: '/install', component: InstallPage, meta: { title: 'install.title', under: 'plugin' } },
  {
    path: '/manage/:name',
    component: PluginPage,
    props: true,
    meta: { under: 'plugin' },
    children: [
      pluginPart('', 'plugin-summary', PluginSummary, 'plugin.summary'),
      pluginPart('permissions', 'plugin-permissions', PluginPermissionsPage, 'plugin.permissions'),
      pluginPart('config', 'plugin-config', PluginConfigPage, 'plugin.config'),
      pluginPart('versions', 'plugin-versions', PluginVersionsPage, 'plugin.versions'),
      pluginPart('limits', 'plugin-limits', PluginLimitsPage, 'plugin.limits'),
      pluginPart('services', 'plugin-services', PluginServicesPage, 'plugin.services'),
      pluginPart('crashes', 'plugin-crashes', PluginCrashesPage, 'plugin.crashes'),
      pluginPart('history', 'plugin-history', PluginHistoryPage, 'plugin.history'),
      pluginPart('log', 'plugin-log', PluginLogPage, 'plugin.log'),
      {
        ...pluginPart('pages/:page', 'plugin-page', PluginFramePage, 'plugin.page'),
        props: { default: ({ params }: RouteLocationNormalized) => ({ page: params.page }) },
      },
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
      { path: 'logging', component: LoggingPage, meta: { title: 'logging.title' } },
      { path: 'errors', component: ErrorCodesPage, meta: { title: 'errors.title' } },
    ],
  },
  { path: '/:rest(.*)*', component: NotFoundPage, meta: { title: 'missing.title' } },
];

/** Made only when the setup link's token is out of the address: the router keeps the address that it finds. */
export function makeRouter(): Router {
  return createRouter({ history: createWebHistory(), routes, scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 } });
}
