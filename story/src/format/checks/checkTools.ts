import type { FunctionDraft } from '../read/draft.ts'
import type { Gamebook } from '../../gamebook/gamebook.ts'
import { limits } from '../diagnostics/limits.ts'
import { relatedTo, report } from '../diagnostics/reporter.ts'
import type { Located } from '../diagnostics/sourceLocation.ts'
import type { Scope } from '../resolve/scope.ts'

/** Reports duplicate names of tools, also of the engine's own, and too many tools. */
export function checkTools({ draft }: Scope, gamebook: Gamebook): void {
  const functions = draft.types.flatMap(({ entities }) =>
    entities.flatMap((entity) => entity.functions.filter(({ isOffered }) => isOffered)),
  )
  const builtIn = new Set(gamebook.functions.flatMap(({ name, ownerId }) => (ownerId === null ? [name] : [])))
  const first = new Map<string, FunctionDraft>()
  for (const tool of functions) {
    const { value, location } = tool.name
    const earlier = first.get(value)
    if (earlier === undefined) {
      first.set(value, tool)
      if (builtIn.has(value)) reportBuiltIn(tool.name)
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

function reportBuiltIn({ value, location }: Located<string>): void {
  const message = `This gamebook has a built-in function "${value}".`
  const hint =
    value === 'ask'
      ? 'Give this function another "name", or replace the built-in one: add a function with "target: ask".'
      : 'Give this function another "name".'
  report(location, 'duplicate-tool-name', message, hint)
}
