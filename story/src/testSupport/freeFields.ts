import { parseFieldValue } from '../expressions/parse/parseText.ts'
import type { Entity, EntityType, Gamebook } from '../gamebook/gamebook.ts'
import type { Json } from '../json.ts'
import { startState } from '../state/storyState.ts'
import type { World } from '../state/world.ts'
import { worldOf } from '../traits/worldOf.ts'
import { loadGamebook } from './loadGamebook.ts'

/** A world of entities without traits and with these free fields, straight from the model. */
export function worldOfFields(fields: Readonly<Record<string, Readonly<Record<string, Json>>>>): World {
  return worldOf(gamebookOf(Object.entries(fields).map(([id, values]) => entityOf(id, values))), startState(7))
}

function entityOf(id: string, values: Readonly<Record<string, Json>>): Entity {
  const fields = new Map(
    Object.entries(values).map(([field, value]) => [field, typeof value === 'string' ? parseFieldValue(value) : value]),
  )
  return { id, typeId: 'Thing', fields, details: [], functions: [], secret: false, revealWhen: null }
}

function gamebookOf(entities: readonly Entity[]): Gamebook {
  const type: EntityType = {
    id: 'Thing',
    name: 'Thing',
    instructions: null,
    hidden: false,
    traits: [],
    fields: new Map(),
    entities,
  }
  const empty = loadGamebook('title: Test\nentity_types: []')
  return { ...empty, entityTypes: [type], entities: new Map(entities.map((entity) => [entity.id, entity])) }
}
