export interface DiffLine {
  readonly kind: 'same' | 'added' | 'removed'
  readonly text: string
}

/** What must be added to a text and removed from it, line by line, to get another. */
export function diffLines(before: string, after: string): readonly DiffLine[] {
  const old = before.split('\n')
  const now = after.split('\n')
  let start = 0
  while (start < old.length && start < now.length && old[start] === now[start]) start += 1
  let end = 0
  while (end < old.length - start && end < now.length - start && old.at(-1 - end) === now.at(-1 - end)) end += 1
  return [
    ...now.slice(0, start).map(same),
    ...diffMiddle(old.slice(start, old.length - end), now.slice(start, now.length - end)),
    ...now.slice(now.length - end).map(same),
  ]
}

/** Two texts with more pairs of lines are not compared line by line, since that would take too long. */
const MOST_PAIRS = 1_000_000

function diffMiddle(old: readonly string[], now: readonly string[]): readonly DiffLine[] {
  if (old.length * now.length > MOST_PAIRS) return [...old.map(removed), ...now.map(added)]
  const common = countCommon(old, now)
  const width = now.length + 1
  const lines: DiffLine[] = []
  let at = 0
  let to = 0
  while (at < old.length && to < now.length) {
    if (old[at] === now[to]) {
      lines.push(same(now[to] ?? ''))
      at += 1
      to += 1
    } else if ((common[(at + 1) * width + to] ?? 0) >= (common[at * width + to + 1] ?? 0)) {
      lines.push(removed(old[at] ?? ''))
      at += 1
    } else {
      lines.push(added(now[to] ?? ''))
      to += 1
    }
  }
  lines.push(...old.slice(at).map(removed), ...now.slice(to).map(added))
  return lines
}

/** For each pair of positions, the length of the longest sequence of lines that both have after them. */
function countCommon(old: readonly string[], now: readonly string[]): Uint16Array {
  const width = now.length + 1
  const common = new Uint16Array((old.length + 1) * width)
  for (let at = old.length - 1; at >= 0; at -= 1) {
    for (let to = now.length - 1; to >= 0; to -= 1) {
      const below = common[(at + 1) * width + to] ?? 0
      const right = common[at * width + to + 1] ?? 0
      const next = common[(at + 1) * width + to + 1] ?? 0
      common[at * width + to] = old[at] === now[to] ? next + 1 : Math.max(below, right)
    }
  }
  return common
}

const same = (text: string): DiffLine => ({ kind: 'same', text })
const added = (text: string): DiffLine => ({ kind: 'added', text })
const removed = (text: string): DiffLine => ({ kind: 'removed', text })
