import { spawn } from 'node:child_process'
import { findNode } from './setup/findNode.mjs'
import { inRepository } from './setup/paths.mjs'
import { reportFailure } from './setup/reportFailure.mjs'
import { setUp } from './setup/setUp.mjs'

try {
  await setUp({ say: (line) => console.error(line), build: false })
  const command = spawn(findNode(), [inRepository('backend', 'src', 'cli', 'main.ts'), ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, NODE_NO_WARNINGS: '1' },
  })
  process.on('SIGINT', () => {}).on('SIGTERM', () => command.kill())
  command.on('exit', (code) => process.exit(code ?? 1))
} catch (error) {
  reportFailure(error)
}
