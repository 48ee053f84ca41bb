import { LIMITS } from '../transport/limits.ts'
import { MalformedCallError } from '../transport/malformedCallError.ts'
import { ResponseTooLargeError } from '../transport/responseTooLargeError.ts'
import { TruncatedStreamError } from '../transport/truncatedStreamError.ts'
import { readArguments } from './callArguments.ts'
import type { CallFragment, CompleteCall } from './callFragment.ts'
import type { Finish } from './finishReason.ts'
import { JsonProgress } from './jsonProgress.ts'
import { isObject, textOf } from './values.ts'

/** One call, of which fragments arrive. */
export class CollectedCall {
  readonly key: string | undefined
  id = ''
  #name = ''
  #text = ''
  #progress = new JsonProgress()
  #signature: string | undefined
  #isComplete = false

  constructor(key: string | undefined) {
    this.key = key
  }

  add({ id = '', name = '', arguments: given, signature, isComplete = false }: CallFragment): void {
    if (this.id === '') this.id = id
    this.#addName(name)
    this.#signature ??= signature
    this.#isComplete ||= isComplete
    this.#append(toText(given))
  }

  /** Forgets the fragments of the arguments, which are known as a whole now. */
  clear(): void {
    this.#text = ''
    this.#progress = new JsonProgress()
  }

  /**
   * Whether a fragment begins another call. Some servers number all calls alike, or none: then a name begins a call if
   * the arguments before it are whole. Others repeat the name, or the whole arguments.
   */
  isBefore({ id = '', name = '', arguments: given }: CallFragment): boolean {
    if (name === '' || this.#name === '' || (id !== '' && id === this.id)) return false
    if (this.key === undefined && !name.startsWith(this.#name) && !this.#name.startsWith(name)) return true
    if (this.#text === '' || this.#progress.isOpen) return false
    if (id !== '' && this.id !== '') return true
    const added = toText(given)
    return added !== '' && added !== this.#text && this.#text.trim() !== '{}'
  }

  /**
   * The call of an answer that has ended. Throws if it was cut off although the answer was not.
   * @param finish undefined if the server only said that there is nothing more
   */
  close(finish: Finish | undefined): CompleteCall {
    const read = readArguments(this.#text)
    const isCut = read.state === 'cut' || (read.state === 'empty' && finish === undefined && !this.#isComplete)
    const repaired = read.state === 'cut' && finish !== undefined ? read.repaired : undefined
    if (isCut && repaired === undefined)
      throw finish === undefined ? new TruncatedStreamError() : new MalformedCallError()
    if (this.#name === '') throw new MalformedCallError()
    const text = read.state === 'malformed' ? JSON.stringify(read.text) : '{}'
    return {
      id: this.id,
      name: this.#name,
      arguments: read.state === 'complete' ? read.json : (repaired ?? text),
      signature: this.#signature,
    }
  }

  /** A name comes whole, in pieces, or as far as it is known. After the arguments have begun it is only repeated. */
  #addName(added: string): void {
    if (added.startsWith(this.#name)) this.#name = added
    else if (this.#text === '' && !this.#name.startsWith(added)) this.#name += added
  }

  /** Appends a fragment, or takes it for all fragments so far, with which it begins. */
  #append(fragment: string): void {
    const size = this.#text.length
    if (size > 0 && fragment.length > size && fragment.startsWith(this.#text)) this.clear()
    this.#text += fragment
    this.#progress.add(fragment)
    if (this.#text.length > LIMITS.argumentCharacters) throw new ResponseTooLargeError('The call')
  }
}

/** Some servers send an object, or nothing where there are no arguments. */
const toText = (given: unknown): string =>
  isObject(given) || Array.isArray(given) ? JSON.stringify(given) : textOf(given)
