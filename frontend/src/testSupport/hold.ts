export interface Held<Value> {
  readonly promise: Promise<Value>
  readonly release: (value: Value) => void
}

/** A promise in the hands of the test. */
export function hold<Value>(): Held<Value> {
  let release: (value: Value) => void = () => undefined
  const promise = new Promise<Value>((resolve) => {
    release = resolve
  })
  return { promise, release: (value) => release(value) }
}
