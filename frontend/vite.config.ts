import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

import { precompileText } from './build/precompileText.ts'
import { precompress } from './build/precompress.ts'

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), precompileText(), precompress()],
  server: { proxy: { '/api': 'http://127.0.0.1:8000' } },
  build: {
    target: 'es2023',
    modulePreload: { polyfill: false },
    // An inlined asset would need `data:` in the content security policy.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: { groups: [{ name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/ }] },
      },
    },
  },
  test: {
    name: 'frontend',
    environment: 'jsdom',
    include: ['{src,build}/**/*.test.{ts,tsx}'],
    setupFiles: ['./src/setupTests.ts'],
  },
})
