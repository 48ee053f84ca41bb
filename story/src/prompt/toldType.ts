import type { Gamebook } from '../gamebook.ts'
import { isToldType, type ToldType } from '../traits/told.ts'

export type { ToldType } from '../traits/told.ts'

export function toldTypes({ entityTypes }: Gamebook): readonly ToldType[] {
  return entityTypes.filter(isToldType)
}
