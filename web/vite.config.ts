import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

/** GraphiQL carries its fonts in its style sheet, as data that the policy of the page refuses. */
const withoutFonts: Plugin = {
  name: 'without-fonts',
  enforce: 'pre',
  transform: (code, id) => id.endsWith('graphiql.css') ? code.replace(/@font-face\s*{[^}]*}/g, '') : null,
};

const ofGraphiQL = /node_modules\/(?!preact|maplibre-gl|@mapbox|@maplibre)/;

/** What loads the others may lie with none of them: the first view would fetch it all. */
const isLoader = (id: string) => /^\0(vite\/preload-helper|commonjsHelpers)/.test(id);

const chunkOf = (id: string) => isLoader(id) ? 'loader' : ofGraphiQL.test(id) ? 'graphiql' : null;

// The service serves the bundle from its own address under a strict content security policy: nothing is
// inlined, nothing is fetched from elsewhere. The map library and GraphiQL lie in files of their own, which
// change rarely and are fetched when they are first shown.
export default defineConfig({
  build: {
    outDir: 'dist',
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1300,
    reportCompressedSize: false,
    rollupOptions: {
      output: { manualChunks: chunkOf },
      // Directives for servers of React mean nothing here.
      onwarn: (warning, tell) => { if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') tell(warning); },
    },
  },
  plugins: [withoutFonts],
  resolve: {
    alias: { 'react-style-singleton': fileURLToPath(new URL('src/ask/adoptedStyles.ts', import.meta.url)) },
  },
  esbuild: { jsx: 'automatic', jsxImportSource: 'preact', legalComments: 'none' },
  server: {
    proxy: Object.fromEntries(['/pages', '/ogc', '/tiles', '/graphql', '/readyz'].map(
      (path) => [path, process.env['GEP_SERVICE'] ?? 'http://127.0.0.1:5080'])),
  },
});
