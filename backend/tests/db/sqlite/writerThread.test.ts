import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { describe, expect, it, onTestFinished, vi } from 'vitest'

import type { Batch } from '../../../src/db/sqlite/command.ts'
import { createWriteQueue, type WriteQueue } from '../../../src/db/sqlite/writeQueue.ts'
import { createWriterThread } from '../../../src/db/sqlite/writerThread.ts'
import { errorCodes } from '../../../src/errorCodes.ts'
import { makeFolder } from '../../support/gamebookFolder.ts'

const DISTURBED = new URL('../../support/writer/disturbedWriter.ts', import.meta.url)

/** A queue with a real thread, which ends in the place of this commit, or stalls while a file exists. */
async function open({ endAt = 0, maxWaitMs = 60_000 } = {}) {
  const folder = await makeFolder()
  const file = join(folder, 'test.sqlite')
  const stalling = join(folder, 'stalls')
  const reader = new Sqlite(file)
  reader.exec('pragma journal_mode = WAL; create table word (text text)')
  vi.stubEnv('END_WRITER_AT', String(endAt))
  vi.stubEnv('STALL_COMMITS', stalling)
  const ends: unknown[] = []
  const writer = createWriterThread({ file, onEnd: (error) => ends.push(error), program: DISTURBED })
  const queue = createWriteQueue({ writer, maxLockWaitMs: 0, maxWaitMs })
  onTestFinished(async () => {
    vi.unstubAllEnvs()
    await rm(stalling, { force: true })
    await queue.close()
    reader.close()
  })
  return {
    queue,
    ends,
    words: () => reader.prepare('select text from word order by rowid').pluck().all(),
    async stall() {
      await writeFile(stalling, '')
      return () => rm(stalling)
    },
  }
}

const word = (text: string): Batch => [{ sql: 'insert into word values (?)', parameters: [text] }]

const store = (queue: WriteQueue, texts: readonly string[]): Promise<readonly unknown[]> =>
  Promise.all(
    texts.map((text) =>
      queue.store(word(text)).then(
        () => 'stored',
        (error: unknown) => errorCodes(error)[0],
      ),
    ),
  )

describe('a thread that writes', () => {
  it('sends bytes as they are read from a file', async () => {
    const { queue } = await open()
    const transaction = await queue.begin()
    const bytes = Buffer.from([0x28, 0xb5])
    await transaction.run([{ sql: 'insert into word values (?)', parameters: [bytes] }])
    const { rows } = await transaction.run([{ sql: 'select text, 1 as number from word', parameters: [] }])
    await transaction.rollBack()
    expect(rows).toStrictEqual([{ text: bytes, number: 1 }])
  })
})

describe('a thread that writes and ends by itself', () => {
  it('leaves what it has acknowledged, fails what was under way, and has a successor', async () => {
    const { queue, ends, words } = await open({ endAt: 2 })
    expect(await store(queue, ['a', 'b', 'c'])).toEqual(['stored', 'WRITE_UNCONFIRMED', 'WRITE_UNCONFIRMED'])
    expect(words()).toEqual(['a'])
    expect(await store(queue, ['d'])).toEqual(['stored'])
    expect(words()).toEqual(['a', 'd'])
    expect(ends).toHaveLength(1)
  })

  it('takes its transaction with it, of which nothing is stored', async () => {
    const { queue, words } = await open({ endAt: 1 })
    const transaction = await queue.begin()
    await transaction.run(word('a'))
    await expect(transaction.commit()).rejects.toMatchObject({ code: 'WRITE_UNCONFIRMED' })
    await expect(transaction.run(word('b'))).rejects.toThrow('The transaction has ended.')
    await transaction.rollBack()
    expect(words()).toEqual([])
  })

  it('is not started again after the fifth time within a minute', async () => {
    const { queue, ends } = await open({ endAt: 1 })
    for (let time = 0; time < 5; time += 1) expect(await store(queue, ['a'])).toEqual(['WRITE_UNCONFIRMED'])
    expect(await store(queue, ['a', 'b'])).toEqual(['WRITER_ENDED', 'WRITER_ENDED'])
    expect(ends).toHaveLength(5)
  })
})

describe('a disk that stalls', () => {
  it('delays what is written, and acknowledges it afterwards', async () => {
    const { queue, words, stall } = await open()
    const goOn = await stall()
    const stored = store(queue, ['a', 'b', 'c'])
    expect(words()).toEqual([])
    await goOn()
    expect(await stored).toEqual(['stored', 'stored', 'stored'])
    expect(words()).toEqual(['a', 'b', 'c'])
  })

  it('fails, after a time, what is under way as unconfirmed and what waits as not written', async () => {
    const { queue, words, stall } = await open({ maxWaitMs: 20 })
    const goOn = await stall()
    expect(await store(queue, ['a', 'b'])).toEqual(['WRITE_UNCONFIRMED', 'WRITE_QUEUE'])
    await goOn()
    await vi.waitUntil(() => words().length > 0)
    await queue.close()
    expect(words()).toEqual(['a'])
  })
})

describe('the queue of writes', () => {
  it('refuses at once what is too much, and stores the rest in order', async () => {
    const { queue, words, stall } = await open()
    const goOn = await stall()
    const texts = Array.from({ length: 2000 }, (_, index) => String(index))
    const stored = store(queue, texts)
    expect(await store(queue, ['too many'])).toEqual(['WRITE_QUEUE'])
    await goOn()
    expect(new Set(await stored)).toEqual(new Set(['stored']))
    expect(words()).toEqual(texts)
  })

  it('refuses what is too long beside what waits, and takes anything when it is empty', async () => {
    const { queue, words, stall } = await open()
    const goOn = await stall()
    const long = 'x'.repeat(17_000_000)
    const stored = store(queue, [long])
    expect(await store(queue, ['too long'])).toEqual(['WRITE_QUEUE'])
    await goOn()
    expect(await stored).toEqual(['stored'])
    expect(words()).toEqual([long])
  })

  it('answers all statements that a transaction has sent at once', async () => {
    const { queue, words } = await open()
    const transaction = await queue.begin()
    await Promise.all(['a', 'b', 'c'].map((text) => transaction.run(word(text))))
    await transaction.commit()
    expect(words()).toEqual(['a', 'b', 'c'])
  })
})
