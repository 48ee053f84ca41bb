import type { Panel, PanelField } from '../../../types/api.ts'

export function isEmptyPanel({ clocks, fields, inventory }: Panel): boolean {
  return clocks.length === 0 && fields.every(isHiddenField) && inventory.length === 0
}

/** What is false, an empty list or a sign without words is not shown. */
export function isHiddenField(field: PanelField): boolean {
  return field.isEmpty || (field.show === 'icon' && field.text === '')
}
