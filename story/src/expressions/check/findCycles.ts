/** For each name the names that it leads to. */
export type Graph = ReadonlyMap<string, ReadonlySet<string>>

type Ring = readonly string[]

const MAX_RINGS = 100

/**
 * Rings of names, each beginning with the name that the graph lists first: the first hundred of those
 * that close where a name is read again. Empty only if there is no ring at all.
 */
export function findCycles(graph: Graph): readonly Ring[] {
  const order = new Map([...graph.keys()].map((name, index) => [name, index]))
  const rings: Ring[] = []
  for (const ring of closeRings(graph)) {
    rings.push(fromFirst(ring, order))
    if (rings.length === MAX_RINGS) break
  }
  return rings
}

/** Depth first, with a path of its own instead of recursion: a chain may be as long as a gamebook is large. */
function* closeRings(graph: Graph): Generator<Ring, void> {
  const done = new Set<string>()
  const path = new Path(graph)
  for (const start of graph.keys()) {
    if (!done.has(start)) path.enter(start)
    while (!path.isEmpty) {
      const way = path.nextWay()
      if (way === undefined) done.add(path.leave())
      else if (path.has(way)) yield path.since(way)
      else if (!done.has(way)) path.enter(way)
    }
  }
}

/** The names from the start to the one that is being looked at, each with the ways not yet taken. */
class Path {
  private readonly graph: Graph
  private readonly names: string[] = []
  private readonly ways = new Map<string, Iterator<string, undefined>>()

  constructor(graph: Graph) {
    this.graph = graph
  }

  enter(name: string): void {
    this.names.push(name)
    this.ways.set(name, (this.graph.get(name) ?? new Set<string>()).values())
  }

  get isEmpty(): boolean {
    return this.names.length === 0
  }

  leave(): string {
    const name = this.names.pop() ?? ''
    this.ways.delete(name)
    return name
  }

  nextWay(): string | undefined {
    return this.ways.get(this.names.at(-1) ?? '')?.next().value
  }

  has(name: string): boolean {
    return this.ways.has(name)
  }

  since(name: string): Ring {
    return this.names.slice(this.names.indexOf(name))
  }
}

function fromFirst(ring: Ring, order: ReadonlyMap<string, number>): Ring {
  const places = ring.map((name) => order.get(name) ?? Infinity)
  const first = places.indexOf(Math.min(...places))
  return [...ring.slice(first), ...ring.slice(0, first)]
}
