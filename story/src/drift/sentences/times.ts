import type { Sentence } from './prose.ts'
import { readNumber } from './numbers.ts'

/** A time of day that the text says it is. */
export interface ClaimedTime {
  /** The tokens of the sentence from `from` up to `to`. */
  readonly from: number
  readonly to: number
  /** Minutes after midnight, of the first half of the day unless `isWholeDay`. */
  readonly minutes: number
  readonly isWholeDay: boolean
  /** How many minutes it may differ from the clock. */
  readonly slack: number
}

const HALF_DAY = 12 * 60

/** What time a sentence says it is now. */
export function listTimes({ tokens, isQuestion, isImagined }: Sentence): readonly ClaimedTime[] {
  if (isQuestion || isImagined) return []
  const words = tokens.map(({ text }) => text)
  return words.flatMap((_, at) => {
    const start = beginningOf(words, at)
    if (start === null) return []
    const time = readTime(words.slice(start, start + 9))
    if (time === null || words.slice(0, at).some((word) => UNREAL.has(word))) return []
    const { minutes, length, isClear } = time
    const isBare = start === 0 && halfOfDay(words.slice(length), minutes) === null
    if (!isClear && (isBare || !isLastOfClause(words, start + length))) return []
    if (start === 0 && at === 0 && !isLastOfClause(words, length)) return []
    const half = halfOfDay(words.slice(start + length, start + length + 4), minutes)
    return [
      {
        from: at,
        to: start + length,
        minutes:
          half === null
            ? time.isWholeDay
              ? minutes
              : minutes % HALF_DAY
            : (minutes % HALF_DAY) + (half === 'late' ? HALF_DAY : 0),
        isWholeDay: half !== null || time.isWholeDay,
        slack: words.slice(at, start).some((word) => ABOUT.has(word)) ? 15 : 4,
      },
    ]
  })
}

const UNREAL: ReadonlySet<string> = new Set(
  'if until before would could feels like since had will wish think'.split(' '),
)
const ABOUT: ReadonlySet<string> = new Set(
  'about nearly almost around roughly barely gone past after just close well towards quite some perhaps'.split(' '),
)
const FILLING: ReadonlySet<string> = new Set([
  'now',
  'already',
  'exactly',
  'only',
  'still',
  'then',
  'the',
  'hands',
  'stand',
  'at',
  'past',
  ...ABOUT,
  'it',
  'is',
  'for',
  'be',
])

/** Where the time begins after `it is`, `the clock strikes` and the like; null if they are not here. */
function beginningOf(words: readonly string[], at: number): number | null {
  const isIt = words[at] === 'it' && /^(?:is|was|has|strikes|struck)$/.test(words[at + 1] ?? '')
  const isClock = CLOCKS.has(words[at] ?? '')
  if (words[at] === 'it' && words[at + 1] === 'must' && words[at + 2] === 'be')
    return skipFilling(words, at + 3, at + 8)
  if (words[at] === "it's" || isIt) return skipFilling(words, words[at] === "it's" ? at + 1 : at + 2, at + 7)
  if (isClock) {
    const verb = words.slice(at + 1, at + 14).findIndex((word) => STRIKES.has(word))
    return verb === -1 ? null : skipFilling(words, skipCounting(words, at + 2 + verb), at + 20)
  }
  return at === 0 && (words.length <= 12 || words.slice(0, 10).some((word) => CLOCKS.has(word))) ? 0 : null
}

/** `strikes, and you count: eleven` */
function skipCounting(words: readonly string[], from: number): number {
  const count = words.slice(from, from + 5).findIndex((word) => word === 'count')
  return count === -1 ? from : from + count + (words[from + count + 1] === ':' ? 2 : 1)
}

function skipFilling(words: readonly string[], from: number, limit: number): number {
  let start = from
  while (start < limit && FILLING.has(words[start] ?? '')) start += 1
  return start
}

const CLOCKS: ReadonlySet<string> = new Set([
  'clock',
  'bell',
  'watch',
  'hands',
  'bells',
  'clocks',
  'tower',
  'display',
  "clock's",
])
const STRIKES: ReadonlySet<string> = new Set(
  'strikes shows reads says strike show tolls chimes chime rings marks struck said showed'.split(' '),
)

