import { parse } from 'yaml'

import { idOf, partsIn, type Part } from './part.ts'

/** A gamebook as plain values, with ids written out. */
export class Book {
  readonly top: Part

  constructor(source: string) {
    this.top = parse(source, { merge: true }) as Part
    for (const type of this.types) for (const entity of partsIn(type, 'entities')) entity['id'] ??= idOf(entity)
  }

  get types(): readonly Part[] {
    return partsIn(this.top, 'entity_types')
  }

  get entities(): readonly Part[] {
    return this.types.flatMap((type) => partsIn(type, 'entities'))
  }

  entity(id: unknown): Part {
    return this.entities.find((entity) => entity['id'] === id) ?? {}
  }

  get graphs(): readonly Part[] {
    return this.entities.filter((entity) => Array.isArray(entity['node_ids']))
  }

  get nodes(): readonly Part[] {
    const ids = new Set(this.graphs.flatMap((graph) => graph['node_ids'] as string[]))
    return this.entities.filter(({ id }) => ids.has(String(id)))
  }

  get endings(): readonly Part[] {
    return this.nodes.filter(({ ending }) => ending !== undefined && ending !== false)
  }

  get functions(): readonly Part[] {
    return this.entities.flatMap((entity) => partsIn(entity, 'functions'))
  }

  function(name: unknown): Part {
    return this.functions.find((fn) => fn['name'] === name) ?? {}
  }

  get triggers(): readonly Part[] {
    return [...this.types, ...this.entities].flatMap((owner) => partsIn(owner, 'triggers'))
  }

  trigger(index: number): Part {
    return this.triggers[index] ?? {}
  }
}
