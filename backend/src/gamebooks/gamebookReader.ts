import { isUtf8 } from 'node:buffer'
import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { fileDiagnostic, fromPortableReport, type GamebookReport, readGamebook } from '@llm-gamebook/story'
import { z } from 'zod'

import { findWorker } from '../findWorker.ts'
import type { ReadAnswer, ReadFailure, ReadRequest } from './readMessage.ts'

export const GAMEBOOK_FILE = 'llm-gamebook.yaml'

/** Reads the text or bytes of a gamebook. Never throws for its content. */
export type GamebookReader = (source: string | Uint8Array) => Promise<GamebookReport>

/** A shorter text takes a few milliseconds, which is less than it costs to send it to another process. */
const MAX_LENGTH_HERE = 4096
/** The limits of one file. The time is that of the processor, so a busy machine reads the same files. */
const LIMITS = { maxMs: 20_000, maxMemoryMb: 512 }
/** How long a request waits for a process that gets no processor, or that someone has stopped. */
const MAX_WAIT_MS = 600_000
/** A process without work ends after this time. */
const IDLE_MS = 2_000

/**
 * Reads long gamebooks in a process of their own, one after the other, so no other request waits for them. The memory
 * of a thread would stay with the server.
 */
export function createGamebookReader(limits = LIMITS, maxWaitMs = MAX_WAIT_MS): GamebookReader {
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
      const answer = await request(reader, { source, file: GAMEBOOK_FILE, ...limits }, maxWaitMs)
      return 'report' in answer ? fromPortableReport(answer.report) : notRead(answer.failure, limits)
    } catch {
      end()
      return notRead('ended', limits)
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
    serialization: 'advanced',
    // Node describes a lack of memory at length.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  // Whoever waits for it hears of its end. Without a listener, the event would end the server.
  return program.on('error', () => {})
}

/** The program is ours: what it sends is not checked again. */
const SentAnswer = z.custom<ReadAnswer>()

function request(program: ChildProcess, message: ReadRequest, maxWaitMs: number): Promise<ReadAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<ReadAnswer>()
  const limit = setTimeout(() => reject(new Error('The process that reads gamebooks does not answer.')), maxWaitMs)
  const ended = (): void => reject(new Error('The process that reads gamebooks has ended.'))
  const answered = (sent: unknown): void => resolve(SentAnswer.parse(sent))
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

function notRead(failure: ReadFailure, limits: typeof LIMITS): GamebookReport {
  const { message, hint } = describeReadFailure(failure, limits)
  return { diagnostics: [fileDiagnostic('file-too-large', GAMEBOOK_FILE, message, hint)], gamebook: null }
}

function describeReadFailure(failure: ReadFailure, { maxMs, maxMemoryMb }: typeof LIMITS) {
  const hint = 'Make it shorter, with fewer lists and mappings.'
  switch (failure) {
    case 'time':
      return { message: `The file takes too long to read: more than ${maxMs / 1000} seconds of processor time.`, hint }
    case 'memory':
      return { message: `The file needs too much memory to read: more than ${maxMemoryMb} MB.`, hint }
    case 'ended':
      return {
        message: 'The file was not read: the process that reads it ended or did not respond.',
        hint: 'Reload the gamebook.',
      }
  }
}
