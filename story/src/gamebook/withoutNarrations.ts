import type { Edge, Effect, Entity, Gamebook, GamebookFunction, Roll, Speaker, Trigger } from './gamebook.ts'

/** The gamebook without narrations and promises, which change nothing. Conditions and the rest stay the same objects. */
export function withoutNarrations(gamebook: Gamebook): Gamebook {
  const entityTypes = gamebook.entityTypes.map((type) => ({ ...type, entities: type.entities.map(entityWithout) }))
  const entities = entityTypes.flatMap((type) => type.entities)
  return {
    ...gamebook,
    entityTypes,
    entities: new Map(entities.map((entity) => [entity.id, entity])),
    functions: gamebook.functions.map(functionWithout),
    triggers: gamebook.triggers.map((trigger): Trigger => ({ ...trigger, effects: effectsWithout(trigger.effects) })),
  }
}

function entityWithout({ graphNode, speaker, functions, ...entity }: Entity): Entity {
  return {
    ...entity,
    functions: functions.map(functionWithout),
    ...(graphNode && {
      graphNode: {
        ...graphNode,
        firstVisit: null,
        onEnter: effectsWithout(graphNode.onEnter),
        edges: graphNode.edges.map((edge): Edge => ({ ...edge, effects: effectsWithout(edge.effects) })),
      },
    }),
    ...(speaker && { speaker: speakerWithout(speaker) }),
  }
}

function speakerWithout({ topics }: Speaker): Speaker {
  return {
    topics: topics.map((topic) => ({
      ...topic,
      say: { kind: 'constant', text: '' },
      effects: effectsWithout(topic.effects),
    })),
  }
}

function functionWithout({ check, effects, ...fn }: GamebookFunction): GamebookFunction {
  return { ...fn, check: check && rollWithout(check), effects: effectsWithout(effects) }
}

function effectsWithout(effects: readonly Effect[]): readonly Effect[] {
  return effects.flatMap((effect) => {
    if (effect.kind === 'narration' || effect.kind === 'promise') return []
    return [effect.kind === 'roll' ? { ...effect, ...rollWithout(effect) } : effect]
  })
}

function rollWithout(roll: Roll): Roll {
  return { ...roll, onSuccess: effectsWithout(roll.onSuccess), onFailure: effectsWithout(roll.onFailure) }
}
