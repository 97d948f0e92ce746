import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

/** The tests against real peers (OBS, PostgreSQL, Redis): `npm run test:peers` starts those and runs this. */
export default defineConfig({
  test: {
    root: resolve(import.meta.dirname, '../..'),
    include: ['test/peers/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Two OBS at once starve each other on a small machine.
    fileParallelism: false,
    // One process loads the server's modules once, and makes the tables of PostgreSQL once.
    isolate: false,
  },
});
