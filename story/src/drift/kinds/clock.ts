import { indexOf } from '../../gamebook/gamebookIndex.ts'
import { minutesOf, timeOfDayAt } from '../../traits/clock/time.ts'
import { isVisible } from '../../traits/visibility.ts'
import type { Entity } from '../../gamebook/gamebook.ts'
import type { Spotted } from '../driftFinding.ts'
import { readNumber } from '../sentences/numbers.ts'
import { listTimes, type ClaimedTime } from '../sentences/times.ts'
import type { Scene } from '../world/scene.ts'
import { spanOf, type Detector } from './detector.ts'

const DAY = 24 * 60

/** It is another time than the story's clock shows. */
export const clockContradicted: Detector = (scene) => {
  const clocks = shownClocks(scene)
  if (clocks.length === 0) return []
  const fact = `It is ${clocks.map(({ time }) => time).join(' and ')}.`
  return [
    ...scene.prose.sentences.flatMap((sentence) =>
      listTimes(sentence)
        .filter((time) => !clocks.some((clock) => isAt(clock, time)))
        .map((time) => spanOf(sentence.tokens.slice(time.from, time.to), fact)),
    ),
    ...elapsedTimes(scene, clocks, fact),
  ]
}

/** A time is said that nothing in the story says. */
export const clockInvented: Detector = (scene) => {
  if (shownClocks(scene).length > 0) return []
  return scene.prose.sentences.flatMap((sentence) =>
    listTimes(sentence)
      .filter(
        ({ from, to }) =>
          !isKnownTime(
            scene,
            sentence.tokens.slice(from, to).map(({ text }) => text),
          ),
      )
      .map(({ from, to }) => spanOf(sentence.tokens.slice(from, to), 'The story does not say what time it is.')),
  )
}

/** Every word of the time is in what was sent. */
function isKnownTime({ known }: Scene, words: readonly string[]): boolean {
  const hours = words.filter((word) => !/^(?:it|is|it's|now|already|the|past|to|a|in|of)$/.test(word))
  return known.folded.includes(` ${hours.join(' ')} `)
}

interface ShownClock {
  readonly time: string
  /** Minutes after midnight before and after the turn. */
  readonly from: number
  readonly to: number
}

function shownClocks({ before, after }: Scene): readonly ShownClock[] {
  return indexOf(after.gamebook).clocks.flatMap((entity: Entity) => {
    const { id, clock } = entity
    if (clock === undefined || !isVisible(after, entity)) return []
    const minutes = minutesOf(after, id, clock)
    return [
      {
        time: timeOfDayAt(clock, minutes),
        from: clock.start + minutesOf(before, id, clock),
        to: clock.start + minutes,
      },
    ]
  })
}

function isAt({ from, to }: ShownClock, { minutes, isWholeDay, slack }: ClaimedTime): boolean {
  const cycle = isWholeDay ? DAY : DAY / 2
  const first = Math.min(from, to) - slack
  return mod(minutes - first, cycle) <= Math.abs(to - from) + 2 * slack
}

const mod = (value: number, cycle: number): number => ((value % cycle) + cycle) % cycle

/** `two hours pass` */
function elapsedTimes(scene: Scene, clocks: readonly ShownClock[], fact: string): readonly Spotted[] {
  const longest = Math.max(...clocks.map(({ from, to }) => to - from))
  return scene.prose.sentences.flatMap((sentence) => {
    if (sentence.isQuestion || sentence.isImagined) return []
    const words = sentence.tokens.map(({ text }) => text)
    return words.flatMap((word, at) => {
      const unit = UNITS.get(word)
      if (unit === undefined || !PASS.test(words.slice(at + 1, at + 4).join(' '))) return []
      const count = words[at - 1] === 'an' || words[at - 1] === 'a' ? 1 : amountBefore(words, at)
      if (count === null || count * unit <= 1.5 * longest + 5) return []
      return [spanOf(sentence.tokens.slice(Math.max(0, at - 2), at + 3), fact)]
    })
  })
}

const UNITS: ReadonlyMap<string, number> = new Map([
  ['minutes', 1],
  ['hour', 60],
  ['hours', 60],
  ['day', DAY],
  ['days', DAY],
  ['week', 7 * DAY],
  ['weeks', 7 * DAY],
])
const PASS = /^(?:later ?(?:,|you)|pass\b|passes\b|have passed|has passed|go by|goes by|slip by|slips by|have gone by)/

function amountBefore(words: readonly string[], at: number): number | null {
  const number = readNumber(words.slice(at - 1, at))
  if (number !== null) return number.value
  return words[at - 1] === 'several' ? 3 : words[at - 1] === 'few' ? 2 : null
}
