/** Vite builds what browsers load; Vitest runs the tests in three rooms: Node, workerd, and Node driving a browser. */
import { cloudflareTest } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'

// Far from UTC and from both our readers' zones: a date that leaks a clock is off by a day here.
process.env['TZ'] = 'Pacific/Kiritimati'

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    // seen in workerd too, which has no environment of its own
    env: { CI: process.env['CI'] ?? '' },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          setupFiles: ['test/seed.ts'],
          include: ['test/{data,web,programs,gallery,layout,formats}/**/*.test.{ts,tsx}'],
          // Starts a server: alone, after the others.
          exclude: ['**/*.serve.test.ts'],
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        plugins: [cloudflareTest({ wrangler: { configPath: './wrangler.toml' } })],
        test: { name: 'worker', setupFiles: ['test/seed.ts'], include: ['test/worker/**/*.test.{ts,tsx}'], testTimeout: 20_000 },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          environment: 'node',
          include: ['test/browser/**/*.test.{ts,tsx}', 'test/programs/**/*.serve.test.ts'],
          globalSetup: ['test/browser/setup.ts'],
          testTimeout: 120_000,
          // a machine may be busy: what has to come comes, and what does not is waited for this long
          expect: { poll: { timeout: 10_000 } },
          hookTimeout: 120_000,
          maxWorkers: 1,
          fileParallelism: false,
        },
      },
    ],
  },
})
