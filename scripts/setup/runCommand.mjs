import { spawn } from 'node:child_process'
import { ROOT } from './paths.mjs'

/**
 * Runs a program to its end, quietly: resolves with its exit code and everything it wrote.
 * A signal that ends us ends the program first, so nothing is left running.
 */
export function runCommand(command, args, { cwd = ROOT, env = {}, shell = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      shell,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const stopForwarding = forwardSignals(child)
    const chunks = []
    child.stdout.on('data', (chunk) => chunks.push(chunk))
    child.stderr.on('data', (chunk) => chunks.push(chunk))
    child.on('error', (error) => {
      stopForwarding()
      reject(error)
    })
    child.on('close', (code) => {
      const signal = stopForwarding()
      if (signal) process.kill(process.pid, signal)
      else resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString().trim() })
    })
  })
}

/** Returns a function that stops it and tells the signal that came, if one did. */
function forwardSignals(child) {
  let received
  const forward = (signal) => {
    received = signal
    child.kill(signal)
  }
  process.on('SIGINT', forward).on('SIGTERM', forward)
  return () => {
    process.off('SIGINT', forward).off('SIGTERM', forward)
    return received
  }
}
