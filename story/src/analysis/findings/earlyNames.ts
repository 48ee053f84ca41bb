import type { Entity, Gamebook, GamebookFunction } from '../../gamebook/gamebook.ts'
import { indexOf } from '../../gamebook/gamebookIndex.ts'
import { offerFunction } from '../../play/offeredFunctions.ts'
import type { World } from '../../state/world.ts'
import { isRevealed } from '../../traits/visibility.ts'
import { events } from '../programs/event.ts'
import type { Observer } from '../programs/observers.ts'
import { authorText, normalizeText } from '../static/authorText.ts'
import { isLongEnough, secretName } from '../static/secretName.ts'
import { observedFinding, type FindFindings } from './findingContext.ts'

/** What a search must look at to find functions that name a secret while they are offered. */
export function listEarlyNameObservers(gamebook: Gamebook): readonly Observer[] {
  return listNames(gamebook).map(({ fn, secret }) => ({
    name: `${fn.name} naming ${secret.id}`,
    look: (world: World) =>
      !isRevealed(world, secret) && offerFunction(world, fn, ignore) !== null
        ? [events.namedEarly(fn.name, secret.id)]
        : [],
    onlyBeforeEnd: true,
  }))
}

/** Finds functions that are offered before something secret is revealed and whose texts name it. */
export const findEarlyNames: FindFindings = (context) => {
  const { gamebook, locations, answers } = context
  return listNames(gamebook).flatMap(({ fn, secret: { id } }) => {
    const witness = answers.pathTo(events.namedEarly(fn.name, id))?.steps
    if (witness === undefined) return []
    const message = `The function "${fn.name}" is offered before "${id}" is revealed, and its texts name it.`
    const hint = `Name it differently, or give the function "enabled: ${id}.revealed".`
    return [observedFinding(context, 'secret-named-early', locations.function(fn.name), { message, hint, witness })]
  })
}

interface NamedSecret {
  readonly fn: GamebookFunction
  readonly secret: Entity
}

function listNames(gamebook: Gamebook): readonly NamedSecret[] {
  const secrets = indexOf(gamebook).secrets.flatMap((secret) => {
    const name = secretName(secret)
    return name === null || !isLongEnough(name) ? [] : [{ secret, name }]
  })
  return gamebook.functions.flatMap((fn) => {
    const texts = textsOf(fn).map(normalizeText)
    return secrets
      .filter(({ secret, name }) => fn.ownerId !== secret.id && texts.some((text) => text.includes(name)))
      .map(({ secret }) => ({ fn, secret }))
  })
}

/** What is sent while the function is offered. */
function textsOf({ name, description, parameters, properties }: GamebookFunction): readonly string[] {
  return [
    name,
    authorText(description),
    ...[...parameters.values()].flatMap((parameter) => [
      parameter.description ?? '',
      ...(parameter.type === 'choice' ? parameter.values.map(String) : []),
    ]),
    ...[...properties.values()].map((property) => property ?? ''),
  ]
}

function ignore(): void {}
