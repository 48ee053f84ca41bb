import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

import { openDatabase } from '../../src/db/database.ts'
import { migrate } from '../../src/db/migrate.ts'
import { makeFolder } from '../support/gamebookFolder.ts'
import { folders, run } from '../support/runCommand.ts'
import { keyCipher } from '../support/keyCipher.ts'

/** A data folder in which these models and the built-in narrator are saved. */
async function dataFolderWith(names: readonly string[]): Promise<string> {
  const folder = await makeFolder()
  const db = await openDatabase({ kind: 'sqlite', file: join(folder, 'llm-gamebook.sqlite') })
  await migrate(db, { keyCipher })
  const builtIn = await db.selectFrom('modelConfig').selectAll().executeTakeFirstOrThrow()
  for (const [position, name] of names.entries()) {
    const row = { ...builtIn, id: randomUUID(), name, provider: 'openai', modelName: 'gpt', position: position + 1 }
    await db.insertInto('modelConfig').values(row).execute()
  }
  await db.destroy()
  return folder
}

describe('play', () => {
  it('plays a story, shows its state, undoes, saves and continues', async () => {
    const folder = await folders()
    const first = await run(folder, 'play test/tower --seed 3', {
      lines: ['/help', 'go to the roof', '/undo', '/state', '/save story.json', '/save', '/fly', '/quit'],
    })
    expect(first.status).toBe(0)
    expect(first.written).toContain('The Tower')
    expect(first.written).toContain('Cobbles.')
    expect(first.written).not.toMatch(/^ {2}\* *$/m)
    expect(first.written).toContain('Wind.')
    expect(first.written).toContain('The story is over: /undo undoes your last turn')
    expect(first.written).toContain('Undone.')
    expect(first.written).toContain('"seed": 3')
    expect(first.written).toContain('Unknown command "/fly".')
    expect(JSON.parse(await readFile(join(folder, 'story.json'), 'utf8'))).toMatchObject({ kind: 'llm-gamebook-story' })
    const second = await run(folder, 'play test/tower --resume story.json', { lines: ['go to the roof'] })
    expect(second.written).toContain('Cobbles.')
    expect(second.written).toContain('Wind.')
  })

  it('explains that no model is set up before the first start of the app', async () => {
    const environment = { LLM_GAMEBOOK_DATA_DIR: await makeFolder() }
    const { status, written } = await run(await folders(), 'play test/tower --model nope', { environment })
    expect(status).toBe(2)
    expect(written).toContain('No models are set up: the app has not been started yet.')
    expect(written).toContain('Start the app with "npm start" and create a model, or omit --model')
  })

  it('explains that no model is set up beside the built-in narrator', async () => {
    const environment = { LLM_GAMEBOOK_DATA_DIR: await dataFolderWith([]) }
    const { status, written } = await run(await folders(), 'play test/tower --model nope', { environment })
    expect(status).toBe(2)
    expect(written).toContain('No models are set up, so there is no model called "nope".')
  })

  it('lists the models for an unknown name', async () => {
    const environment = { LLM_GAMEBOOK_DATA_DIR: await dataFolderWith(['Mine', 'Yours']) }
    const { status, written } = await run(await folders(), 'play test/tower --model nope', { environment })
    expect(status).toBe(2)
    expect(written).toContain('There is no model called "nope".')
    expect(written).toMatch(/Saved models: .*"Mine", "Yours"/)
  })

  it('explains an unusable setting', async () => {
    const environment = { LLM_GAMEBOOK_PORT: 'many' }
    const { status, written } = await run(await folders(), 'play test/tower --model nope', { environment })
    expect(status).toBe(2)
    expect(written).toContain('LLM_GAMEBOOK_PORT')
  })
})
