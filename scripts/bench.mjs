import { spawn } from 'node:child_process'
import { getChromium } from './chromium.mjs'
import { findNode } from './setup/findNode.mjs'
import { inRepository } from './setup/paths.mjs'
import { reportFailure } from './setup/reportFailure.mjs'
import { setUp } from './setup/setUp.mjs'
import { stopWithParent } from './setup/stopWithParent.mjs'

const say = (line) => console.log(line)

try {
  stopWithParent()
  await setUp({ say })
  const CHROMIUM = await getChromium({ say })
  const bench = spawn(findNode(), [inRepository('bench', 'run.ts'), ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, CHROMIUM },
  })
  process.on('SIGINT', () => bench.kill()).on('SIGTERM', () => bench.kill())
  bench.on('exit', (code) => process.exit(code ?? 1))
} catch (error) {
  reportFailure(error)
}
