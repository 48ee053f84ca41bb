const text = { type: 'string', minLength: 1 }
const message = closed({ text }, ['text'])

/** The part of the schema of SARIF 2.1.0 that `check --sarif` uses. Anything else is an error. */
export const SARIF_SCHEMA = closed(
  {
    $schema: { type: 'string', format: 'uri' },
    version: { const: '2.1.0' },
    runs: list(
      closed(
        {
          tool: closed(
            {
              driver: closed(
                {
                  name: text,
                  version: text,
                  rules: list(
                    closed({ id: text, shortDescription: message, help: message }, ['id', 'shortDescription', 'help']),
                  ),
                },
                ['name', 'rules'],
              ),
            },
            ['driver'],
          ),
          columnKind: { enum: ['utf16CodeUnits', 'unicodeCodePoints'] },
          results: list(
            closed(
              {
                ruleId: text,
                ruleIndex: { type: 'integer', minimum: 0 },
                level: { enum: ['none', 'note', 'warning', 'error'] },
                message,
                locations: list(location({})),
                properties: { type: 'object' },
                codeFlows: list(
                  closed({ threadFlows: list(closed({ locations: list(step(), 1) }, ['locations']), 1) }, [
                    'threadFlows',
                  ]),
                ),
              },
              ['ruleId', 'ruleIndex', 'level', 'message', 'locations'],
            ),
          ),
        },
        ['tool', 'columnKind', 'results'],
      ),
    ),
  },
  ['$schema', 'version', 'runs'],
)

function closed(properties: Readonly<Record<string, object>>, required: readonly string[]) {
  return { type: 'object', properties, required, additionalProperties: false }
}

function list(items: object, minItems = 0) {
  return { type: 'array', items, minItems }
}

function location(more: Readonly<Record<string, object>>) {
  const position = { type: 'integer', minimum: 1 }
  const artifactLocation = closed({ uri: { type: 'string', format: 'uri-reference' } }, ['uri'])
  const region = closed({ startLine: position, startColumn: position }, ['startLine', 'startColumn'])
  const physicalLocation = closed({ artifactLocation, region }, ['artifactLocation', 'region'])
  return closed({ physicalLocation, ...more }, ['physicalLocation', ...Object.keys(more)])
}

function step() {
  return closed({ location: location({ message }) }, ['location'])
}
