/** What each command does, and its options. */
const COMMANDS: ReadonlyMap<string, string> = new Map([
  [
    'check',
    `  npm run gamebook -- check <gamebook> …          find mistakes before anyone plays
      --json                                      print JSON
      --sarif                                     print SARIF 2.1.0, for code hosts
      --strict                                    exit status 1 on warnings too
      --max-states <number>                       states of one search at most (300000)
      --seconds <number>                          time for each gamebook (300)
      --replays <folder>                          write a replay for each finding with steps
      --no-cache                                  check again, even if nothing has changed`,
  ],
  ['replay', `  npm run gamebook -- replay <file> [<gamebook>]  play a replay, and say whether it shows its finding`],
  [
    'play-random',
    `  npm run gamebook -- play-random <gamebook>      play at random, and say what was covered
      --runs <number>                             how many plays (1000)
      --seed <number>                             the seed of the first play (1); each next one adds 1
      --max-steps <number>                        how many calls a play has at most (400)
      --json                                      print JSON`,
  ],
  [
    'walkthrough',
    `  npm run gamebook -- walkthrough <gamebook>      find a path to an ending or another node
      --to <title of an ending, or id of a node>
      --json                                      print JSON
      --max-states <number>                       states of the search at most (300000)`,
  ],
  [
    'play',
    `  npm run gamebook -- play <gamebook>             play in the terminal
      --model <name of a saved model>             instead of the built-in narrator
      --seed <number>                             the seed of the dice
      --resume <file>                             continue a saved story`,
  ],
  [
    'drift',
    `  npm run gamebook -- drift <file.jsonl>          check labeled answers for drift, and print the scores as JSON
      --gamebooks <folder>                        where their gamebooks are, before the library`,
  ],
  [
    'bench',
    `  npm run gamebook -- bench --model <name>        measure a saved model with scripted turns
      --arms <arms>                               prompt, tools, conditions, full, or all (full)
      --books <books>                             the books to play, or all (room-seven)
      --seed <number>                             the order of the turns (1)
      --max-cost <amount>                         end before the run costs more
      --max-minutes <number>                      end after this time
      --resume <file>                             keep the results in a file, and continue from them
      --dry-run                                   only print what a run is expected to use
      --json                                      print JSON`,
  ],
  [
    'sentences',
    `  npm run gamebook -- sentences <file.jsonl>      play labeled sentences with the built-in narrator, and print scores
      --gamebooks <folder>                        where their gamebooks are, before the library
      --failures                                  list the sentences that were not understood`,
  ],
])

const GAMEBOOK = "<gamebook> is an id, such as example/low-water, or the path of a gamebook's folder or file.\n"
const EXIT_STATUS = `Exit status: 0 success, 1 failure (errors, no path found, a replay that shows nothing),
2 the command could not run, 130 canceled.
`

/** The help for one command; for all of them if there is no such command. */
export function describeUsage(command: string | undefined): string {
  const own = command === undefined ? undefined : COMMANDS.get(command)
  if (own !== undefined) return `${own}\n\n${GAMEBOOK}\n${EXIT_STATUS}`
  return `Commands for gamebooks:\n\n${[...COMMANDS.values()].join('\n')}\n\n${GAMEBOOK}\n${EXIT_STATUS}`
}
