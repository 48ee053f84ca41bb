/** The limits of a gamebook (docs/gamebook-format.md, section 11). */
export const limits = {
  fileBytes: 2 * 1024 * 1024,
  depth: 32,
  /** Keys, texts and numbers that are written out: reading takes time for each. */
  scalars: 200_000,
  /** As the `yaml` package counts them. */
  aliasUses: 100,
  /** Values that aliases add to those written out: a small file must not become a large gamebook. */
  aliasedValues: 100_000,
  entityTypes: 200,
  entities: 10_000,
  triggers: 1000,
  /** Lists of effects that follow from rolls, inside each other. */
  nestedRolls: 4,
  /** Containers inside each other. */
  nestedContainers: 8,
  textCharacters: 20_000,
  narrationCharacters: 2000,
  contentWarnings: 20,
  contentWarningCharacters: 100,
  licenseCharacters: 500,
  /** The name of an invariant or a goal. */
  nameCharacters: 200,
  expressionCharacters: 2000,
  functionsWithoutWarning: 64,
  diagnostics: 1000,
  /** Each text of a diagnostic. */
  findingCharacters: 1000,
  /** Searching for a similar name takes time. */
  suggestions: 100,
} as const
