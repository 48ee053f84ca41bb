import type { FunctionDraft } from '../read/draft.ts'
import { limits } from '../diagnostics/limits.ts'
import { relatedTo, report } from '../diagnostics/reporter.ts'
import type { Scope } from '../resolve/scope.ts'

/** Reports duplicate names of tools, and too many tools. */
export function checkTools({ draft }: Scope): void {
  const functions = draft.types.flatMap(({ entities }) =>
    entities.flatMap((entity) => entity.functions.filter(({ isOffered }) => isOffered)),
  )
  const first = new Map<string, FunctionDraft>()
  for (const tool of functions) {
    const { value, location } = tool.name
    const earlier = first.get(value)
    if (earlier === undefined) {
      first.set(value, tool)
      continue
    }
    const message = `There is already a function "${value}".`
    report(location, 'duplicate-tool-name', message, 'Give each function a different "name".', [
      relatedTo(earlier.name.location, `"${value}" is first used here.`),
    ])
  }
  const excess = functions[limits.functionsWithoutWarning]
  if (excess === undefined) return
  const message = `There are ${functions.length} functions; with more than ${limits.functionsWithoutWarning}, many models choose badly.`
  report(excess.location, 'too-many-functions', message, 'Merge similar functions.')
}
