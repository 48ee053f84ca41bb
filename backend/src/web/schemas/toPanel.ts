import type { PanelView } from '@llm-gamebook/story'

import type { Panel } from './panel.ts'

export function toPanel({ clocks, fields, inventory }: PanelView): Panel {
  return {
    clocks: [...clocks],
    fields: fields.map((field) => (field.show === 'list' ? { ...field, items: [...field.items] } : field)),
    inventory: inventory.map((carrier) => ({ ...carrier, items: [...carrier.items] })),
  }
}
