import { type Gamebook, type Json, listEndings, type RandomPlays } from '@llm-gamebook/story'

/** How often each ending was reached, most often first. */
export function countEndings(gamebook: Gamebook, { endings }: RandomPlays) {
  const titles = new Map(listEndings(gamebook).map(({ nodeId, title }) => [nodeId, title]))
  return [...endings]
    .toSorted(([, one], [, other]) => other - one)
    .map(([ended, times]) => ({ title: titles.get(ended) ?? ended.replace(/^:/, ''), times }))
}

/** How many nodes, edges, functions, triggers and endings play has covered, and which are missing. */
export function measureCoverage(gamebook: Gamebook, { coverage, endings }: RandomPlays) {
  const graphs = [...gamebook.entities.values()].flatMap(({ id, graph }) =>
    graph === undefined ? [] : [{ id, nodeIds: graph.nodeIds }],
  )
  const nodes = graphs.flatMap(({ id, nodeIds }) => nodeIds.map((nodeId) => `${id} ${nodeId}`))
  const edges = graphs.flatMap(({ id, nodeIds }) =>
    nodeIds.flatMap((from) => {
      const outgoing = gamebook.entities.get(from)?.graphNode?.edges ?? []
      return outgoing.filter(({ to }) => nodeIds.includes(to)).map((edge) => `${id} ${from} ${edge.id}`)
    }),
  )
  const functions = gamebook.functions.map(({ name }) => name)
  const triggers = gamebook.triggers.map(({ id }) => id)
  const goals = gamebook.goals.map(({ name, condition }) => name ?? toText(condition.source))
  const endingIds = listEndings(gamebook).map(({ nodeId }) => nodeId)
  return [
    compare('nodes', nodes, coverage.nodes),
    compare('edges', edges, coverage.edges),
    compare('functions', functions, coverage.functions),
    compare('triggers', triggers, coverage.triggers),
    compare('endings', endingIds, new Set(endings.keys())),
    ...(goals.length === 0
      ? []
      : [compare('goals', goals, new Set(goals.filter((_, index) => coverage.goals.has(index))))]),
  ]
}

/** A condition as its author wrote it. */
const toText = (source: Json): string => (typeof source === 'string' ? source : JSON.stringify(source))

function compare(what: string, all: readonly string[], seen: ReadonlySet<string>) {
  const missing = all.filter((name) => !seen.has(name))
  return { what, seen: all.length - missing.length, all: all.length, missing }
}
