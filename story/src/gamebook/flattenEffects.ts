import type { ActionCall, Effect, Entity, EventCall, GamebookFunction, Roll } from './gamebook.ts'

/** All effects that can follow from a list of effects, those of rolls included. */
export function flattenEffects(effects: readonly Effect[]): readonly Effect[] {
  return effects.flatMap((effect) =>
    effect.kind === 'roll' ? [effect, ...flattenEffects(consequences(effect))] : [effect],
  )
}

/** Both outcomes of a roll. */
export function consequences(roll: Roll | null): readonly Effect[] {
  return roll === null ? [] : [...roll.onSuccess, ...roll.onFailure]
}

/** Everything that a call can do after its main action. */
export function effectsOfFunction({ check, effects }: GamebookFunction): readonly Effect[] {
  return [...effects, ...consequences(check)]
}

/** What an entity does by itself: on entering it, on taking its edges, on asking about its topics. */
export function effectsOfEntity({ graphNode, speaker }: Entity): readonly Effect[] {
  return [
    ...(graphNode?.onEnter ?? []),
    ...(graphNode?.edges ?? []).flatMap((edge) => edge.effects),
    ...(speaker?.topics ?? []).flatMap((topic) => topic.effects),
  ]
}

/** The actions and events among all effects that can follow. */
export function callsIn(effects: readonly Effect[]): readonly (ActionCall | EventCall)[] {
  return flattenEffects(effects).filter((effect) => effect.kind === 'action' || effect.kind === 'event')
}
