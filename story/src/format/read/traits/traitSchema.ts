import type { TraitName } from '../../../gamebook/gamebook.ts'
import type { TraitParts } from '../draft.ts'
import type { MappingReader } from '../../cursor/mappingReader.ts'
import type { Located } from '../../diagnostics/sourceLocation.ts'

/** How a trait is written: its options on a type, its keys on an entity. */
export interface TraitSchema {
  readonly name: TraitName
  readonly readOptions?: (options: MappingReader) => TraitOptions
  readonly read: (keys: MappingReader) => TraitParts
}

export interface TraitOptions {
  readonly nodeTypeId?: Located<string>
}
