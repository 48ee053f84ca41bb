import { pathToFileURL } from 'node:url'
import { findNode } from './findNode.mjs'
import { inRepository } from './paths.mjs'
import { runPrograms } from './runPrograms.mjs'

const SERVER = inRepository('backend', 'dist', 'server.mjs')

/**
 * Runs the server in this process if its Node is new enough, because a second process would cost memory.
 * A server of its own process gets its own process group, so Ctrl+C reaches it once: a second signal would end it at once.
 */
export async function runServer() {
  if (findNode() === process.execPath) {
    await import(pathToFileURL(SERVER).href)
    return
  }
  const args = [...process.execArgv, SERVER, ...process.argv.slice(2)]
  await runPrograms([{ args, detached: process.platform !== 'win32' }])
}
