import type { Narrator } from '../../models/narrator.ts'
import { type Arm, rulesOf } from '../arms/arms.ts'
import { meterRequests } from '../play/meterRequests.ts'
import { type PlayedTurn, playTurn, type TurnTools } from '../play/playTurn.ts'
import type { PreparedTurn } from '../play/prepareTurns.ts'
import { measureTurn } from '../score/measureTurn.ts'
import type { TurnResult } from '../score/turnResult.ts'

/** Plays one turn with a model and compares it with its script. */
export async function measureJob(
  arm: Arm,
  prepared: PreparedTurn,
  narrator: Narrator,
  tools: TurnTools,
): Promise<{ readonly result: TurnResult; readonly played: PlayedTurn }> {
  const { book, turn, path } = prepared
  const rules = rulesOf(arm)
  const meter = meterRequests(tools.requests)
  const played = await playTurn(
    {
      gamebook: rules.toGamebook(book.gamebook),
      version: book.version,
      narrator,
      path: rules.toPath(path),
      text: turn.says,
      language: turn.language,
      length: turn.length,
      seed: book.script.seed,
      asWritten: rules.asWritten,
    },
    { ...tools, requests: meter.log },
  )
  return { result: measureTurn(arm, prepared, played, meter.read()), played }
}
