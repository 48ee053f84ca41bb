/** Microseconds of the machine's monotonic clock, which all its processes share. */
export const now = (): number => Number(process.hrtime.bigint() / 1000n)

export const sleep = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds)
  })
