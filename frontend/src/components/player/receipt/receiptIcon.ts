import {
  IconBackpack,
  IconDice5,
  IconFeather,
  IconHourglass,
  IconInfoCircle,
  IconMessageCircle,
  IconPencil,
  IconRoute,
  IconSparkles,
  type Icon,
} from '@tabler/icons-react'

import type { Effect, Receipt } from '../../../types/api.ts'

/** The icon of the first action that changed something. */
export function receiptIcon(receipt: Receipt): Icon {
  if (receipt.by === 'system') return IconInfoCircle
  if (receipt.result !== 'applied') return IconFeather
  if (receipt.roll !== undefined) return IconDice5
  const action = firstChanging(receipt)?.action ?? receipt.action
  return BY_NAMESPACE.get(action.split('/')[0] ?? '') ?? IconSparkles
}

const BY_NAMESPACE = new Map<string, Icon>([
  ['graph', IconRoute],
  ['state', IconPencil],
  ['list', IconPencil],
  ['dice', IconDice5],
  ['clock', IconHourglass],
  ['item', IconBackpack],
  ['talk', IconMessageCircle],
])

function firstChanging(effect: Pick<Effect, 'action' | 'changes' | 'effects'>): Pick<Effect, 'action'> | undefined {
  if (effect.changes.length > 0) return effect
  return effect.effects?.map(firstChanging).find((found) => found !== undefined)
}
