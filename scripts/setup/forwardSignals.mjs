/** @import { ChildProcess } from 'node:child_process' */

/** @type {NodeJS.Signals[]} */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP']

/**
 * Sends the first signal that would end this process to its children instead, so they end first.
 * Returns a function that stops this and returns the signal, if one arrived.
 *
 * @param {ChildProcess[]} children
 */
export function forwardSignals(children) {
  /** @type {NodeJS.Signals | undefined} */
  let received
  /** @param {NodeJS.Signals} signal */
  const forward = (signal) => {
    if (received) return
    received = signal
    for (const child of children) child.kill(signal)
  }
  for (const signal of SIGNALS) process.on(signal, forward)
  return () => {
    for (const signal of SIGNALS) process.off(signal, forward)
    return received
  }
}
