import type { LiveEvent } from '../types/api.ts'

/** Null for what a newer server may send and this page does not know. */
export function parseLiveEvent(line: string): LiveEvent | null {
  const value: unknown = JSON.parse(line)
  return isLiveEvent(value) ? value : null
}

const KNOWN: Record<LiveEvent['type'], true> = {
  snapshot: true,
  'message-start': true,
  'part-start': true,
  'part-delta': true,
  'part-end': true,
  receipt: true,
  state: true,
  notice: true,
  'message-end': true,
  session: true,
  heartbeat: true,
}

/** Only the type is looked at: page and server are built from one OpenAPI document. */
function isLiveEvent(value: unknown): value is LiveEvent {
  return (
    typeof value === 'object' &&
    value !== null &&
    'type' in value &&
    typeof value.type === 'string' &&
    Object.hasOwn(KNOWN, value.type)
  )
}
