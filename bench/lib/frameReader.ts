/** Splits the bytes of an event stream into events. */
export function frameReader(onFrame: (frame: string) => void): (chunk: Buffer) => void {
  let rest = ''
  return (chunk) => {
    const frames = (rest + chunk.toString('latin1')).split('\n\n')
    rest = frames.pop() ?? ''
    frames.forEach(onFrame)
  }
}
