import { textOf } from '../../gamebook/authoredText.ts'
import { findInventories } from '../../play/findInventories.ts'
import type { World } from '../../state/world.ts'
import { renderDescription, renderName } from '../../traits/described/prompt.ts'
import { isEnglish } from '../language/isEnglish.ts'
import type { Prose } from '../sentences/prose.ts'
import { toPresent } from '../sentences/toPresent.ts'
import {
  findGender,
  fromFirstPerson,
  fromThirdPerson,
  PERSONS,
  type Cast,
  type Gender,
} from '../sentences/toSecondPerson.ts'
import type { Voice } from '../sentences/voice.ts'
import { splitPhrase } from './nameIndex.ts'

/** A text as if it were written about `you` in the present tense, and the voice that it has then. */
export function readAsYouNow(
  world: World,
  plain: Prose,
  voice: Voice,
  players: ReadonlySet<string>,
): { readonly prose: Prose; readonly spoken: Voice } {
  const spoken: Voice = { person: 'second', tense: 'present' }
  if (voice.person === 'second' && voice.tense === 'present') return { prose: plain, spoken }
  if (!isEnglish(plain)) {
    const prose = voice.person === 'first' ? fromFirstPerson(plain) : plain
    return { prose, spoken: voice.person === 'first' ? { ...voice, person: 'second' } : voice }
  }
  const about =
    voice.person === 'first'
      ? fromFirstPerson(plain)
      : voice.person === 'third'
        ? fromThirdPerson(plain, castOf(world, plain, players))
        : plain
  return { prose: toPresent(about), spoken }
}

function castOf(world: World, { text }: Prose, players: ReadonlySet<string>): Cast {
  const descriptions = findInventories(world).map((entity) => renderDescription(world, entity))
  const functions = world.gamebook.functions.map(({ description }) => textOf(description))
  const others = [...world.gamebook.entities.values()]
    .filter(({ speaker }) => speaker !== undefined)
    .flatMap((entity) => {
      const gender = findGender(`${renderName(world, entity)} ${renderDescription(world, entity)}`)
      return splitPhrase(renderName(world, entity))
        .slice(-1)
        .map((noun): readonly [string, Gender | null] => [noun, gender ?? PERSONS.get(noun) ?? null])
    })
  return { players, gender: findGender(descriptions.join(' '), text, functions.join(' ')), others: new Map(others) }
}
