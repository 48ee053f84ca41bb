import { BEYOND_CODE, certaintyOf, driftKinds, type Certainty, type DriftKind } from '../driftKind.ts'

/** What people named in an answer, and what the check found. */
export interface JudgedAnswer {
  readonly labels: readonly DriftKind[]
  readonly found: readonly DriftKind[]
}

/** Counts of pairs of an answer and a kind. */
export interface Score {
  readonly labeled: number
  readonly found: number
  /** Both labeled and found. */
  readonly right: number
  /** Of what was found, the share that is labeled; null if nothing was found. */
  readonly precision: number | null
  /** Of what is labeled, the share that was found; null if nothing is labeled. */
  readonly recall: number | null
}

export interface KindScore extends Score {
  readonly certainty: Certainty
  /** Whether code can find this kind at all. */
  readonly isSought: boolean
}

export interface DriftScore {
  readonly answers: number
  readonly clean: {
    readonly answers: number
    /** Answers without drift in which something exact or sure was found. */
    readonly falseAlarms: number
    /** Null without such answers. */
    readonly share: number | null
  }
  readonly certainties: Readonly<Record<Certainty, Score>>
  /** Of the kinds that occur. */
  readonly kinds: Readonly<Record<string, KindScore>>
}

export function scoreAnswers(answers: readonly JudgedAnswer[]): DriftScore {
  const clean = answers.filter(({ labels }) => labels.length === 0)
  const falseAlarms = clean.filter(({ found }) => found.some((kind) => certaintyOf(kind) !== 'fair')).length
  const kinds = driftKinds.map((kind): [DriftKind, KindScore] => [
    kind,
    { certainty: certaintyOf(kind), isSought: !BEYOND_CODE.has(kind), ...scoreOf(answers, [kind]) },
  ])
  const certainty = (wanted: Certainty): Score =>
    scoreOf(
      answers,
      driftKinds.filter((kind) => certaintyOf(kind) === wanted),
    )
  return {
    answers: answers.length,
    clean: { answers: clean.length, falseAlarms, share: shareOf(falseAlarms, clean.length) },
    certainties: { exact: certainty('exact'), sure: certainty('sure'), fair: certainty('fair') },
    kinds: Object.fromEntries(kinds.filter(([, { labeled, found }]) => labeled + found > 0)),
  }
}

function scoreOf(answers: readonly JudgedAnswer[], kinds: readonly DriftKind[]): Score {
  const count = (test: (answer: JudgedAnswer, kind: DriftKind) => boolean): number =>
    answers.reduce((sum, answer) => sum + kinds.filter((kind) => test(answer, kind)).length, 0)
  const labeled = count(({ labels }, kind) => labels.includes(kind))
  const found = count((answer, kind) => answer.found.includes(kind))
  const right = count((answer, kind) => answer.labels.includes(kind) && answer.found.includes(kind))
  return { labeled, found, right, precision: shareOf(right, found), recall: shareOf(right, labeled) }
}

/** With four digits after the point. */
function shareOf(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part / whole) * 10_000) / 10_000
}
