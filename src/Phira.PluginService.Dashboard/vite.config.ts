import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vitest/config';

// `npm run dev` shows the sources with hot replacement and sends everything else to a service that already runs.
const service = process.env.PHIRA_SERVICE ?? 'http://127.0.0.1:12347';

export default defineConfig({
  // The page's base says where the service is; what is built is relative to it.
  base: './',
  plugins: [
    vue({
      features: { optionsAPI: false },
      // Addresses in templates are those of wwwroot, not files to bundle.
      template: { transformAssetUrls: false },
    }),
  ],
  build: {
    outDir: '../../wwwroot',
    // wwwroot also holds committed files; tools/clean.mjs removes only what an earlier build wrote.
    emptyOutDir: false,
    // The content security policy of the service has no `data:`.
    assetsInlineLimit: 0,
    target: 'es2022',
  },
  server: {
    proxy: {
      '/api': service,
      '/hubs': { target: service, ws: true },
    },
  },
  test: {
    environment: 'happy-dom',
    include: ['tests/**/*.test.ts'],
    restoreMocks: true,
    // Only to end a test that hangs: none may fail because a machine is slow.
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
});
