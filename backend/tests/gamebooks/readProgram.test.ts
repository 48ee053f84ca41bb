import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

import { findWorker } from '../../src/findWorker.ts'

const READER = new URL('../../src/gamebooks/gamebookReader.ts', import.meta.url).href

it('ends when the channel to the server closes', async () => {
  const program = fork(fileURLToPath(findWorker('readProgram', READER)), { serialization: 'advanced', execArgv: [] })
  program.send({ source: 'title: A', file: 'llm-gamebook.yaml', maxMs: 20_000, maxMemoryMb: 512 })
  await once(program, 'message')
  program.disconnect()
  const [code] = await once(program, 'exit')
  expect(code).toBe(0)
})
