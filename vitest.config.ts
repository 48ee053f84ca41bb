import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

/** For tests that take a second alone, on a machine that is busy with something else. */
const PATIENCE_MS = 20_000

const PROPERTIES = ['story/src/testSupport/seedProperties.ts']

export default defineConfig({
  test: {
    // By default, one processor stays idle: on two of them, that is half of the machine.
    maxWorkers: availableParallelism(),
    globalSetup: ['backend/tests/support/postgres/globalSetup.ts'],
    projects: [
      {
        test: {
          name: 'story',
          include: ['story/src/**/*.test.ts'],
          setupFiles: PROPERTIES,
          testTimeout: PATIENCE_MS,
        },
      },
      {
        test: {
          name: 'backend',
          include: ['backend/tests/**/*.test.ts'],
          setupFiles: PROPERTIES,
          testTimeout: PATIENCE_MS,
        },
      },
      {
        test: {
          name: 'backend-postgres',
          include: ['backend/tests/api/**/*.test.ts'],
          exclude: ['backend/tests/api/storedData.test.ts'],
          env: { TEST_DATABASE: 'postgres' },
          setupFiles: PROPERTIES,
          testTimeout: 60_000,
        },
      },
      './frontend/vite.config.ts',
      { test: { name: 'house', include: ['{scripts,bench}/**/*.test.ts'], testTimeout: PATIENCE_MS } },
      {
        test: {
          name: 'e2e',
          include: ['e2e/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
