/**
 * What a player has before their eyes beside the story: the time, the fields that the author shows, and what is
 * carried. Holds nothing of what is not visible.
 */
export interface PanelView {
  /** In the order of the file. */
  readonly clocks: readonly ClockView[]
  /** By entity, in the order of the file; those of one entity in the order of their type. */
  readonly fields: readonly PanelFieldView[]
  /** One for each container that carries things for the player. */
  readonly inventory: readonly InventoryView[]
}

export interface ClockView {
  readonly entityId: string
  /** Null where the clock is not described. */
  readonly entity: string | null
  /** From 1. */
  readonly day: number
  /** `HH:MM` */
  readonly time: string
}

export type PanelFieldView = {
  readonly entityId: string
  /** Null where the entity is not described. */
  readonly entity: string | null
  readonly field: string
  readonly label: string
  /** The value in words. */
  readonly text: string
} & (
  | { readonly show: 'text' }
  | { readonly show: 'bar'; readonly value: number; readonly min: number; readonly max: number }
  | { readonly show: 'list'; readonly items: readonly string[] }
  /** `isOn`: null for a text, which says by itself what it is. */
  | { readonly show: 'icon'; readonly isOn: boolean | null }
)

export interface InventoryView {
  readonly entityId: string
  /** Null where the container is not described. */
  readonly entity: string | null
  /** How many things it takes; null: any number. */
  readonly capacity: number | null
  /** In the order of the file. */
  readonly items: readonly InventoryItemView[]
}

export interface InventoryItemView {
  readonly entityId: string
  readonly entity: string
  readonly description: string
  /** What it holds itself, if it is an open container. */
  readonly items: readonly InventoryItemView[]
}
