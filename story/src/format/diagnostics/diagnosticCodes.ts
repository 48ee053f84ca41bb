import type { Diagnostic } from './diagnostic.ts'

/** Every code that a diagnostic can have. Codes are stable: documents, tests and editors contain them. */
export const diagnosticCodes = {
  'file-missing': error('The folder has no readable gamebook file.'),
  'file-too-large': error('The file is larger than 2 MiB, or takes too much time or memory to read.'),
  'not-utf8': error('The file is not encoded in UTF-8.'),
  'yaml-syntax': error('The file is not valid YAML 1.2.'),
  'not-plain-text': error('The file is a document, a web page or an archive, not plain text.'),
  'multiple-documents': error('The file contains more than one YAML document.'),
  'not-a-mapping': error('The file is empty, or does not start with keys and values.'),
  'yaml-tag': error('A value has a YAML tag, a word that begins with "!".'),
  'too-deep': error('Lists and mappings are nested more than 32 levels deep.'),
  'too-many-aliases': error('Aliases make the file too large.'),
  'duplicate-key': error('A mapping has the same key twice.'),
  'bad-key': error('A key is not text.'),
  'bad-number': error('A number is infinite, not a number, or too large to be exact.'),
  'missing-key': error('A required key is missing.'),
  'misspelled-key': error('A key is misspelled, and errors elsewhere follow from it.'),
  'wrong-type': error('A value has the wrong type.'),
  'yaml-1-1-scalar': warning('Other YAML readers read this value differently.'),
  'cut-text': warning('A text ends, or starts, elsewhere than it seems to.'),
  'missing-punctuation': warning('A colon, or the space after a colon or dash, is missing.'),
  'swallowed-line': warning('A line that looks like a key or an element is read as a part of a text.'),
  'look-alike-character': warning('A key contains a character that only looks like another.'),
  'foreign-placeholder': warning('A text contains a placeholder of another notation, which is not replaced.'),
  'unknown-key': warning('A key is unknown and ignored.'),
  'key-of-newer-format': warning('A newer key has a value of the wrong type, so it keeps its older meaning.'),
  'unknown-option': warning('A trait has no such option.'),
  'near-miss-field': warning('A custom field is named like, or almost like, a key that means something else.'),
  'unreadable-field': warning('No expression can read a field of this name.'),
  'bad-folder-name': warning("The name of the gamebook's folder is not allowed."),
  'shadowed-gamebook': warning('A gamebook that comes with the app has the same id and is used instead.'),
  'bad-id': error('An id contains characters that are not allowed, or is too long.'),
  'missing-id': error('There is neither an id nor a name to derive it from.'),
  'duplicate-id': error('Two things have the same id.'),
  'duplicate-word': warning('A word for a topic or a detail is used twice.'),
  'reserved-name': error('A name is reserved for the engine or for expressions.'),
  'unknown-trait': error('There is no trait of this name.'),
  'duplicate-trait': error('A type has the same trait twice.'),
  'unknown-type': error('There is no entity type of this id.'),
  'unknown-reference': error('There is no entity of this id.'),
  'wrong-trait': error('An entity or type lacks the trait that is needed here.'),
  'empty-graph': error('A graph has no nodes.'),
  'unknown-start-node': error('The start node is not in the graph.'),
  'containment-cycle': error('Items contain each other, or are nested too deep.'),
  'edge-leaves-graph': warning('An edge leads to a node that is not in the same graph.'),
  'duplicate-edge': warning('A node has two edges to the same node.'),
  'duplicate-node': warning('A graph lists the same node twice.'),
  'node-without-graph': warning('A node is in no graph and can never be entered.'),
  'unreachable-node': warning('No edge, effect or trigger leads to a node.'),
  'type-not-told': warning('A type has no instructions and is never sent to the narrator.'),
  'node-not-described': warning('A graph has nodes without the trait "described".'),
  'field-not-on-every-node': warning('Not every node that can be current has the field.'),
  'never-equal': warning('Two values of different types are compared and are never equal.'),
  'expression-parse': error('An expression has a syntax error.'),
  'expression-unknown-entity': error('An expression names an entity that does not exist.'),
  'expression-unknown-field': error('An expression reads a field that does not exist.'),
  'expression-unknown-topic': error('An expression names a topic that its speaker does not have.'),
  'expression-not-an-entity': error('A path continues through a value that is not an entity.'),
  'expression-type': error('An expression gives a value of the wrong type.'),
  'expression-not-numeric': error('An expression calculates with a value that is not a number.'),
  'expression-division-by-zero': error('An expression divides by zero.'),
  'dynamic-cycle': error('Computed fields depend on each other.'),
  'dynamic-on-state': error('A value that changes during play is computed by an expression.'),
  'bad-field': error('A field declaration contradicts itself.'),
  'bad-value': error('A value does not fit its field or is not allowed here.'),
  'unknown-target': warning('A function has an unknown target and offers no tool.'),
  'missing-trait': warning('A function needs a trait that its entity lacks, and offers no tool.'),
  'unknown-action': error('The engine has no action of this name.'),
  'bad-action-name': error('The name of an action does not have the form namespace/name.'),
  'event-near-action': warning('An event is named almost like an action of the engine.'),
  'target-action-mismatch': error('Two keys name different actions.'),
  'empty-function': error('A function has no action and no effects.'),
  'empty-trigger': error('A trigger has no action and no effects.'),
  'bad-tool-name': error('The name of a tool is not allowed.'),
  'duplicate-tool-name': error('Two functions have the same name.'),
  'unknown-parameter': error('A function has no parameter of this name.'),
  'bad-args': error('The arguments of an action are missing, unknown or of the wrong type.'),
  'bad-dice': error('A roll is not written like "2d6".'),
  'missing-entity-id': error('An action needs "entity_id" because nothing owns it.'),
  'image-outside': error("The path of the image leads outside the gamebook's folder."),
  'image-type': error('The image is not of a supported type.'),
  'image-missing': warning("The image file is missing or can't be read."),
  'image-too-large': warning('The image file is too large.'),
  'too-many-functions': warning('The gamebook has so many functions that many models choose badly.'),
  limit: error('The gamebook exceeds a limit, which the message names.'),
  'state-version': error('A newer version saved the state.'),
  'state-invalid': error("The saved state can't be read."),
  'state-orphan': warning('The gamebook no longer contains what was saved.'),
  'state-type': warning('A saved value no longer fits its field and was converted or reset.'),
  'state-dynamic': warning('A saved field is now computed.'),
} as const satisfies Record<string, DiagnosticKind>

export type DiagnosticCode = keyof typeof diagnosticCodes

interface DiagnosticKind {
  readonly severity: Diagnostic['severity']
  /** One sentence for the list of codes. */
  readonly meaning: string
}

function error(meaning: string): DiagnosticKind {
  return { severity: 'error', meaning }
}

function warning(meaning: string): DiagnosticKind {
  return { severity: 'warning', meaning }
}
