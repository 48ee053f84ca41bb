/**
 * The status panel beside the story: the time, the fields that the author shows, and the inventory. Only visible
 * entities are part of it.
 */
export interface PanelView {
  /** In the order of the file. */
  readonly clocks: readonly ClockView[]
  /** Fields are in the order of the file by entity, then in the order of the entity's type. */
  readonly fields: readonly PanelFieldView[]
  /** One view for each container that carries items for the player. */
  readonly inventory: readonly InventoryView[]
}

export interface ClockView {
  readonly entityId: string
  /** Null if the clock is not described. */
  readonly entity: string | null
  /** From 1. */
  readonly day: number
  /** `HH:MM` */
  readonly time: string
}

export type PanelFieldView = {
  readonly entityId: string
  /** Null if the entity is not described. */
  readonly entity: string | null
  readonly field: string
  readonly label: string
  /** The formatted value. */
  readonly text: string
  /** The author's sentence about the value; null if there is none. */
  readonly caption: string | null
  /** Whether the value is false or an empty list: nothing to show. */
  readonly isEmpty: boolean
} & (
  | { readonly show: 'text' }
  | { readonly show: 'bar'; readonly value: number; readonly min: number; readonly max: number }
  | { readonly show: 'list'; readonly items: readonly string[] }
  /** `isOn` is null for a text, which describes itself. */
  | { readonly show: 'icon'; readonly isOn: boolean | null }
)

export interface InventoryView {
  readonly entityId: string
  /** Null if the container is not described. */
  readonly entity: string | null
  /** The maximum number of items; null for no limit. */
  readonly capacity: number | null
  /** In the order of the file. */
  readonly items: readonly InventoryItemView[]
}

export interface InventoryItemView {
  readonly entityId: string
  readonly entity: string
  readonly description: string
  /** The contents of an open container. */
  readonly items: readonly InventoryItemView[]
}
