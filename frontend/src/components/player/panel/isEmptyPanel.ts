import type { Panel } from '../../../types/api.ts'

export function isEmptyPanel({ clocks, fields, inventory }: Panel): boolean {
  return clocks.length === 0 && fields.length === 0 && inventory.length === 0
}
