import type { LiveEvent } from '../types/api.ts'

/** Null for event types of a newer server. */
export function parseLiveEvent(line: string): LiveEvent | null {
  const value: unknown = JSON.parse(line)
  return isLiveEvent(value) ? value : null
}

const KNOWN_TYPES: Record<LiveEvent['type'], true> = {
  snapshot: true,
  'message-start': true,
  'part-start': true,
  'part-delta': true,
  'part-end': true,
  'part-withdrawn': true,
  receipt: true,
  state: true,
  notice: true,
  'message-end': true,
  session: true,
  heartbeat: true,
}

/** Checks the type only: page and server are built from the same OpenAPI document. */
function isLiveEvent(value: unknown): value is LiveEvent {
  return (
    typeof value === 'object' &&
    value !== null &&
    'type' in value &&
    typeof value.type === 'string' &&
    Object.hasOwn(KNOWN_TYPES, value.type)
  )
}
