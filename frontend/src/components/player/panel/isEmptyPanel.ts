import type { Panel } from '../../../types/api.ts'

/** Most gamebooks without numbers, things and time have nothing to show beside the story. */
export function isEmptyPanel({ clocks, fields, inventory }: Panel): boolean {
  return clocks.length === 0 && fields.length === 0 && inventory.length === 0
}
