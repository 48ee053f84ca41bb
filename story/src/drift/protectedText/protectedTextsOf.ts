import { authoredText } from '../../gamebook/authoredText.ts'
import { listHiddenNames } from '../../prompt/listHiddenNames.ts'
import type { World } from '../../state/world.ts'
import { isRevealed } from '../../traits/visibility.ts'
import type { KnownText } from '../world/knownText.ts'
import { splitPhrase } from '../world/nameIndex.ts'
import { isUnsent, listRuns } from './runsOfWords.ts'
import { listSecretTexts } from './secretTexts.ts'
import { protectTexts, type ProtectedTexts } from './textReader.ts'

/** The names of secrets, as far as nothing has been said of them, and runs of the author's own words about them. */
export function protectedTextsOf(world: World, known: KnownText): ProtectedTexts {
  const runs = listSecretTexts(world).flatMap((text) => listRuns(splitPhrase(text), RUN))
  return protectTexts([
    ...protectedNames(world, known),
    ...runs.filter((run) => isUnsent(run, known, RARE)).map((run) => run.join(' ')),
  ])
}

/** Whether there is anything that players may not know yet. */
export const hasSecrets = (world: World): boolean =>
  [...world.gamebook.entities.values()].some((entity) => !isRevealed(world, entity))

/** In words, of which so many are in nothing that was sent. */
const RUN = 4
const RARE = 2

function protectedNames(world: World, known: KnownText): readonly string[] {
  return listHiddenNames(world)
    .filter((name) => {
      const words = splitPhrase(name)
      const text = words.join(' ')
      return (
        text.length > 2 && !known.folded.includes(` ${text} `) && (words.length > 1 || !isOrdinary(world, name, text))
      )
    })
    .map((name) => splitPhrase(name).join(' '))
}

/** A name of one word that authors also use for other things is no secret by itself: "Key". */
function isOrdinary({ gamebook }: World, name: string, word: string): boolean {
  if (ORDINARY.has(word) || !/^\p{Lu}/u.test(name)) return true
  return new RegExp(`(?<![\\p{L}])${word.replaceAll(/[^\p{L}\p{N}]/gu, '.')}(?![\\p{L}])`, 'u').test(
    authoredText(gamebook),
  )
}

const ORDINARY: ReadonlySet<string> = new Set(
  (
    'key door room map letter box book lamp knife gold coin coins ring stairs cellar attic garden tunnel passage secret ' +
    'note diary hatch cave hall chest sword dagger rope stone gem treasure vault crypt tomb ghost stranger child dog cat ' +
    'rat bird boat island forest well tower bridge road gate window mirror clock watch bell cup kettle bottle potion ' +
    'poison scroll chart lever button wheel machine engine office library kitchen bedroom study lantern torch candle'
  ).split(' '),
)
