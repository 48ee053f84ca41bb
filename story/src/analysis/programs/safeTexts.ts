import type {
  Edge,
  Effect,
  Entity,
  Gamebook,
  GamebookFunction,
  Roll,
  Speaker,
  Trigger,
} from '../../gamebook/gamebook.ts'
import type { Text } from '../../expressions/expression.ts'
import type { TextSafety } from './textSafety.ts'

/**
 * The gamebook without the words that can't fail: narrations, promises and events for the log. They change nothing, but
 * would multiply what a rule reads. Everything else stays the same object or has the same parts in the same order.
 */
export function withoutSafeTexts(gamebook: Gamebook, safety: TextSafety): Gamebook {
  const words = new SafeWords(safety)
  const entityTypes = gamebook.entityTypes.map((type) => ({ ...type, entities: type.entities.map(words.entity) }))
  const entities = entityTypes.flatMap((type) => type.entities)
  return {
    ...gamebook,
    entityTypes,
    entities: new Map(entities.map((entity) => [entity.id, entity])),
    functions: gamebook.functions.map(words.fn),
    triggers: gamebook.triggers.map((trigger): Trigger => ({ ...trigger, effects: words.effects(trigger.effects) })),
  }
}

class SafeWords {
  private readonly safety: TextSafety

  constructor(safety: TextSafety) {
    this.safety = safety
  }

  readonly entity = ({ graphNode, speaker, functions, ...entity }: Entity): Entity => ({
    ...entity,
    functions: functions.map(this.fn),
    ...(graphNode && {
      graphNode: {
        ...graphNode,
        firstVisit: graphNode.firstVisit && this.unsafe(graphNode.firstVisit),
        onEnter: this.effects(graphNode.onEnter),
        edges: graphNode.edges.map((edge): Edge => ({ ...edge, effects: this.effects(edge.effects) })),
      },
    }),
    ...(speaker && { speaker: this.speaker(speaker) }),
  })

  readonly fn = ({ check, effects, ...fn }: GamebookFunction): GamebookFunction => ({
    ...fn,
    check: check && this.roll(check),
    effects: this.effects(effects),
  })

  effects(effects: readonly Effect[]): readonly Effect[] {
    return effects.flatMap((effect) => {
      if (this.isSafeWord(effect)) return []
      return [effect.kind === 'roll' ? { ...effect, ...this.roll(effect) } : effect]
    })
  }

  private speaker({ topics }: Speaker): Speaker {
    return {
      topics: topics.map((topic) => ({
        ...topic,
        say: this.unsafe(topic.say) ?? { kind: 'constant', text: '' },
        effects: this.effects(topic.effects),
      })),
    }
  }

  private roll(roll: Roll): Roll {
    return { ...roll, onSuccess: this.effects(roll.onSuccess), onFailure: this.effects(roll.onFailure) }
  }

  private unsafe(text: Text): Text | null {
    return this.safety.isSafeText(text) ? null : text
  }

  private isSafeWord(effect: Effect): boolean {
    if (!this.safety.isSafeCondition(effect.if)) return false
    if (effect.kind === 'narration') return this.safety.isSafeText(effect.text)
    return effect.kind === 'promise'
  }
}
