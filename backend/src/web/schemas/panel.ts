import type { InventoryItemView } from '@llm-gamebook/story'
import { z } from 'zod'

const Named = { entityId: z.string(), entity: z.string().nullable().describe('Its name, if it has one') }

const Clock = z
  .object({ ...Named, day: z.int().describe('From 1'), time: z.string().describe('HH:MM') })
  .meta({ id: 'Clock' })

const Field = {
  ...Named,
  field: z.string(),
  label: z.string(),
  text: z.string().describe('The value as text'),
  caption: z.string().nullable().describe('A sentence about the value'),
  isEmpty: z.boolean().describe('False or an empty list, which the panel does not show'),
}

const PanelField = z
  .discriminatedUnion('show', [
    z.object({ ...Field, show: z.literal('text') }),
    z.object({ ...Field, show: z.literal('bar'), value: z.number(), min: z.number(), max: z.number() }),
    z.object({ ...Field, show: z.literal('list'), items: z.array(z.string()) }),
    z.object({ ...Field, show: z.literal('icon'), isOn: z.boolean().nullable().describe('Null for text') }),
  ])
  .meta({ id: 'PanelField' })

const CarriedItem: z.ZodType<InventoryItemView> = z
  .object({
    entityId: z.string(),
    entity: z.string(),
    description: z.string(),
    /** The items that it contains. */
    items: z.lazy(() => z.array(CarriedItem)),
  })
  .meta({ id: 'CarriedItem' })

const Carrier = z
  .object({
    ...Named,
    capacity: z.int().nullable().describe('How many items it can hold; null for any number'),
    items: z.array(CarriedItem),
  })
  .meta({ id: 'Carrier' })

/** The status panel beside the story. */
export const Panel = z
  .object({
    clocks: z.array(Clock),
    fields: z.array(PanelField).describe('By entity, in the order of the gamebook'),
    inventory: z.array(Carrier).describe("The containers that hold the player's items"),
  })
  .meta({ id: 'Panel' })
export type Panel = z.infer<typeof Panel>