interface ReadTime {
  readonly minutes: number
  readonly length: number
  readonly isWholeDay: boolean
  /** Whether it can be nothing but a time. */
  readonly isClear: boolean
}

function readTime(words: readonly string[]): ReadTime | null {
  const [first = '', second = '', third = ''] = words
  if (first === 'midnight') return { minutes: 0, length: 1, isWholeDay: true, isClear: true }
  if (first === 'noon' || first === 'midday') return { minutes: HALF_DAY, length: 1, isWholeDay: true, isClear: true }
  if (/^\d{1,2}$/.test(first) && (second === ':' || second === '.') && /^\d\d$/.test(third))
    return readDigits(Number(first), Number(third), words)
  if (first === 'half' && second === 'past') return readHour(words.slice(2), 30, 2)
  if (first === 'a' && second === 'quarter') return readSide(words.slice(2), 15, 2)
  if (first === 'quarter') return readSide(words.slice(1), 15, 1)
  const number = readNumber(words)
  if (number === null || number.value > 59) return null
  const rest = words.slice(number.length)
  const skip = rest[0] === 'minutes' || rest[0] === 'minute' ? 1 : 0
  const side = readSide(rest.slice(skip), number.value, number.length + skip)
  if (side !== null) return side
  if (number.value > 12 || number.value === 0) return null
  const isClock = rest[0] === "o'clock"
  const minutes = isClock ? null : readNumber(rest)
  const isMinutes = minutes !== null && minutes.value >= 5 && minutes.value < 60
  return {
    minutes: number.value * 60 + (isMinutes ? minutes.value : 0),
    length: number.length + (isClock ? 1 : isMinutes ? minutes.length : 0),
    isWholeDay: false,
    isClear: isClock,
  }
}

function readDigits(hours: number, minutes: number, words: readonly string[]): ReadTime | null {
  if (hours > 23 || minutes > 59) return null
  const isHalf = /^(?:am|pm|a|p)$/.test(words[3] ?? '')
  return {
    minutes: hours * 60 + minutes,
    length: 3,
    isWholeDay: !isHalf && (hours > 12 || hours === 0 || (words[0] ?? '').length === 2),
    isClear: true,
  }
}

/** `past two`, `to three` */
function readSide(words: readonly string[], minutes: number, length: number): ReadTime | null {
  const [side = ''] = words
  if (side !== 'past' && side !== 'to' && side !== 'after' && side !== 'before') return null
  return readHour(words.slice(1), side === 'to' || side === 'before' ? -minutes : minutes, length + 1)
}

function readHour(words: readonly string[], minutes: number, length: number): ReadTime | null {
  const named = words[0] === 'midnight' || words[0] === 'noon'
  const number = named ? { value: 12, length: 1 } : readNumber(words)
  if (number === null || number.value > 12 || number.value < 1) return null
  return {
    minutes: (number.value * 60 + minutes + 24 * 60) % (24 * 60),
    length: length + number.length,
    isWholeDay: false,
    isClear: true,
  }
}

/** `It is two.` is a time, `It is two steps` is none. */
function isLastOfClause(words: readonly string[], at: number): boolean {
  const next = words[at]
  return (
    next === undefined ||
    /^[.,;:!—–]$/.test(next) ||
    ((next === 'in' || next === 'at') && words[at + 1] !== 'all' && halfOfDay(words.slice(at), 0) !== null)
  )
}

/** `two at night` is early, `ten at night` is late. */
function halfOfDay(words: readonly string[], minutes: number): 'early' | 'late' | null {
  const text = words.slice(0, 4).join(' ')
  if (/^at night\b/.test(text)) return minutes % HALF_DAY < 6 * 60 ? 'early' : 'late'
  if (/^(?:in the morning|am\b|a \. m)/.test(text)) return 'early'
  return /^(?:in the afternoon|in the evening|pm\b|p \. m)/.test(text) ? 'late' : null
}
