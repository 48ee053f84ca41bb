import {
  CHANNEL_STARTS,
  isSpeakerStart,
  LITERAL_MARKERS,
  type Marker,
  mayBeTag,
  OTHER_SPEAKER_ENDS,
  readChannel,
  readMarker,
  readSpeaker,
} from './markers.ts'
import type { AnswerParserOptions, Match } from './parsedPiece.ts'

const LONGEST_TAG = 120
const LONGEST_HEADER = 300
const MESSAGE = '<|message|>'
const HEADER =
  /^(?:<\|start\|>[^<]{0,120})?(?:<\|channel\|>[^<]{0,150})?(?:<\|constrain\|>[^<]{0,40})?(?:<\|message\|>)?/

const SPECIAL = /[\r\n<[◁]/
const SPECIAL_WITH_IDS = /[\r\n<[◁]| \(| $/

/** Where a text begins that may be no prose: a marker, an id in parentheses or the end of a line; -1 if nowhere. */
export const findSpecial = (text: string, { ids }: AnswerParserOptions): number =>
  text.search(ids.size > 0 ? SPECIAL_WITH_IDS : SPECIAL)

/** Reads a marker, or an id in parentheses, with which the text begins. */
export function matchInline(text: string, options: AnswerParserOptions, isEnd: boolean): Match<Marker> {
  const found = match(text, options, isEnd)
  return found === 'more' && isEnd ? 'none' : found
}

function match(text: string, options: AnswerParserOptions, isEnd: boolean): Match<Marker> {
  switch (text[0]) {
    case '<':
      return matchHeader(text, isEnd) ?? matchTag(text, options, isEnd)
    case ' ':
      return matchId(text, options)
    default:
      return matchLiteral(text)
  }
}

function matchLiteral(text: string): Match<Marker> {
  const marker = LITERAL_MARKERS.find((each) => text.startsWith(each))
  if (marker === undefined) return LITERAL_MARKERS.some((each) => each.startsWith(text)) ? 'more' : 'none'
  const result = readMarker(marker, [])
  return result === undefined ? 'none' : { length: marker.length, result }
}

function matchId(text: string, { ids }: AnswerParserOptions): Match<Marker> {
  const found = /^ \(([a-z0-9_]{1,64})\)/.exec(text)
  if (found !== null) return ids.has(found[1] ?? '') ? { length: found[0].length, result: { kind: 'token' } } : 'none'
  return /^ (?:\([a-z0-9_]{0,64})?$/.test(text) ? 'more' : 'none'
}

/** The header of a message of gpt-oss; null for any other tag. */
function matchHeader(text: string, isEnd: boolean): Match<Marker> | null {
  if (!CHANNEL_STARTS.some((token) => text.startsWith(token))) return null
  const [header = ''] = HEADER.exec(text) ?? []
  if (header.endsWith(MESSAGE)) return { length: header.length, result: readChannel(header) }
  const mayGoOn = header.length === text.length || MESSAGE_TOKENS.some((token) => isCutToken(text, header, token))
  return mayGoOn && !isEnd && text.length < LONGEST_HEADER ? 'more' : null
}

const MESSAGE_TOKENS = ['<|channel|>', '<|constrain|>', MESSAGE]
const isCutToken = (text: string, header: string, token: string): boolean => token.startsWith(text.slice(header.length))

function matchTag(text: string, { tools }: AnswerParserOptions, isEnd: boolean): Match<Marker> {
  const end = text.indexOf('>')
  const inside = text.slice(1, end === -1 ? undefined : end)
  if (inside.length > LONGEST_TAG || /[<\n]/.test(inside) || !mayBeTag(inside, tools)) return 'none'
  if (end === -1) return 'more'
  const marker = text.slice(0, end + 1)
  const result = readMarker(marker, tools)
  if (isSpeakerStart(marker)) {
    const speaker = readSpeaker(text.slice(marker.length), isEnd)
    if (speaker === 'more') return 'more'
    const length = marker.length + speaker.length
    return { length, result: speaker.isOther ? { kind: 'other-speaker', ends: OTHER_SPEAKER_ENDS } : { kind: 'token' } }
  }
  return result === undefined ? 'none' : { length: marker.length, result }
}
