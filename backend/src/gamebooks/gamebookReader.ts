import { isUtf8 } from 'node:buffer'
import { Worker } from 'node:worker_threads'
import {
  fileDiagnostic,
  fromPortableReport,
  type GamebookReport,
  readGamebook,
  type PortableReport,
} from '@llm-gamebook/story'

import { findWorker } from '../findWorker.ts'

export const GAMEBOOK_FILE = 'llm-gamebook.yaml'

/** Reads the text or bytes of a gamebook. Never throws for its content. */
export type GamebookReader = (source: string | Uint8Array) => Promise<GamebookReport>

/** A shorter text takes a few milliseconds, which is less than it costs to send it to another thread. */
const MAX_LENGTH_HERE = 4096
const MAX_MS = 20_000
const MAX_MEMORY_MB = 512
/** A thread without work ends after this time. */
const IDLE_MS = 10_000

/** Reads long gamebooks on a thread of its own, one after the other, so no other request waits for them. */
export function createGamebookReader(maxMs = MAX_MS): GamebookReader {
  let thread: Worker | null = null
  let idle: NodeJS.Timeout | undefined
  let last: Promise<unknown> = Promise.resolve()

  const end = (): void => {
    void thread?.terminate()
    thread = null
  }

  const readInThread = async (source: string | Uint8Array): Promise<GamebookReport> => {
    clearTimeout(idle)
    const worker = (thread ??= startThread())
    try {
      return fromPortableReport(await request(worker, { source, file: GAMEBOOK_FILE }, maxMs))
    } catch {
      end()
      return tooLarge()
    } finally {
      worker.unref()
      idle = setTimeout(end, IDLE_MS).unref()
    }
  }

  return (given) => {
    const source = decode(given)
    if (source.length <= MAX_LENGTH_HERE) return Promise.resolve(readGamebook(source, { file: GAMEBOOK_FILE }))
    const report = last.then(() => readInThread(source))
    last = report
    return report
  }
}

/** Node decodes much faster than the story package, which gets only invalid bytes and reports where they are. */
function decode(source: string | Uint8Array): string | Uint8Array {
  return typeof source === 'string' || !isUtf8(source) ? source : UTF_8.decode(source)
}

/** The story package removes the byte order mark. */
const UTF_8 = new TextDecoder('utf-8', { ignoreBOM: true })

function startThread(): Worker {
  const thread = new Worker(findWorker('readWorker', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: MAX_MEMORY_MB },
  })
  // Whoever waits for it hears of its end. Without a listener, the event would end the process.
  return thread.on('error', () => {})
}

function request(thread: Worker, message: object, maxMs: number): Promise<PortableReport> {
  const { promise, resolve, reject } = Promise.withResolvers<PortableReport>()
  const limit = setTimeout(() => reject(new Error('The gamebook takes too long to read.')), maxMs)
  const ended = (): void => reject(new Error('The thread that reads gamebooks has ended.'))
  thread.ref()
  thread.once('message', resolve).once('error', reject).once('exit', ended)
  thread.postMessage(message)
  return promise.finally(() => {
    clearTimeout(limit)
    thread.off('message', resolve).off('error', reject).off('exit', ended)
  })
}

function tooLarge(): GamebookReport {
  const message = 'The file takes too much time or memory to read.'
  const hint = 'Make it shorter, with fewer lists and mappings.'
  return { diagnostics: [fileDiagnostic('file-too-large', GAMEBOOK_FILE, message, hint)], gamebook: null }
}
