import { findNode } from '../setup/findNode.mjs'
import { runCommand } from '../setup/runCommand.mjs'
import { runTool } from './runTool.mjs'

/**
 * @import { Step } from './runSteps.mjs'
 * @import { Tool } from './runTool.mjs'
 */

const TYPESCRIPT_PROJECTS = [
  'story/tsconfig.json',
  'story/tsconfig.test.json',
  'backend/tsconfig.json',
  'frontend/tsconfig.json',
  'scripts/tsconfig.json',
  'tsconfig.json',
]

/** The longest first. */
export const CHECKS = [
  check('lint', 'eslint', ['--max-warnings=0', '.']),
  { name: 'types', run: checkTypes },
  check('format', 'prettier', ['--check', '--cache', '--cache-location=.cache/prettier', '--log-level=warn', '.']),
  check('unused code', 'knip', ['--no-progress']),
  check('imports', 'depcruise', ['--config', '.dependency-cruiser.cjs', 'story/src', 'backend/src', 'frontend/src']),
  { name: 'generated API types', run: () => checkGenerated('scripts/generateApiTypes.ts') },
  { name: 'generated reference', run: () => checkGenerated('scripts/writeReference.ts') },
]

/**
 * @param {string} name
 * @param {Tool} tool
 * @param {string[]} args
 * @returns {Step}
 */
function check(name, tool, args) {
  return { name, run: async () => toResult(await runTool(tool, args)) }
}

/** @param {string} script */
async function checkGenerated(script) {
  return toResult(await runCommand(findNode(), [script, '--check']))
}

async function checkTypes() {
  const outputs = []
  let code = 0
  for (const project of TYPESCRIPT_PROJECTS) {
    const buildInfo = `.cache/typescript/${project.replaceAll('/', '-')}.tsbuildinfo`
    const result = await runTool('tsc', ['-p', project, '--incremental', '--tsBuildInfoFile', buildInfo])
    outputs.push(result.output)
    code ||= result.code
  }
  return toResult({ code, output: outputs.join('\n').trim() })
}

/**
 * Only tests are counted as passed, so a check counts only if it fails.
 *
 * @param {{ code: number, output: string }} result
 */
function toResult({ code, output }) {
  return { passed: 0, failed: code === 0 ? 0 : 1, output }
}
