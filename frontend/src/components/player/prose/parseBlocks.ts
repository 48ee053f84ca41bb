export type BlockKind = 'paragraph' | 'heading' | 'quote' | 'list' | 'numbered-list' | 'verbatim' | 'break'

/** A block of narration. `source` keeps its emphasis marks; a list has one item per line. */
export interface Block {
  readonly kind: BlockKind
  readonly source: string
}

/** Parses the part of Markdown that narrators use. HTML stays text. */
export function parseBlocks(text: string): Block[] {
  const blocks: Block[] = []
  let open: { kind: BlockKind; lines: string[] } | null = null

  function close() {
    if (open !== null) blocks.push({ kind: open.kind, source: open.lines.join('\n') })
    open = null
  }

  function add(kind: BlockKind, line: string) {
    if (open?.kind !== kind) {
      close()
      open = { kind, lines: [line] }
    } else open.lines.push(line)
  }

  let isVerbatim = false
  for (const [index, line] of text.split('\n').entries()) {
    if (index >= MAX_LINES) add('verbatim', line)
    else if (FENCE.test(line)) {
      close()
      isVerbatim = !isVerbatim
    } else if (isVerbatim) add('verbatim', line)
    else if (line.trim() === '') close()
    else if (BREAK.test(line)) {
      close()
      blocks.push({ kind: 'break', source: '' })
    } else {
      const { kind, content } = readLine(line)
      if (kind === 'heading') close()
      add(kind, content)
      if (kind === 'heading') close()
    }
  }
  close()
  return blocks
}

/** Longer texts are no narration: the rest is shown as it is. */
const MAX_LINES = 10_000
const FENCE = /^\s*```/
const BREAK = /^\s*([*_-])(\s*\1){2,}\s*$/

const MARKS: readonly { readonly kind: BlockKind; readonly mark: RegExp }[] = [
  { kind: 'heading', mark: /^#{1,6}\s+/ },
  { kind: 'quote', mark: /^\s*>\s?/ },
  { kind: 'list', mark: /^\s*[-*+•]\s+/ },
  { kind: 'numbered-list', mark: /^\s*\d{1,3}[.)]\s+/ },
]

function readLine(line: string): { kind: BlockKind; content: string } {
  const found = MARKS.find(({ mark }) => mark.test(line))
  return found === undefined
    ? { kind: 'paragraph', content: line.trim() }
    : { kind: found.kind, content: line.replace(found.mark, '') }
}
