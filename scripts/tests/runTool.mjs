import { findNode } from '../setup/findNode.mjs'
import { inRepository } from '../setup/paths.mjs'
import { runCommand } from '../setup/runCommand.mjs'

const FILES = {
  depcruise: 'dependency-cruiser/bin/dependency-cruiser.mjs',
  eslint: 'eslint/bin/eslint.js',
  knip: 'knip/bin/knip.js',
  prettier: 'prettier/bin/prettier.cjs',
  tsc: 'typescript/bin/tsc',
  tsx: 'tsx/dist/cli.mjs',
  vitest: 'vitest/vitest.mjs',
}

/** Runs one of the development tools on a Node that is new enough. */
export const runTool = (name, args, options) =>
  runCommand(findNode(), [inRepository('node_modules', FILES[name]), ...args], options)
