/** The longest part of a text, in characters, that can be held back. */
export const LONGEST_HOLD = 64
/** Of a longer protected text, its beginning is protected. */
const LONGEST_PATTERN = 48

interface Node {
  readonly next: Map<string, Node>
  readonly depth: number
  fail: Node | null
  /** Whether a protected text ends here, or in a shorter part of what was read. */
  length: number
  /** The same for a name of one word, which counts only with a capital letter: `Hope`, not `hope`. */
  wordLength: number
}

/** Finds many texts at once (Aho and Corasick): each node is what was read last, if it could begin one of them. */
export interface Automaton {
  readonly root: Node
}

export type AutomatonNode = Node

/** @param patterns as `foldForMatch` makes them */
export function buildAutomaton(patterns: readonly string[]): Automaton {
  const root = createNode(0)
  for (const pattern of patterns) if (pattern.trim() !== '') addPattern(root, shorten(pattern))
  const queue = [...root.next.values()]
  for (const child of queue) child.fail = root
  for (const node of queue) {
    for (const [character, child] of node.next) {
      child.fail = stepFrom(node.fail, character) ?? root
      child.length = Math.max(child.length, child.fail.length)
      child.wordLength = Math.max(child.wordLength, child.fail.wordLength)
      queue.push(child)
    }
  }
  return { root }
}

function createNode(depth: number): Node {
  return { next: new Map(), depth, fail: null, length: 0, wordLength: 0 }
}

function addPattern(root: Node, pattern: string): void {
  let node = root
  for (const character of pattern) {
    const child = node.next.get(character) ?? createNode(node.depth + 1)
    node.next.set(character, child)
    node = child
  }
  if (pattern.trim().includes(' ')) node.length = node.depth
  else node.wordLength = node.depth
}

/** To whole words. */
function shorten(pattern: string): string {
  if (pattern.length <= LONGEST_PATTERN) return pattern
  const end = pattern.lastIndexOf(' ', LONGEST_PATTERN)
  return end > 0 ? pattern.slice(0, end + 1) : pattern.slice(0, LONGEST_PATTERN)
}

function stepFrom(start: Node | null, character: string): Node | null {
  for (let node = start; node !== null; node = node.fail) {
    const next = node.next.get(character)
    if (next !== undefined) return next
  }
  return null
}

export function step({ root }: Automaton, node: Node, character: string): Node {
  return stepFrom(node, character) ?? root
}
