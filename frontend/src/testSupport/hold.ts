export interface Held<Value> {
  readonly promise: Promise<Value>
  readonly release: (value: Value) => void
}

/** A promise that the test resolves. */
export function hold<Value>(): Held<Value> {
  let release: (value: Value) => void = () => undefined
  const promise = new Promise<Value>((resolve) => {
    release = resolve
  })
  return { promise, release: (value) => release(value) }
}
