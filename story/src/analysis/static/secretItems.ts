import { callsIn } from '../../gamebook/flattenEffects.ts'
import type { Effect } from '../../gamebook/gamebook.ts'
import { indexOf } from '../../gamebook/gamebookIndex.ts'
import { listEffects } from './effectLists.ts'
import { guess, staticFinding, type FindStatic } from './staticContext.ts'

/**
 * Finds effects that move a secret item without revealing it: the player holds something that nothing shows. If other
 * effects reveal it, it may be revealed before, so this is a guess.
 */
export const findSecretItemsMoved: FindStatic = (context) => {
  const { gamebook, locations } = context
  const lists = listEffects(gamebook, locations)
  const revealedSomewhere = revealedBy(lists.flatMap(({ effects }) => effects))
  const isRevealedNowhere = (id: string): boolean =>
    !revealedSomewhere.has(id) && [...revealedSomewhere].every((other) => typeof other === 'string')
  return lists.flatMap(({ what, effects, location }) => {
    const calls = callsIn(effects)
    const revealed = revealedBy(effects)
    const moved = new Set(calls.filter(({ action }) => MOVES.has(action)).map(({ args }) => args.get('item')))
    return indexOf(gamebook)
      .secrets.filter(({ id, revealWhen }) => moved.has(id) && !revealed.has(id) && revealWhen === null)
      .map(({ id }) => {
        const message = `In ${what}, an effect moves "${id}", which is secret and stays hidden.`
        const hint = `Add "core/reveal: {entity_id: ${id}}" to the effects, or a "reveal_when" to "${id}".`
        const text = { message, hint }
        return isRevealedNowhere(id)
          ? staticFinding(context, 'secret-item-moved', location(), text, 'note')
          : guess(context, 'secret-item-moved', location(), text)
      })
  })
}

/** What effects reveal: ids, or expressions that only play decides. */
function revealedBy(effects: readonly Effect[]): ReadonlySet<unknown> {
  const reveals = callsIn(effects).filter(({ action }) => action === 'core/reveal')
  return new Set(reveals.map(({ args }) => args.get('entity_id')))
}

const MOVES: ReadonlySet<string> = new Set(['item/take', 'item/drop', 'item/give'])
