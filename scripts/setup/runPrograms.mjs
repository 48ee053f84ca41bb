import { spawn } from 'node:child_process'
import { findNode } from './findNode.mjs'
import { forwardSignals } from './forwardSignals.mjs'
import { Interruption } from './Interruption.mjs'

/** @import { ChildProcess } from 'node:child_process' */

/**
 * @typedef {object} Program
 * @property {string[]} args The arguments of Node.
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env] Variables in addition to those of this process.
 * @property {boolean} [detached]
 */

/**
 * Runs Node programs in this terminal until one of them ends, ends the others, and takes over the first one's exit code.
 *
 * @param {Program[]} programs
 */
export async function runPrograms(programs) {
  const children = programs.map(({ args, cwd, env, detached = false }) =>
    spawn(findNode(), args, { cwd, env: { ...process.env, ...env }, detached, stdio: 'inherit' }),
  )
  const stopForwarding = forwardSignals(children)
  const ends = children.map(waitForEnd)
  const { code, signal } = await Promise.race(ends).finally(() => children.forEach((child) => child.kill()))
  await Promise.all(ends)
  stopForwarding()
  if (signal) throw new Interruption(signal)
  process.exitCode = code ?? 1
}

/**
 * @param {ChildProcess} child
 * @returns {Promise<{ code: number | null, signal: NodeJS.Signals | null }>}
 */
const waitForEnd = (child) =>
  new Promise((resolve, reject) => {
    child.on('error', reject).on('exit', (code, signal) => resolve({ code, signal }))
  })
