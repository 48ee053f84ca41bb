import { COMPILE_CACHE } from '../setup/compileCache.mjs'
import { findNode } from '../setup/findNode.mjs'
import { inRepository } from '../setup/paths.mjs'
import { runCommand } from '../setup/runCommand.mjs'

/** @import { CommandOptions } from '../setup/runCommand.mjs' */

/** The files, because on Windows the programs in node_modules/.bin can't be run by Node. */
const FILES = {
  depcruise: 'dependency-cruiser/bin/dependency-cruiser.mjs',
  eslint: 'eslint/bin/eslint.js',
  knip: 'knip/bin/knip.js',
  prettier: 'prettier/bin/prettier.cjs',
  tsc: 'typescript/bin/tsc',
  vitest: 'vitest/vitest.mjs',
}

/** @typedef {keyof typeof FILES} Tool */

/**
 * Runs a development tool on a Node that is new enough.
 *
 * @param {Tool} name
 * @param {string[]} args
 * @param {CommandOptions} [options]
 */
export const runTool = (name, args, options) =>
  runCommand(findNode(), [inRepository('node_modules', FILES[name]), ...args], {
    ...options,
    env: { ...COMPILE_CACHE, ...options?.env },
  })
