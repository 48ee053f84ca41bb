import type { Book } from './book.ts'
import {
  checks,
  dropEdges,
  dropReveals,
  dropTransitions,
  edgesInto,
  edgesOf,
  hasEnding,
  labelOf,
  replaceFirstTarget,
  setCheck,
} from './edits.ts'
import { list, partsIn, type Part } from './part.ts'

/** Makes a fault in a fresh copy of the gamebook. */
type Fault = (book: Book) => void

/** A place where a fault can be made. */
export interface Site {
  readonly where: string
  readonly fault: Fault
}

/** By kind: the places of a gamebook where such a fault does harm. */
export const KINDS: Record<string, (book: Book) => readonly Site[]> = {
  'the only way out of a node removed': (book) =>
    book.nodes
      .filter((node) => edgesOf(node).length === 1 && edgesInto(book, node['id']) > 0)
      .map(({ id }) => site(String(id), (copy) => dropEdges(copy.entity(id)))),

  'the only way into a node removed': (book) =>
    book.nodes
      .filter(({ id }) => edgesInto(book, id) === 1)
      .map(({ id }) => site(String(id), (copy) => copy.nodes.forEach((node) => dropEdges(node, id)))),

  'an ending orphaned': (book) =>
    book.endings.map(({ id }) =>
      site(String(id), (copy) => {
        copy.nodes.forEach((node) => dropEdges(node, id))
        dropTransitions(copy.top, id)
      }),
    ),

  'a node dropped from its graph': (book) =>
    book.graphs.flatMap((graph) =>
      (graph['node_ids'] as string[]).slice(1).map((nodeId) =>
        site(nodeId, (copy) => {
          const ids = copy.entity(graph['id'])['node_ids'] as string[]
          ids.splice(ids.indexOf(nodeId), 1)
        }),
      ),
    ),

  'a way to a wrong id': (book) =>
    book.nodes.flatMap(({ id, edges, edge_ids: ids }) =>
      [...list(edges), ...list(ids)].length === 0
        ? []
        : [site(String(id), (copy) => replaceFirstTarget(copy.entity(id), 'somewhere_else'))],
    ),

  'a guard of a function negated': (book) =>
    book.functions
      .filter(({ enabled }) => typeof enabled === 'string')
      .map(({ name, enabled }) =>
        site(String(name), (copy) => (copy.function(name)['enabled'] = `not (${String(enabled)})`)),
      ),

  'a guard of a function that cannot hold': (book) =>
    book.functions
      .filter(({ enabled }) => typeof enabled === 'string')
      .map(({ name, enabled }) =>
        site(
          String(name),
          (copy) => (copy.function(name)['enabled'] = `(${String(enabled)}) and not (${String(enabled)})`),
        ),
      ),

  'a node compared with one that is not': (book) =>
    book.functions.flatMap(({ name, enabled }) => {
      const wrong = typeof enabled === 'string' ? enabled.replace(/(current_node_id == ')(\w+)'/, "$1$2_x'") : enabled
      return wrong === enabled ? [] : [site(String(name), (copy) => (copy.function(name)['enabled'] = wrong))]
    }),

  'what a node requires made impossible': (book) =>
    book.nodes
      .filter(({ requires }) => typeof requires === 'string')
      .map(({ id, requires }) =>
        site(
          String(id),
          (copy) => (copy.entity(id)['requires'] = `(${String(requires)}) and not (${String(requires)})`),
        ),
      ),

  'an unknown field in a condition': (book) =>
    book.functions
      .filter(({ enabled }) => typeof enabled === 'string' && /\.\w/.test(enabled))
      .map(({ name, enabled }) =>
        site(
          String(name),
          (copy) => (copy.function(name)['enabled'] = String(enabled).replace(/\.(\w+)/, '.$1_of_old')),
        ),
      ),

  'a function removed': (book) =>
    book.functions.map(({ name }) =>
      site(String(name), (copy) => {
        for (const entity of copy.entities) {
          if (Array.isArray(entity['functions']))
            entity['functions'] = partsIn(entity, 'functions').filter((fn) => fn['name'] !== name)
        }
      }),
    ),

  'a tool name given twice': (book) =>
    book.functions
      .slice(1)
      .map(({ name }) => site(String(name), (copy) => (copy.function(name)['name'] = copy.functions[0]?.['name']))),

  'a thing that is never given': (book) =>
    book.entities
      .filter(({ held_by: holder }) => typeof holder === 'string')
      .map(({ id }) => site(String(id), (copy) => delete copy.entity(id)['held_by'])),

  'a check too hard to pass': (book) =>
    checks(book).map(({ name }) => site(String(name), (copy) => setCheck(copy, name, 1000))),

  'a check that passes by itself': (book) =>
    checks(book).map(({ name }) => site(String(name), (copy) => setCheck(copy, name, -1000))),

  'a trigger that cannot fire': (book) =>
    book.triggers.map((trigger, index) =>
      site(
        labelOf(trigger, index),
        (copy) => (copy.trigger(index)['condition'] = `(${String(trigger['condition'])}) and 1 > 2`),
      ),
    ),

  'triggers that set each other off': (book) =>
    book.graphs
      .filter(({ node_ids: ids }) => list(ids).length > 1)
      .slice(0, 3)
      .map((graph) =>
        site(String(graph['id']), (copy) => {
          const [one, other] = graph['node_ids'] as string[]
          const owner = copy.entity(graph['id'])
          const back = (from: unknown, to: unknown): Part => ({
            condition: `${String(graph['id'])}.current_node_id == '${String(from)}'`,
            name: 'graph/transition',
            args: { to },
          })
          owner['triggers'] = [...list(owner['triggers']), back(one, other), back(other, one)]
        }),
      ),

  'a trap': (book) =>
    book.graphs
      .filter(({ id }) => hasEnding(book, id))
      .flatMap((graph) => {
        const nodeIds = (graph['node_ids'] as string[]).filter((nodeId) => book.entity(nodeId)['ending'] === undefined)
        return nodeIds.slice(1, 3).map((nodeId) => site(nodeId, (copy) => dropEdges(copy.entity(nodeId))))
      }),

  'a short cut to an ending': (book) =>
    book.graphs.flatMap((graph) => {
      const nodeIds = graph['node_ids'] as string[]
      const endings = nodeIds.filter((nodeId) =>
        book.endings.some(({ id, 'x-min-steps': least }) => id === nodeId && Number(least) > 2),
      )
      return endings.map((nodeId) =>
        site(nodeId, (copy) => {
          const start = copy.entity(graph['current_node_id'] ?? nodeIds[0])
          dropEdges(start, nodeId)
          start['edges'] = [...list(start['edges']), nodeId]
          delete copy.entity(nodeId)['requires']
          for (const fn of partsIn(copy.entity(graph['id']), 'functions')) {
            delete fn['enabled']
            delete fn['args']
          }
        }),
      )
    }),

  'a secret that nothing reveals': (book) =>
    book.entities
      .filter(({ secret, reveal_when: when }) => secret === true || when !== undefined)
      .map(({ id }) =>
        site(String(id), (copy) => {
          delete copy.entity(id)['reveal_when']
          copy.entity(id)['secret'] = true
          dropReveals(copy.top, id)
        }),
      ),

  'a number that is a text': (book) =>
    checks(book).map(({ name }) => site(String(name), (copy) => setCheck(copy, name, 'eight'))),

  'a start that is an ending': (book) =>
    book.graphs.flatMap((graph) => {
      const ending = (graph['node_ids'] as string[]).find((nodeId) => book.endings.some(({ id }) => id === nodeId))
      return ending === undefined
        ? []
        : [site(ending, (copy) => (copy.entity(graph['id'])['current_node_id'] = ending))]
    }),
}

function site(where: string, fault: (book: Book) => unknown): Site {
  return { where, fault: (book) => void fault(book) }
}
