import { type DriftKind, isInLanguage } from '@llm-gamebook/story'

import { findDrift } from '../../engine/drift/findDrift.ts'
import { isMarked } from '../../messages/driftFinding.ts'
import { textOf } from '../../messages/part.ts'
import { type Arm, rulesOf } from '../arms/arms.ts'
import type { Spent } from '../play/meterRequests.ts'
import type { PlayedTurn } from '../play/playTurn.ts'
import type { PreparedTurn } from '../play/prepareTurns.ts'
import { countCalls, hasAppliedRefused } from './countCalls.ts'
import { countWords, hasBeginning, hasPhrase } from './words.ts'
import type { TurnResult } from './turnResult.ts'

/** The errors that are the model's own: it answered, and had nothing to say. */
const OWN_ERRORS: ReadonlySet<string> = new Set(['empty-answer', 'output-limit', 'content-filtered'])

/** Compares a played turn with its script. */
export function measureTurn(arm: Arm, prepared: PreparedTurn, played: PlayedTurn, spent: Spent): TurnResult {
  const { turn, reference } = prepared
  const { hasCalls } = rulesOf(arm)
  const { answer, request, before, times } = played
  const error = answer.status === 'stopped' ? 'stopped' : (answer.error?.code ?? null)
  const text = textOf(answer)
  const words = countWords(text)
  const drift = findDrift({ turn: request, before, answer })
    .filter((finding) => isMarked(finding) && finding.kind !== 'empty')
    .map(({ kind }) => kind)
  return {
    arm,
    book: prepared.book.id,
    turn: turn.id,
    error: error !== null && OWN_ERRORS.has(error) ? null : error,
    calls: hasCalls ? countCalls(turn, reference.answer, answer) : NO_CALLS,
    isQuiet: hasCalls && turn.calls.length === 0,
    refusalNarrated: turn.mentions === undefined ? null : isRefusalNarrated(prepared, played, drift),
    secretKept: turn.never === undefined || words === 0 ? null : isSecretKept(turn.never, text, drift),
    languageKept: turn.language === undefined ? null : isInLanguage(text, turn.language),
    words,
    askedWords: turn.length ?? null,
    drift,
    firstWordMs: times.firstWordMs === null ? null : round(times.firstWordMs),
    wordsPerSecond: times.writingMs < SHORTEST_MS ? null : round((words * 1000) / times.writingMs),
    ...spent,
  }
}

/** An answer that arrives at once has no speed. */
const SHORTEST_MS = 20

const NO_CALLS = { due: 0, made: 0, right: 0, mistaken: 0, extra: 0 }

const round = (value: number): number => Math.round(value * 10) / 10

/** What says that a refused act happened all the same. */
const HAPPENED: ReadonlySet<DriftKind> = new Set<DriftKind>([
  'moved-unconfirmed',
  'item-gained-unconfirmed',
  'item-lost-unconfirmed',
  'item-moved-unconfirmed',
  'refusal-ignored',
  'failure-told-as-success',
  'ending-told',
])

function isRefusalNarrated({ turn, reference }: PreparedTurn, { answer }: PlayedTurn, drift: readonly DriftKind[]) {
  const text = textOf(answer)
  const isReasonGiven = turn.mentions?.some((word) => hasBeginning(text, word)) === true
  return (
    isReasonGiven && !hasAppliedRefused(turn, reference.answer, answer) && !drift.some((kind) => HAPPENED.has(kind))
  )
}

function isSecretKept(never: readonly string[], text: string, drift: readonly DriftKind[]): boolean {
  return !never.some((phrase) => hasPhrase(text, phrase)) && !drift.includes('secret-revealed')
}
