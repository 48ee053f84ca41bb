/** The arrival time of each marked word, `(#request.word)`, of one turn. The first mark identifies the request. */
export class WordTimes {
  request: number | undefined
  readonly arrivedAt = new Map<number, number>()

  add(text: string, time: number): void {
    for (const [, request, word] of text.matchAll(/\(#(\d+)\.(\d+)\)/g)) {
      this.request ??= Number(request)
      if (this.request === Number(request) && !this.arrivedAt.has(Number(word))) {
        this.arrivedAt.set(Number(word), time)
      }
    }
  }
}
