import type { LanguageModelV4CallOptions } from '@ai-sdk/provider'
import { type ProtectedTexts, TURN_HEADINGS } from '@llm-gamebook/story'

import { LIMITS } from '../../models/transport/limits.ts'
import { createAnswerParser } from '../answerParser/answerParser.ts'
import type { ParsedPiece, SentTool } from '../answerParser/parsedPiece.ts'
import { findTool } from '../answerParser/toolNames.ts'
import type { Answer } from '../answer/answer.ts'
import type { RequestedCall } from '../answer/answerParts.ts'
import type { TextReading } from '../request/textReading.ts'
import { SecretFilter } from './secretFilter.ts'
import { listSentLines } from './sentLines.ts'

/** Adds the text of one step to the answer as what it is, and collects the calls in it. */
export class AnswerText {
  readonly calls: RequestedCall[] = []
  readonly #answer: Answer
  readonly #tools: readonly SentTool[]
  readonly #parser: ReturnType<typeof createAnswerParser> | null
  /** The system text asks for calls as text. */
  readonly #isProtocol: boolean
  readonly #filter: SecretFilter
  #isLoop = false

  /**
   * @param reading null for a narrator whose text is taken as it is
   * @param secrets what the text may not hold; null if it may hold everything
   */
  constructor(
    answer: Answer,
    request: LanguageModelV4CallOptions,
    reading: TextReading | null,
    secrets: ProtectedTexts | null = null,
  ) {
    this.#answer = answer
    this.#filter = new SecretFilter(answer, secrets)
    this.#tools = [...(request.tools ?? []), ...(reading?.tools ?? [])].flatMap(toSentTool)
    this.#isProtocol = reading !== null && reading.tools.length > 0
    const { ids = NO_IDS } = reading ?? {}
    this.#parser =
      reading === null
        ? null
        : createAnswerParser({ tools: this.#tools, headings: HEADINGS, ids, sentLines: listSentLines(request.prompt) })
  }

  /** The text repeats itself: nothing more is read. */
  get isLoop(): boolean {
    return this.#isLoop
  }

  /** The text was cut before something secret: nothing more is read. */
  get isCut(): boolean {
    return this.#filter.isCut
  }

  write(text: string): void {
    if (this.#parser === null) this.#filter.append(text)
    else this.#apply(this.#parser.write(text))
  }

  /** A block of text ends. */
  flush(): void {
    this.#apply(this.#parser?.flush() ?? [])
    this.#filter.flush()
  }

  end(): void {
    this.#apply(this.#parser?.end() ?? [])
    this.#filter.flush()
  }

  /** A call beyond the limit is left out. */
  addCall(call: RequestedCall): void {
    if (this.calls.length >= LIMITS.calls) return
    this.calls.push({ ...call, toolName: findTool(this.#tools, call.toolName)?.name ?? call.toolName })
  }

  #apply(pieces: readonly ParsedPiece[]): void {
    for (const piece of pieces) this.#add(piece)
  }

  #add(piece: ParsedPiece): void {
    const answer = this.#answer
    if (piece.type !== 'text' && piece.type !== 'text-was-thinking') this.#filter.flush()
    if (this.isCut) return
    switch (piece.type) {
      case 'text':
        return this.#filter.append(piece.text)
      case 'thinking':
        return answer.append('thinking', piece.text)
      case 'text-was-thinking':
        this.#filter.release()
        return answer.textWasThinking()
      case 'call':
        if (!this.#isProtocol) answer.note('The model wrote a call as text, which was read as a call.')
        return this.addCall({ toolName: piece.name, input: piece.input })
      case 'hidden-call':
        answer.addWithdrawn('markup', piece.source)
        return answer.note(hiddenNotice(piece.name))
      case 'loop':
        this.#isLoop = true
        answer.withdraw('loop', piece.characters)
        return answer.note('The model began to repeat itself, so its answer was cut there.')
    }
  }
}

const NO_IDS: ReadonlySet<string> = new Set()
const LONGEST_NAME = 60

const hiddenNotice = (name: string | null): string =>
  name === null
    ? 'The model wrote a call as text that can’t be read. It was left out.'
    : `The model wrote a call of "${name.slice(0, LONGEST_NAME)}" as text that can’t run. It was left out.`

const HEADINGS = Object.values(TURN_HEADINGS)

function toSentTool(tool: NonNullable<LanguageModelV4CallOptions['tools']>[number]): SentTool[] {
  if (tool.type !== 'function') return []
  const parameters = Object.entries(tool.inputSchema.properties ?? {}).map(([name, schema]) => {
    const type = typeof schema === 'object' ? schema.type : undefined
    return { name, isText: type === 'string' || (Array.isArray(type) && type.includes('string')) }
  })
  return [{ name: tool.name, parameters }]
}
