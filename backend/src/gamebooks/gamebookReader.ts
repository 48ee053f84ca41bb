import { isUtf8 } from 'node:buffer'
import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import {
  fileDiagnostic,
  fromPortableReport,
  type GamebookReport,
  readGamebook,
  type PortableReport,
} from '@llm-gamebook/story'
import { z } from 'zod'

import { findWorker } from '../findWorker.ts'

export const GAMEBOOK_FILE = 'llm-gamebook.yaml'

/** Reads the text or bytes of a gamebook. Never throws for its content. */
export type GamebookReader = (source: string | Uint8Array) => Promise<GamebookReport>

/** A shorter text takes a few milliseconds, which is less than it costs to send it to another process. */
const MAX_LENGTH_HERE = 4096
const MAX_MS = 20_000
const MAX_MEMORY_MB = 512
/** A process without work ends after this time. */
const IDLE_MS = 2_000

/**
 * Reads long gamebooks in a process of their own, one after the other, so no other request waits for them. The memory
 * of a thread would stay with the server.
 */
export function createGamebookReader(maxMs = MAX_MS): GamebookReader {
  let program: ChildProcess | null = null
  let idle: NodeJS.Timeout | undefined
  let last: Promise<unknown> = Promise.resolve()

  const end = (): void => {
    program?.kill('SIGKILL')
    program = null
  }

  const start = (): ChildProcess => {
    const started = startProgram()
    return started.once('exit', () => {
      if (program === started) program = null
    })
  }

  const readInProgram = async (source: string | Uint8Array): Promise<GamebookReport> => {
    clearTimeout(idle)
    const reader = (program ??= start())
    try {
      return fromPortableReport(await request(reader, { source, file: GAMEBOOK_FILE }, maxMs))
    } catch {
      end()
      return tooLarge()
    } finally {
      reader.unref()
      reader.channel?.unref()
      idle = setTimeout(end, IDLE_MS).unref()
    }
  }

  return (given) => {
    const source = decode(given)
    if (source.length <= MAX_LENGTH_HERE) return Promise.resolve(readGamebook(source, { file: GAMEBOOK_FILE }))
    const report = last.then(() => readInProgram(source))
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

function startProgram(): ChildProcess {
  const program = fork(fileURLToPath(findWorker('readProgram', import.meta.url)), {
    execArgv: [`--max-old-space-size=${MAX_MEMORY_MB}`],
    serialization: 'advanced',
    // Node describes a lack of memory at length.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  // Whoever waits for it hears of its end. Without a listener, the event would end the server.
  return program.on('error', () => {})
}

/** The program is ours: what it sends is not checked again. */
const SentReport = z.custom<PortableReport>()

function request(program: ChildProcess, message: object, maxMs: number): Promise<PortableReport> {
  const { promise, resolve, reject } = Promise.withResolvers<PortableReport>()
  const limit = setTimeout(() => reject(new Error('The gamebook takes too long to read.')), maxMs)
  const ended = (): void => reject(new Error('The process that reads gamebooks has ended.'))
  const answered = (sent: unknown): void => resolve(SentReport.parse(sent))
  program.ref()
  program.channel?.ref()
  program.once('message', answered).once('error', reject).once('exit', ended)
  program.send(message, (error) => {
    if (error !== null) reject(error)
  })
  return promise.finally(() => {
    clearTimeout(limit)
    program.off('message', answered).off('error', reject).off('exit', ended)
  })
}

function tooLarge(): GamebookReport {
  const message = 'The file takes too much time or memory to read.'
  const hint = 'Make it shorter, with fewer lists and mappings.'
  return { diagnostics: [fileDiagnostic('file-too-large', GAMEBOOK_FILE, message, hint)], gamebook: null }
}
