import { toPathMessage, type PathMessage } from '../../messages/pathMessage.ts'
import { NO_REQUEST_LOG } from '../../models/transport/requestLog.ts'
import type { BenchmarkBook } from '../script/benchmarkBooks.ts'
import type { ScriptedTurn } from '../script/benchmarkScript.ts'
import { playTurn, type PlayedTurn, type TurnTools } from './playTurn.ts'
import { referenceNarrator } from './referenceNarrator.ts'
import { createScriptedModel, type ScriptedStep } from './scriptedModel.ts'

/** A turn of a script, ready to be played by any model. */
export interface PreparedTurn {
  readonly book: BenchmarkBook
  readonly turn: ScriptedTurn
  /** The turns before, as the script has them. */
  readonly path: readonly PathMessage[]
  /** The turn as the script has it. */
  readonly reference: PlayedTurn
}

/** The requests of a turn that goes as its script has it: the calls one after another, then the answer. */
export function stepsOf({ calls, answer }: ScriptedTurn): readonly ScriptedStep[] {
  return [...calls.map((call) => ({ calls: [call], text: '' })), { calls: [], text: answer }]
}

/**
 * Plays a script by itself, with the real engine: each turn of it can then be measured alone, from the state and the
 * history that the turns before have in the script.
 */
export async function prepareTurns(
  book: BenchmarkBook,
  { clock, signal }: Pick<TurnTools, 'clock' | 'signal'>,
): Promise<readonly PreparedTurn[]> {
  const { gamebook, version, script } = book
  const play = (path: readonly PathMessage[], steps: readonly ScriptedStep[], turn: ScriptedTurn | null) =>
    playTurn(
      {
        gamebook,
        version,
        narrator: referenceNarrator(createScriptedModel(steps)),
        path,
        text: turn?.says ?? null,
        language: turn?.language,
        length: turn?.length,
        seed: script.seed,
        asWritten: false,
      },
      { clock, signal, requests: NO_REQUEST_LOG },
    )
  const opening = await play([], [{ calls: [], text: script.opening }], null)
  let path: readonly PathMessage[] = [toPathMessage(opening.answer)]
  const prepared: PreparedTurn[] = []
  for (const turn of script.turns) {
    const reference = await play(path, stepsOf(turn), turn)
    prepared.push({ book, turn, path, reference })
    path = [
      ...path,
      ...[reference.message, reference.answer].flatMap((one) => (one === null ? [] : [toPathMessage(one)])),
    ]
  }
  return prepared
}
