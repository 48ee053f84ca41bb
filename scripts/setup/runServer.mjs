import { spawn } from 'node:child_process'
import { pathToFileURL } from 'node:url'
import { findNode } from './findNode.mjs'
import { inRepository } from './paths.mjs'

const SERVER = inRepository('backend', 'dist', 'server.mjs')

/**
 * In this process where its Node is new enough: nothing stands between the server, its signals and its exit code.
 * The flags that `npm start` gives to Node keep the memory small: with 200 players by a third, for no time.
 */
export async function runServer() {
  const node = findNode()
  if (node === process.execPath) await import(pathToFileURL(SERVER).href)
  else runInChild(node)
}

/** In a process group of its own, so that Ctrl+C reaches the server once, through us. */
function runInChild(node) {
  const child = spawn(node, [...process.execArgv, SERVER, ...process.argv.slice(2)], {
    stdio: 'inherit',
    detached: process.platform !== 'win32',
  })
  let isStopping = false
  const stop = (signal) => {
    if (isStopping) return
    isStopping = true
    child.kill(signal)
  }
  process.on('SIGINT', stop).on('SIGTERM', stop).on('SIGHUP', stop)
  child.on('error', (error) => {
    throw error
  })
  child.on('exit', (code, signal) => {
    if (signal) endBySignal(signal)
    else process.exit(code)
  })
}

function endBySignal(signal) {
  process.removeAllListeners(signal)
  process.kill(process.pid, signal)
}
