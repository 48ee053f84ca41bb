/** The names that each name leads to. */
export type Graph = ReadonlyMap<string, ReadonlySet<string>>

type Cycle = readonly string[]

const MAX_CYCLES = 100

/**
 * Finds cycles, each starting with its first name in the order of the graph. It stops after 100 cycles and does not
 * find every cycle, but it returns none only if there is none.
 */
export function findCycles(graph: Graph): readonly Cycle[] {
  const order = new Map([...graph.keys()].map((name, index) => [name, index]))
  const cycles: Cycle[] = []
  for (const cycle of closeCycles(graph)) {
    cycles.push(fromFirst(cycle, order))
    if (cycles.length === MAX_CYCLES) break
  }
  return cycles
}

/** Searches depth first with an explicit path instead of recursion, because a chain can be as long as the gamebook. */
function* closeCycles(graph: Graph): Generator<Cycle, void> {
  const done = new Set<string>()
  const path = new Path(graph)
  for (const start of graph.keys()) {
    if (!done.has(start)) path.enter(start)
    while (!path.isEmpty) {
      const neighbor = path.nextNeighbor()
      if (neighbor === undefined) done.add(path.leave())
      else if (path.has(neighbor)) yield path.since(neighbor)
      else if (!done.has(neighbor)) path.enter(neighbor)
    }
  }
}

/** The names from the start to the current one, each with its remaining neighbors. */
class Path {
  private readonly graph: Graph
  private readonly names: string[] = []
  private readonly neighbors = new Map<string, Iterator<string, undefined>>()

  constructor(graph: Graph) {
    this.graph = graph
  }

  enter(name: string): void {
    this.names.push(name)
    this.neighbors.set(name, (this.graph.get(name) ?? new Set<string>()).values())
  }

  get isEmpty(): boolean {
    return this.names.length === 0
  }

  leave(): string {
    const name = this.names.pop() ?? ''
    this.neighbors.delete(name)
    return name
  }

  nextNeighbor(): string | undefined {
    return this.neighbors.get(this.names.at(-1) ?? '')?.next().value
  }

  has(name: string): boolean {
    return this.neighbors.has(name)
  }

  since(name: string): Cycle {
    return this.names.slice(this.names.indexOf(name))
  }
}

function fromFirst(cycle: Cycle, order: ReadonlyMap<string, number>): Cycle {
  const positions = cycle.map((name) => order.get(name) ?? Infinity)
  const first = positions.indexOf(Math.min(...positions))
  return [...cycle.slice(first), ...cycle.slice(0, first)]
}
