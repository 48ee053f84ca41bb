import type { PlotPromise } from '../../gamebook/gamebook.ts'
import { relatedTo, report } from '../diagnostics/reporter.ts'
import type { Located } from '../diagnostics/sourceLocation.ts'

/** Several effects may make the same promise, but different promises need different ids. */
export function checkPromises(promises: readonly Located<PlotPromise>[]): void {
  const first = new Map<string, Located<PlotPromise>>()
  for (const made of promises) {
    const { value, location } = made
    const earlier = first.get(value.id)
    if (earlier === undefined) first.set(value.id, made)
    else if (!isSame(earlier.value, value)) {
      const message = `Another promise already has the id "${value.id}".`
      report(location, 'duplicate-id', message, 'Change one of the two ids, or write the same "text" and "kept".', [
        relatedTo(earlier.location, `"${value.id}" is first used here.`),
      ])
    }
  }
}

function isSame(a: PlotPromise, b: PlotPromise): boolean {
  return a.text === b.text && JSON.stringify(a.kept.source) === JSON.stringify(b.kept.source)
}
