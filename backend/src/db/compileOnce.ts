import type { CompiledQuery } from 'kysely'

/**
 * A statement that is built with the first values and takes the others in the same order: building it costs more than
 * running it.
 */
export function compileOnce<Input>(
  build: (input: Input) => { compile(): CompiledQuery },
  toParameters: (input: Input) => readonly unknown[],
): (input: Input) => CompiledQuery {
  let built: CompiledQuery | undefined
  return (input) => {
    built ??= build(input).compile()
    return { ...built, parameters: toParameters(input) }
  }
}
