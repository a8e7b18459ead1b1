import { defineConfig } from 'vite';

// The service serves the bundle from its own address under a strict content security policy: nothing is
// inlined, nothing is fetched from elsewhere. The map library lies in files of its own, which change rarely.
export default defineConfig({
  build: {
    outDir: 'dist',
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1100,
    reportCompressedSize: false,
  },
  esbuild: { jsx: 'automatic', jsxImportSource: 'preact', legalComments: 'none' },
  server: {
    proxy: Object.fromEntries(['/pages', '/ogc', '/tiles', '/graphql', '/readyz'].map(
      (path) => [path, process.env['GEP_SERVICE'] ?? 'http://127.0.0.1:5080'])),
  },
});
