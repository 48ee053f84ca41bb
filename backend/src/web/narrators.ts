import type { Clock } from '../clock.ts'
import type { Database } from '../db/database.ts'
import { findModelConfig, findUsableModelConfig } from '../db/models/modelConfigQueries.ts'
import { findModelPrices } from '../db/models/modelPrices.ts'
import { createRejectedParameters } from '../db/models/refusedParameter.ts'
import { createReportedWindows } from '../db/models/reportedWindow.ts'
import { cacheReads } from '../db/writes/cacheReads.ts'
import { createNarrator, type NarratorSources } from '../models/createNarrator.ts'
import type { ModelConfig } from '../models/modelConfig.ts'
import type { Narrator } from '../models/narrator.ts'
import { ModelConfigNotFoundError, NoModelError } from '../models/modelErrors.ts'

export interface ModelSources extends Omit<
  NarratorSources,
  'rejectedParameters' | 'reportedWindows' | 'findOwnPrices'
> {
  readonly db: Database
  readonly clock: Pick<Clock, 'now'>
}

export interface ModelChoice {
  /** The choice of the session; if it was deleted, the first config is the fallback. */
  readonly chosenId: string | null
  /** The choice for this turn only, without a fallback. */
  readonly requestedId?: string | undefined
}

/** The narrator of a session's next turn. Throws `ModelConfigNotFoundError`, `NoModelError`, `UnreadableKeyError`. */
export type FindNarrator = (choice: ModelChoice) => Promise<Narrator>

/** Narrators are cached until a config, or what is known about the parameters of its model, changes. */
export function createNarrators(sources: ModelSources): FindNarrator {
  const { db, clock } = sources
  const rejectedParameters = createRejectedParameters(db, clock)
  const reportedWindows = createReportedWindows(db)
  const findOwnPrices = (id: string) => findModelPrices(db, id)
  const narrators = cacheReads<Narrator>(db, { tables: ['model_config', 'refused_parameter', 'model_price'] })
  return (choice) =>
    narrators.get(JSON.stringify([choice.chosenId, choice.requestedId]), async () =>
      createNarrator({ ...sources, rejectedParameters, reportedWindows, findOwnPrices }, await getConfig(db, choice)),
    )
}

async function getConfig(db: Database, { chosenId, requestedId }: ModelChoice): Promise<ModelConfig> {
  if (requestedId !== undefined) {
    const requested = await findModelConfig(db, requestedId)
    if (requested === undefined) throw new ModelConfigNotFoundError()
    return requested
  }
  const usable = await findUsableModelConfig(db, chosenId)
  if (usable === undefined) throw new NoModelError()
  return usable
}
