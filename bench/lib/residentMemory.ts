import { readdirSync, readFileSync } from 'node:fs'

/** The memory of a process and all its descendants, in MiB; NaN on systems without /proc. */
export function residentMemory(pid: number): number {
  if (process.platform !== 'linux') return NaN
  return sum(family(pid, readProcesses()).map((one) => readResidentKib(one.pid))) / 1024
}

interface Process {
  readonly pid: number
  readonly parent: number
}

const readProcesses = (): Process[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      const stat = readIfExists(`/proc/${name}/stat`)
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      return stat ? [{ pid: Number(name), parent: Number(fields[1]) }] : []
    })

function family(pid: number, processes: readonly Process[]): Process[] {
  const children = processes.filter(({ parent }) => parent === pid)
  return [...processes.filter((one) => one.pid === pid), ...children.flatMap((child) => family(child.pid, processes))]
}

const readResidentKib = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readIfExists(`/proc/${pid}/status`))?.[1] ?? 0)

/** Empty if the file is gone: a process may end between listing and reading. */
function readIfExists(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
