import { spawn } from 'node:child_process'
import { forwardSignals } from './forwardSignals.mjs'
import { Interruption } from './Interruption.mjs'
import { ROOT } from './paths.mjs'

/**
 * @typedef {object} CommandOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env] Variables in addition to those of this process.
 * @property {boolean} [shell]
 */

/**
 * Runs a program without a terminal and returns its exit code and everything it wrote.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {CommandOptions} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function runCommand(command, args, { cwd = ROOT, env = {}, shell = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      shell,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const stopForwarding = forwardSignals([child])
    /** @type {Buffer[]} */
    const chunks = []
    /** @param {Buffer} chunk */
    const collect = (chunk) => chunks.push(chunk)
    child.stdout.on('data', collect)
    child.stderr.on('data', collect)
    child.on('error', (error) => {
      stopForwarding()
      reject(error)
    })
    child.on('close', (code) => {
      const signal = stopForwarding()
      if (signal) reject(new Interruption(signal))
      else resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString().trim() })
    })
  })
}
