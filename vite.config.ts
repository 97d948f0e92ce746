/// <reference types="vitest/config" />
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import preact from '@preact/preset-vite';
import { defineConfig, type Plugin, type UserConfig } from 'vite';

const page = (name: string) => resolve(import.meta.dirname, 'overlay', name, 'index.html');

/** Beside each asset that it makes smaller, the same in brotli and gzip: the server has nothing to compress then. */
const compressed: Plugin = {
  name: 'compressed',
  apply: 'build',
  writeBundle({ dir = '' }) {
    const assets = join(dir, 'assets');
    for (const name of readdirSync(assets).filter((name) => /\.(?:js|css|svg)$/.test(name))) {
      const bytes = readFileSync(join(assets, name));
      const params = { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
      for (const [ending, packed] of [
        ['br', brotliCompressSync(bytes, { params })],
        ['gz', gzipSync(bytes, { level: 9 })],
      ] as const) {
        if (packed.length < bytes.length) writeFileSync(join(assets, `${name}.${ending}`), packed);
      }
    }
  },
};

/** In the one file that a program becomes, each module finds what lies beside it (workers, data) where its source is. */
const ownFolders: Plugin = {
  name: 'own-folders',
  apply: 'build',
  transform: {
    filter: { id: /[\\/]server[\\/][^?]*\.ts$/, code: 'import.meta.dirname' },
    handler(code, id) {
      const folder = relative(import.meta.dirname, dirname(id)).replaceAll('\\', '/');
      return code.replaceAll('import.meta.dirname', `(import.meta.dirname + '/../../${folder}')`);
    },
  },
};

/**
 * With one letter beyond ASCII in it V8 holds the whole program's text with two bytes a letter, 2.5 MB more for as long as
 * it runs. In strings, templates and patterns, where they stand, an escape means the same.
 */
const oneByteText: Plugin = {
  name: 'one-byte-text',
  apply: 'build',
  generateBundle(_options, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type === 'chunk') chunk.code = chunk.code.replaceAll(/[^\0-\x7f]/g, escaped);
    }
  },
};

/** Without the `u` flag a letter is one or two halves, each with an escape of its own, which V8 reads as one again. */
function escaped(half: string): string {
  return `\\u${half.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/**
 * `vite build --ssr server/main.ts`: the server with its packages as one minified file, which `npm start` runs. It holds a tenth less
 * memory than its sources do and starts in less time; what only some need (mail, PostgreSQL, the TikTok connector) stays
 * apart until it is asked for. The tests run the sources.
 */
const program: UserConfig = {
  plugins: [ownFolders, oneByteText],
  publicDir: false,
  ssr: { noExternal: true },
  build: {
    outDir: 'dist/server',
    target: 'node24',
    minify: true,
    rollupOptions: {
      // The first are used in threads of their own alone; passkeys' library finds its parts by decorators, in an order that
      // one file does not keep; the others are what pg and ws would use if they were installed.
      external: [/^@jsquash\//, /^@simplewebauthn\//, 'pg-native', 'bufferutil', 'utf-8-validate'],
      output: { codeSplitting: true, entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
};

/**
 * The pages connect by websocket alone (overlay/connect.ts), and engine.io asks for its other transports in one list that
 * nothing can be shaken out of: 2 kB of each page, gzipped, that no page ever runs.
 */
const websocketAlone: Plugin = {
  name: 'websocket-alone',
  apply: 'build',
  transform: {
    filter: { id: /[\\/]engine\.io-client[\\/]build[\\/]esm[\\/]transports[\\/]index\.js$/ },
    handler: () => `import { WS } from './websocket.js';\nexport const transports = { websocket: WS };\n`,
  },
};

const pages: UserConfig = {
  root: 'overlay',
  plugins: [preact(), websocketAlone, compressed],
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    // Which file became which asset: the server names the viewer's language in the head of the page.
    manifest: true,
    // OBS 28 to 30 carry Chromium 103; the other pages lose nothing by the same target.
    target: 'chrome103',
    cssTarget: 'chrome103',
    // Nothing inlined: the content security policy allows files of our own origin and no data: addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: { input: { stage: page('stage'), studio: page('studio'), desk: page('desk'), book: page('book') } },
  },
};

export default defineConfig(({ isSsrBuild }) => ({
  ...(isSsrBuild ? program : pages),
  // `vitest run` needs nothing but Node; the tests against real peers have test/peers/vitest.config.ts.
  test: {
    root: import.meta.dirname,
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/peers/**', 'test/e2e/**', 'test/obs-browsers/**'],
    // They wait for sockets and programs for longer than they compute: 150 s of it in all.
    maxWorkers: 5,
    // A worker loads the server's modules once, not once a file; no test file leaves anything in them.
    isolate: false,
    // Many tests start servers and browsers; a busy machine may need a while, and no test measures time.
    testTimeout: 20_000,
    hookTimeout: 20_000,
  },
}));
