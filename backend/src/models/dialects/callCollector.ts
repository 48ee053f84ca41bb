import { LIMITS } from '../transport/limits.ts'
import type { CallFragment, CompleteCall } from './callFragment.ts'
import { CollectedCall } from './collectedCall.ts'
import type { Finish } from './finishReason.ts'

/** Collects the calls of one answer from their fragments. None is passed on before the answer has an end. */
export class CallCollector {
  readonly #calls: CollectedCall[] = []
  /** The latest call is beyond the limit, so what continues it is left out too. */
  #isLeavingOut = false

  get isEmpty(): boolean {
    return this.#calls.length === 0
  }

  add(fragment: CallFragment): void {
    if (this.#isLeavingOut && fragment.key === undefined && (fragment.id ?? '') === '') return
    const call = this.#find(fragment) ?? this.#open(fragment)
    this.#isLeavingOut = call === undefined
    call?.add(fragment)
  }

  /** Adds a fragment with the arguments as a whole. */
  complete(fragment: CallFragment): void {
    if (fragment.arguments !== undefined && fragment.arguments !== '') this.#find(fragment)?.clear()
    this.add({ ...fragment, isComplete: true })
  }

  /**
   * The calls of an answer that has ended. Throws if one of them was cut off although the answer was not.
   * @param finish undefined if the server only said that there is nothing more
   */
  close(finish: Finish | undefined): readonly CompleteCall[] {
    const isBroken = finish === 'length' || finish === 'content-filter'
    return isBroken ? [] : this.#calls.map((call) => call.close(finish))
  }

  #find(fragment: CallFragment): CollectedCall | undefined {
    const { key, id = '', name = '' } = fragment
    const ofKey = key === undefined ? this.#calls.at(-1) : this.#calls.findLast((call) => call.key === key)
    if (key === undefined && id !== '') {
      return this.#calls.find((call) => call.id === id) ?? (name === '' ? ofKey : undefined)
    }
    return ofKey?.isBefore(fragment) === true ? undefined : ofKey
  }

  /** A call beyond the limit is left out. */
  #open({ key }: CallFragment): CollectedCall | undefined {
    if (this.#calls.length >= LIMITS.calls) return undefined
    const call = new CollectedCall(key)
    this.#calls.push(call)
    return call
  }
}
