import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

import { precompileText } from './build/precompileText.ts'
import { precompress } from './build/precompress.ts'

interface ModuleGraph {
  getModuleInfo(id: string): { readonly isEntry: boolean; readonly importers: readonly string[] } | null
}

/** Whether the entry imports the module other than lazily. In a chunk of their own, shared modules cost two requests. */
function isInFirstLoad(id: string, graph: ModuleGraph, visited = new Set<string>()): boolean {
  const module = graph.getModuleInfo(id)
  if (module === null || visited.has(id)) return false
  visited.add(id)
  return module.isEntry || module.importers.some((importer) => isInFirstLoad(importer, graph, visited))
}

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), precompileText(), precompress()],
  server: { proxy: { '/api': `http://127.0.0.1:${process.env['LLM_GAMEBOOK_PORT'] ?? '8000'}` } },
  build: {
    target: 'es2023',
    modulePreload: { polyfill: false },
    // An inlined asset would need `data:` in the content security policy.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [{ debugName: 'shell', name: (id, graph) => (isInFirstLoad(id, graph) ? 'shell' : null) }],
        },
      },
    },
  },
  test: {
    name: 'frontend',
    environment: 'jsdom',
    include: ['{src,build}/**/*.test.{ts,tsx}'],
    setupFiles: ['./src/setupTests.ts', '../story/src/testSupport/seedProperties.ts'],
    // A test that takes a second alone needs many on a machine that is busy.
    testTimeout: 120_000,
  },
})
