import { defineConfig } from 'vite';

/** The built app goes where the server serves it from; `npm run web` serves it anew on each change, with the API of a running service. */
export default defineConfig({
  root: import.meta.dirname,
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: 'es2023',
    assetsInlineLimit: 0,
    sourcemap: true,
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      // Libraries mark parts for servers that render React; ours does not.
      checks: { moduleLevelDirective: false },
    },
  },
  // The server puts a new nonce in its place in every answer.
  html: { cspNonce: '__CSP_NONCE__' },
  server: { port: 5173, proxy: { '/api': 'http://localhost:3000' } },
});
