import { dirname, relative, resolve, win32 } from 'node:path'
import {
  describeFailure,
  formatStep,
  judgeReplay,
  OPENING,
  playReplay,
  type PlayedStep,
  type ReplayClaim,
  toLine,
} from '@llm-gamebook/story'

import { errorCodes } from '../../errorCodes.ts'
import { readFileAtMost } from '../../readFileAtMost.ts'
import { CliError } from '../cliError.ts'
import { openGamebook } from '../openGamebook.ts'
import { readArguments } from '../readArguments.ts'
import { MAX_REPLAY_BYTES, parseReplay, type ReplayFile } from '../replay/replayFile.ts'
import type { Terminal } from '../terminal.ts'

const WRITE_REPLAYS = 'Write replays with: npm run gamebook -- check <gamebook> --replays <folder>'

/** Plays the file of a replay. Returns 1 if it doesn't show what it claims. */
export async function replay(args: readonly string[], terminal: Terminal): Promise<number> {
  const { positionals } = readArguments(args, {})
  const [given, gamebookGiven, another] = positionals
  if (given === undefined || another !== undefined)
    throw new CliError(
      given === undefined ? 'No replay given.' : `Too many arguments: "${another}".`,
      'Give the file of a replay: npm run gamebook -- replay <file> [<gamebook>]',
    )
  const path = resolve(terminal.folder, given)
  const file = await readReplay(path, given)
  const { gamebook, version } = await openGamebook(gamebookGiven ?? locateGamebook(path, file, terminal), terminal)
  const played = playReplay(gamebook, file.calls, file.seed)
  const isChanged = version !== file.gamebook.hash
  const { isShown, text } = judgeReplay(gamebook, isChanged ? withoutPlace(file.claim) : file.claim, file.calls, played)
  terminal.write(
    [
      toLine(`${file.gamebook.title}: ${file.finding.code}, line ${file.finding.line}`),
      toLine(file.finding.message),
      ...(isChanged ? ['The gamebook has changed since the replay was written.'] : []),
      describeDice(file),
      ...played.flatMap((one, index) => describeStep(file.seed === null ? one : withoutDice(one), index)),
      toLine(text),
      '',
    ].join('\n'),
  )
  return isShown ? 0 : 1
}

async function readReplay(path: string, given: string): Promise<ReplayFile> {
  const text = await readFileAtMost(path, MAX_REPLAY_BYTES).catch((error: unknown) => {
    const isMissing = errorCodes(error).includes('ENOENT')
    throw new CliError(isMissing ? `There is no file "${given}".` : `"${given}" can't be read.`, WRITE_REPLAYS)
  })
  const file = text === null ? null : parseReplay(text.toString())
  if (file === null) throw new CliError(`"${given}" is not a replay that this version can read.`, WRITE_REPLAYS)
  return file
}

/** The gamebook that a replay names. On Windows, a whole path could name another computer. */
function locateGamebook(path: string, { gamebook }: ReplayFile, { folder }: Terminal): string {
  if (win32.isAbsolute(gamebook.file))
    throw new CliError(
      'The replay names its gamebook by a path that is not relative.',
      'Give the gamebook: npm run gamebook -- replay <file> <gamebook>',
    )
  return relative(folder, resolve(dirname(path), gamebook.file)) || '.'
}

function describeDice({ seed, calls }: ReplayFile): string {
  if (calls.every(({ rolls }) => rolls.length === 0)) return 'No dice are rolled.'
  return seed === null ? 'The dice are those of the replay.' : `The dice are those of seed ${seed}.`
}

/** An expression can have moved to another line. */
function withoutPlace(claim: ReplayClaim): ReplayClaim {
  return claim.kind === 'expression-fails' ? { ...claim, start: null } : claim
}

/** With a seed, the dice are in what changed. */
function withoutDice({ step, ...played }: PlayedStep): PlayedStep {
  return { ...played, step: { ...step, rolls: [] } }
}

function describeStep({ step, changes, refusal, failures }: PlayedStep, index: number): readonly string[] {
  const isOpening = step.function === OPENING
  const isQuiet = changes.length === 0 && failures.length === 0 && Object.keys(step.args).length === 0
  if (isOpening && isQuiet) return []
  const call = isOpening ? describeOpening(step) : `${index}. ${formatStep(step)}`
  return [
    toLine(call),
    ...changes.map((change) => `   ${toLine(change)}`),
    ...(refusal === null ? [] : [`   Refused: ${toLine(refusal)}`]),
    ...failures.map((failure) => `   Failed: ${toLine(describeFailure(failure))}`),
  ]
}

function describeOpening(step: PlayedStep['step']): string {
  return Object.keys(step.args).length === 0 && step.rolls.length === 0 ? 'At the start of the story' : formatStep(step)
}
