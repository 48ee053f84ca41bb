import { describe, expect, it, onTestFinished } from 'vitest'

import { createReportedWindows } from '../../src/db/models/reportedWindow.ts'
import type { Database } from '../../src/db/database.ts'
import { systemClock } from '../../src/clock.ts'
import { createEnvironmentKeys } from '../../src/models/keys/environmentKeys.ts'
import { resolveAddress } from '../../src/models/address/resolveAddress.ts'
import { createModelFromDbConfig } from '../../src/models/createModel.ts'
import { createModelLists } from '../../src/models/list/modelLists.ts'
import { createNarrators } from '../../src/web/narrators.ts'
import { keyCipher } from '../support/keyCipher.ts'
import { answerJson, openProvider } from '../support/provider.ts'
import { DATABASES, openTestDatabase } from '../support/testDb.ts'

const ID = systemClock.newId()

/** The app as after a start: what it only kept in memory is gone. */
function start(db: Database, url: string) {
  const modelLists = createModelLists(systemClock)
  const findNarrator = createNarrators({
    db,
    clock: systemClock,
    keyCipher,
    environmentKeys: createEnvironmentKeys({}),
    createModel: createModelFromDbConfig,
    modelLists,
  })
  const address = resolveAddress({ provider: 'openai-compatible', typed: url })
  if ('refusal' in address) throw new Error('The address is refused.')
  const access = { provider: 'openai-compatible', apiKey: null, extraHeaders: null, extraBody: null } as const
  return {
    fetchList: () => modelLists.get({ ...access, listUrl: address.listUrl }, { refresh: true }),
    readWindow: async () => (await findNarrator({ chosenId: ID })).contextWindow,
  }
}

async function addConfig(db: Database, baseUrl: string): Promise<void> {
  const [first] = await db.selectFrom('modelConfig').selectAll().execute()
  if (first === undefined) throw new Error('There is no model.')
  const changed = { id: ID, name: 'Quill', provider: 'openai-compatible', modelName: 'quill', baseUrl }
  await db
    .insertInto('modelConfig')
    .values({ ...first, ...changed })
    .execute()
}

describe.each(DATABASES)('a context window that a provider reported, in %s', (kind) => {
  it('counts after a restart as before, until another is reported', async () => {
    const db = await openTestDatabase(kind)
    onTestFinished(() => db.destroy())
    let size = 40_960
    const { url, seen } = await openProvider((response) =>
      answerJson(response, 200, { data: [{ id: 'quill', context_length: size }] }),
    )
    await addConfig(db, url)
    const before = start(db, url)
    expect(await before.readWindow()).toEqual({ tokens: 8192, source: 'default' })
    await before.fetchList()
    expect(await before.readWindow()).toEqual({ tokens: 40_960, source: 'provider' })
    await expect.poll(() => db.selectFrom('reportedWindow').select('tokens').execute()).toEqual([{ tokens: 40_960 }])

    const after = start(db, url)
    expect(await after.readWindow()).toEqual({ tokens: 40_960, source: 'provider' })
    expect(seen).toHaveLength(1)
    size = 65_536
    await after.fetchList()
    expect(await after.readWindow()).toEqual({ tokens: 65_536, source: 'provider' })
    await expect.poll(() => start(db, url).readWindow()).toEqual({ tokens: 65_536, source: 'provider' })
  })

  it('counts only for its model at its host', async () => {
    const db = await openTestDatabase(kind)
    onTestFinished(() => db.destroy())
    const windows = createReportedWindows(db)
    const model = { provider: 'openrouter', host: 'openrouter.ai', modelName: 'quill/1' }
    await windows.save(model, 2 ** 31 - 1)
    expect(await windows.find(model)).toBe(2 ** 31 - 1)
    for (const change of [{ provider: 'openai' }, { host: 'example.org' }, { modelName: 'quill/2' }])
      expect(await windows.find({ ...model, ...change })).toBeNull()
  })
})
