import { runTool } from './runTool.mjs'

const TYPESCRIPT_PROJECTS = [
  'story/tsconfig.json',
  'story/tsconfig.test.json',
  'backend/tsconfig.json',
  'frontend/tsconfig.json',
  'tsconfig.json',
]

/** Two lanes of about the same length. */
export const checks = [
  [
    { name: 'types', run: checkTypes },
    check('format', 'prettier', ['--check', '--cache', '--cache-location=.cache/prettier', '--log-level=warn', '.']),
    check('imports', 'depcruise', ['--config', '.dependency-cruiser.cjs', 'story/src', 'backend/src', 'frontend/src']),
  ],
  [
    check('lint', 'eslint', ['--max-warnings=0', '.']),
    check('unused code', 'knip', ['--no-progress']),
    check('generated API types', 'tsx', ['scripts/generateApiTypes.ts', '--check']),
  ],
]

function check(name, tool, args) {
  return { name, run: async () => toResult(await runTool(tool, args)) }
}

async function checkTypes() {
  const outputs = []
  let failed = 0
  for (const project of TYPESCRIPT_PROJECTS) {
    const buildInfo = `.cache/typescript/${project.replaceAll('/', '-')}.tsbuildinfo`
    const { code, output } = await runTool('tsc', ['-p', project, '--incremental', '--tsBuildInfoFile', buildInfo])
    outputs.push(output)
    if (code !== 0) failed = 1
  }
  return { passed: 0, failed, output: outputs.join('\n').trim() }
}

/** A check counts only where it fails; what passes is counted in tests. */
const toResult = ({ code, output }) => ({ passed: 0, failed: code === 0 ? 0 : 1, output })
