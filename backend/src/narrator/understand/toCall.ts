import type { Option } from '../scene/option.ts'
import type { Filled } from './fill/fillSlots.ts'
import type { Intent } from './intent.ts'

/** The call that an option and what was said of it make; the question for what is missing; or why it is refused. */
export function toCall(option: Option, { args, implied, open }: Filled): Intent {
  const { call, reason } = option
  if (call === null) return { kind: 'shut', reason: reason ?? '' }
  const said = { ...call.args, ...args, ...implied }
  if (open !== null) return { kind: 'ask', option, call, args: said, open }
  return { kind: 'call', call: { function: call.function, args: said } }
}
