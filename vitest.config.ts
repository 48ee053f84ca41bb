import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

/** A test that hangs fails after it. A test that takes a second alone needs many on a machine that is busy. */
const PATIENCE_MS = 120_000
const PATIENCE = { testTimeout: PATIENCE_MS, hookTimeout: PATIENCE_MS }

const PROPERTIES = ['story/src/testSupport/seedProperties.ts']

/** Each replaces modules of the app, so it runs in a process that has loaded none. All other files share processes. */
const REPLACING = {
  story: ['story/src/actions/newAction.test.ts', 'story/src/format/yaml/explain/explainSyntax.test.ts'],
  backend: ['backend/tests/narrator/newAction.test.ts', 'backend/tests/engine/driftFault.test.ts'],
}

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
          exclude: REPLACING.story,
          isolate: false,
          setupFiles: PROPERTIES,
          ...PATIENCE,
        },
      },
      { test: { name: 'story-replacing', include: REPLACING.story, setupFiles: PROPERTIES, ...PATIENCE } },
      {
        test: {
          name: 'backend',
          include: ['backend/tests/**/*.test.ts'],
          exclude: REPLACING.backend,
          isolate: false,
          setupFiles: PROPERTIES,
          ...PATIENCE,
        },
      },
      {
        test: {
          name: 'backend-replacing',
          include: REPLACING.backend,
          setupFiles: PROPERTIES,
          ...PATIENCE,
        },
      },
      {
        test: {
          name: 'backend-postgres',
          include: ['backend/tests/api/**/*.test.ts'],
          exclude: ['backend/tests/api/storedData.test.ts'],
          env: { TEST_DATABASE: 'postgres' },
          isolate: false,
          setupFiles: PROPERTIES,
          ...PATIENCE,
        },
      },
      './frontend/vite.config.ts',
      { test: { name: 'house', include: ['{scripts,bench}/**/*.test.ts'], ...PATIENCE } },
      {
        test: {
          name: 'e2e',
          include: ['e2e/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 2 * PATIENCE_MS,
          hookTimeout: PATIENCE_MS,
          expect: { poll: { timeout: PATIENCE_MS } },
        },
      },
    ],
  },
})
