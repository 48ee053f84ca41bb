import { callsIn } from '../../gamebook/flattenEffects.ts'
import { indexOf } from '../../gamebook/gamebookIndex.ts'
import { listEffects } from './effectLists.ts'
import { staticFinding, type FindStatic } from './staticContext.ts'

/** Finds effects that move a secret item without revealing it: the player holds something that nothing shows. */
export const findSecretItemsMoved: FindStatic = (context) => {
  const { gamebook, locations } = context
  return listEffects(gamebook, locations).flatMap(({ what, effects, location }) => {
    const calls = callsIn(effects)
    const revealed = new Set(
      calls.filter(({ action }) => action === 'core/reveal').map(({ args }) => args.get('entity_id')),
    )
    const moved = new Set(calls.filter(({ action }) => MOVES.has(action)).map(({ args }) => args.get('item')))
    return indexOf(gamebook)
      .secrets.filter(({ id, revealWhen }) => moved.has(id) && !revealed.has(id) && revealWhen === null)
      .map(({ id }) => {
        const message = `In ${what}, an effect moves "${id}", which is secret and stays hidden.`
        const hint = `Add "core/reveal: {entity_id: ${id}}" to the effects, or a "reveal_when" to "${id}".`
        return staticFinding(context, 'secret-item-moved', location(), { message, hint }, 'note')
      })
  })
}

const MOVES: ReadonlySet<string> = new Set(['item/take', 'item/drop', 'item/give'])
