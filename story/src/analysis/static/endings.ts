import { callsIn } from '../../gamebook/flattenEffects.ts'
import { placeGraphs } from '../../play/placeGraphs.ts'
import { listEffects } from './effectLists.ts'
import { staticFinding, type FindStatic } from './staticContext.ts'

/** Finds gamebooks whose story can't end: without an ending and without an action that ends it. */
export const findNoEnding: FindStatic = (context) => {
  const { gamebook, locations } = context
  const hasNode = [...gamebook.entities.values()].some(({ graphNode }) => graphNode?.ending != null)
  const lists = listEffects(gamebook, locations)
  const hasAction = lists.some(({ effects }) => callsIn(effects).some(({ action }) => action === 'core/end-game'))
  if (hasNode || hasAction) return []
  const [graph] = [...placeGraphs(gamebook), ...gamebook.entities.values()]
  return [
    staticFinding(context, 'no-ending', locations.key(graph?.id ?? '', 'node_ids'), {
      message: 'This story never ends: no node is an ending, and no effect ends it.',
      hint: 'Add "ending: {title: …, kind: good, text: …}" to a node.',
    }),
  ]
}
