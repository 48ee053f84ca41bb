import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    globalSetup: ['backend/tests/support/postgres/globalSetup.ts'],
    projects: [
      { test: { name: 'story', include: ['story/src/**/*.test.ts'] } },
      { test: { name: 'backend', include: ['backend/tests/**/*.test.ts'] } },
      {
        test: {
          name: 'backend-postgres',
          include: ['backend/tests/api/**/*.test.ts'],
          exclude: ['backend/tests/api/storedData.test.ts'],
          env: { TEST_DATABASE: 'postgres' },
          testTimeout: 60_000,
        },
      },
      './frontend/vite.config.ts',
      { test: { name: 'house', include: ['scripts/**/*.test.ts'] } },
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
