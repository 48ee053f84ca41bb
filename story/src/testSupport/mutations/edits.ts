import type { Book } from './book.ts'
import { isPart, list, type Part } from './part.ts'

export const targetOf = (edge: unknown): unknown =>
  typeof edge === 'object' && edge !== null ? (edge as Part)['to'] : edge

export function edgesOf(node: Part): readonly unknown[] {
  return [...list(node['edge_ids']), ...list(node['edges'])]
}

export function edgesInto(book: Book, id: unknown): number {
  return book.nodes.filter((node) => node['id'] !== id && edgesOf(node).some((edge) => targetOf(edge) === id)).length
}

/** All of them, or those to one node. */
export function dropEdges(node: Part, to?: unknown): void {
  for (const key of ['edge_ids', 'edges']) {
    if (Array.isArray(node[key]))
      node[key] = list(node[key]).filter((edge) => to !== undefined && targetOf(edge) !== to)
  }
}

export function replaceFirstTarget(node: Part, to: string): void {
  const key = list(node['edges']).length > 0 ? 'edges' : 'edge_ids'
  const [first, ...others] = list(node[key])
  node[key] = [typeof first === 'object' && first !== null ? { ...first, to } : to, ...others]
}

export function hasEnding(book: Book, graphId: unknown): boolean {
  const ids = list(book.entity(graphId)['node_ids'])
  return book.endings.some(({ id }) => ids.includes(id))
}

export function checks(book: Book): readonly Part[] {
  return book.functions.filter(({ check }) => check !== undefined)
}

export function setCheck(book: Book, name: unknown, atLeast: number | string): void {
  const fn = book.function(name)
  fn['check'] = { ...(fn['check'] as Part), at_least: atLeast }
}

export function labelOf({ id, name }: Part, index: number): string {
  return `trigger ${typeof id === 'string' ? id : typeof name === 'string' ? name : index}`
}

/** Turns every effect and trigger that leads to a node into an event, wherever it stands. */
export function dropTransitions(part: unknown, to: unknown): void {
  visit(part, (mapping) => {
    const args = mapping['args']
    if (isPart(args) && args['to'] === to) turnIntoEvent(mapping)
    const short = mapping['graph/transition']
    if (isPart(short) && short['to'] === to) {
      delete mapping['graph/transition']
      mapping['story/nothing'] = {}
    }
  })
}

export function dropReveals(part: unknown, id: unknown): void {
  visit(part, (mapping) => {
    const short = mapping['core/reveal']
    if (isPart(short) && short['entity_id'] === id) {
      delete mapping['core/reveal']
      mapping['story/nothing'] = {}
    }
    const args = mapping['args']
    const action = mapping['action'] ?? mapping['name']
    if (action === 'core/reveal' && isPart(args) && args['entity_id'] === id) turnIntoEvent(mapping)
  })
}

function turnIntoEvent(mapping: Part): void {
  if (typeof mapping['name'] === 'string' && mapping['name'].includes('/')) mapping['name'] = 'story/nothing'
  else {
    delete mapping['target']
    mapping['action'] = 'story/nothing'
  }
  delete mapping['args']
}

function visit(part: unknown, change: (mapping: Part) => void): void {
  if (Array.isArray(part)) part.forEach((element) => visit(element, change))
  else if (isPart(part)) {
    change(part)
    Object.values(part).forEach((value) => visit(value, change))
  }
}
