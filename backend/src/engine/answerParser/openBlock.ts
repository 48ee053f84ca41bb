import { type BlockEnd, FenceBlock, JsonBlock, LONGEST_CALL, MarkupBlock } from './blocks.ts'
import { readCutCall } from './callCandidate.ts'
import { readCallJson, type WrittenCall } from './callJson.ts'
import { readFence, readMarkup, UNREADABLE } from './callMarkup.ts'
import type { LineStart } from './lineStart.ts'
import { LINE_ENDS, type Marker } from './markers.ts'
import type { SentTool } from './parsedPiece.ts'

/** A block that may be a call, while its end is not known. */
export type OpenBlock =
  /** Up to one of the ends, or to the end of what the block finds in it; `before` belongs to it. */
  | { readonly kind: 'markup'; readonly block: MarkupBlock; readonly before: string; readonly ends: readonly string[] }
  /** JSON on lines of its own. */
  | { readonly kind: 'json'; readonly block: JsonBlock }
  | { readonly kind: 'fence'; readonly block: FenceBlock; readonly opening: string; readonly info: string }

type BlockStart = Extract<Marker, { kind: 'call' | 'call-next' }> | Extract<LineStart, { kind: 'json' | 'fence' }>

/** @param source how the beginning of the block is written */
export function openBlock(start: BlockStart, source: string): OpenBlock {
  switch (start.kind) {
    case 'call': {
      const { ends, before } = start
      return { kind: 'markup', block: new MarkupBlock(ends, false), before, ends }
    }
    case 'call-next':
      return { kind: 'markup', block: new MarkupBlock(LINE_ENDS, true), before: '', ends: LINE_ENDS }
    case 'json':
      return { kind: 'json', block: new JsonBlock() }
    case 'fence':
      return { kind: 'fence', block: new FenceBlock(), opening: source, info: start.info }
  }
}

/** What a block turns out to be. */
export type BlockContent =
  | { readonly kind: 'calls'; readonly calls: readonly WrittenCall[]; readonly end: BlockEnd }
  /** Too long for a call: what follows is left out up to one of the ends. */
  | { readonly kind: 'overlong'; readonly calls: readonly WrittenCall[]; readonly ends: readonly string[] }
  /** Text up to a length. */
  | { readonly kind: 'prose'; readonly length: number }
  /** The same after the opening of its fence, which belongs to the text; `isOpen` if the code goes on. */
  | { readonly kind: 'code'; readonly opening: string; readonly length: number; readonly isOpen: boolean }

/**
 * Null if more text is needed.
 * @param text what follows the beginning of the block, each time with more at its end
 */
export function readBlock(
  block: OpenBlock,
  text: string,
  tools: readonly SentTool[],
  isEnd: boolean,
): BlockContent | null {
  switch (block.kind) {
    case 'markup': {
      const end = block.block.find(text)
      if (end !== null)
        return { kind: 'calls', calls: readMarkup(block.before + text.slice(0, end.inside), tools), end }
      return text.length > LONGEST_CALL ? { kind: 'overlong', calls: [UNREADABLE], ends: block.ends } : null
    }
    case 'json': {
      const end = block.block.find(text, isEnd)
      if (end === null) return null
      if ('prose' in end) return { kind: 'prose', length: end.prose }
      return callsOrProse(readCallJson(text.slice(0, end.inside), tools, false), end)
    }
    case 'fence': {
      const { opening, info } = block
      const end = block.block.find(text)
      if (end === null) return null
      if ('prose' in end) return { kind: 'code', opening, length: 0, isOpen: true }
      const calls = readFence(text.slice(0, end.inside), info, tools)
      if (calls !== null) return { kind: 'calls', calls, end }
      return { kind: 'code', opening, length: end.length, isOpen: false }
    }
  }
}

/** What a block is if the text ended in it: a call runs only if nothing but its end is missing. */
export function readCutBlock(block: OpenBlock, text: string, tools: readonly SentTool[]): BlockContent {
  const end = { inside: text.length, length: text.length }
  switch (block.kind) {
    case 'markup':
      return { kind: 'calls', calls: readMarkup(block.before + text, tools), end }
    case 'json':
      return callsOrProse(readCallJson(text, tools, false) ?? readCutCall(text, tools), end)
    case 'fence': {
      const calls = readFence(text, block.info, tools) ?? readCutCall(text, tools)
      if (calls !== null) return { kind: 'calls', calls, end }
      return { kind: 'code', opening: block.opening, length: end.length, isOpen: false }
    }
  }
}

const callsOrProse = (calls: readonly WrittenCall[] | null, end: BlockEnd): BlockContent =>
  calls === null ? { kind: 'prose', length: end.inside } : { kind: 'calls', calls, end }
