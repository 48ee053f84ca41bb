import { expect, it } from 'vitest'

import { migrate } from '../../src/db/migrate.ts'
import { migrations } from '../../src/db/migrations/index.ts'
import { toStepDatabase } from '../../src/db/migrations/step.ts'
import { findSession, updateSessionRow } from '../../src/db/models/session.ts'
import { listSessionRows } from '../../src/db/models/sessionList.ts'
import { runNextStep } from '../../src/db/runStep.ts'
import { keyCipher } from '../support/keyCipher.ts'
import { addSession, makeMessage } from '../support/messages.ts'
import { insertMessages } from '../../src/db/models/messageQueries.ts'
import { DATABASES, openEmptyDatabase } from '../support/testDb.ts'

it.each(DATABASES)('sessions of the version before are not deleted: %s', async (kind) => {
  const db = await openEmptyDatabase(kind)
  try {
    const before = [...migrations.keys()].indexOf('0018-deleted-sessions')
    for (let step = 0; step < before; step += 1) await runNextStep(toStepDatabase(db), { keyCipher })
    const session = await addSession(db)
    const opening = makeMessage(session, null)
    await insertMessages(db, [opening])
    await updateSessionRow(db, session.id, { headId: opening.id })
    await migrate(db, { keyCipher })
    expect(await findSession(db, session.id)).toEqual({ ...session, headId: opening.id })
    expect(await listSessionRows(db, { limit: 5 })).toMatchObject([{ id: session.id, messageCount: 1 }])
    expect(await listSessionRows(db, { limit: 5, isDeleted: true })).toEqual([])
  } finally {
    await db.destroy()
  }
})
