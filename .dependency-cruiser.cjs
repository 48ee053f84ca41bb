/** Who may import whom. */
const TEST = '\\.test\\.tsx?$|/testSupport/'

const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

/**
 * Inside the story, from the bottom up. The files beside the folders are for all. Expressions and the gamebook share
 * types: a gamebook holds expressions, and an expression reads a gamebook.
 */
const STORY_FOLDERS = {
  names: [],
  gamebook: ['names', 'expressions'],
  expressions: ['names', 'gamebook'],
  state: ['names', 'gamebook', 'expressions'],
  traits: ['names', 'gamebook', 'expressions', 'state'],
  actions: ['names', 'gamebook', 'expressions', 'state', 'traits'],
  format: ['names', 'gamebook', 'expressions', 'actions'],
  play: ['names', 'gamebook', 'expressions', 'state', 'traits', 'actions'],
  prompt: ['names', 'gamebook', 'expressions', 'state', 'traits', 'actions', 'play'],
  drift: ['names', 'gamebook', 'expressions', 'state', 'traits', 'actions', 'play', 'prompt'],
  suggestions: ['names', 'gamebook', 'expressions', 'state', 'traits', 'actions', 'play', 'prompt'],
  journal: ['names', 'gamebook', 'expressions', 'state', 'traits', 'actions', 'play'],
  restore: ['names', 'gamebook', 'expressions', 'state', 'traits'],
  analysis: ['names', 'gamebook', 'expressions', 'state', 'traits', 'format', 'actions', 'play'],
}

/** How a file is read: its text becomes a YAML tree, then values with their locations, a draft, and a gamebook. */
const FORMAT_STAGES = ['diagnostics', 'keys', 'yaml', 'cursor', 'read', 'resolve', 'checks']

const FORMAT_FOLDERS = {
  ...Object.fromEntries(FORMAT_STAGES.map((stage, index) => [stage, FORMAT_STAGES.slice(0, index)])),
  jsonSchema: ['keys'],
}

const foldersBelow = (parent, folders) =>
  Object.entries(folders).map(([folder, below]) =>
    forbid(
      `${parent.replace('/src', '').replace('/', '-')}-${folder}`,
      `${parent}/${folder} imports itself and: ${below.join(', ') || 'nothing'}.`,
      { path: `^${parent}/${folder}/`, pathNot: TEST },
      { path: `^${parent}/([^/]+/|index)`, pathNot: [folder, ...below].map((path) => `^${parent}/${path}/`) },
    ),
  )

module.exports = {
  forbidden: [
    forbid(
      'no-circles',
      'Types may refer to each other, code may not.',
      {},
      {
        circular: true,
        viaOnly: { dependencyTypesNot: ['type-only'] },
      },
    ),
    forbid('no-unresolvable', 'Every import leads somewhere.', {}, { couldNotResolve: true }),
    forbid(
      'no-undeclared-packages',
      'What is imported is named in the package.json beside it; code that ships imports no development tool.',
      { path: '^(story|backend|frontend)/src', pathNot: [TEST, '^frontend/src/setupTests'] },
      { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    ),

    forbid(
      'story-is-pure',
      'The story imports zod, yaml and itself.',
      { path: '^story/src', pathNot: TEST },
      { pathNot: ['^story/src', '^node_modules/(zod|yaml)/'] },
    ),
    ...foldersBelow('story/src', STORY_FOLDERS),
    ...foldersBelow('story/src/format', FORMAT_FOLDERS),
    forbid(
      'story-by-its-front-door',
      'The index of the story is its whole public surface.',
      { path: '^(backend|frontend)/' },
      { path: '^story/src/', pathNot: '^story/src/index\\.ts$' },
    ),

    forbid(
      'backend-knows-no-frontend',
      'The server serves built files.',
      { path: '^backend/' },
      { path: '^frontend/' },
    ),
    forbid(
      'frontend-knows-no-backend',
      'They meet in types/openapi.d.ts, which is generated.',
      { path: '^frontend/' },
      { path: '^backend/' },
    ),

    forbid(
      'main-is-the-top',
      'main → start → web → engine → {story, db} → messages.',
      { path: '^backend/src/(?!main|server)' },
      {
        path: '^backend/src/(main|server)\\.ts$',
      },
    ),
    forbid(
      'messages-are-types',
      'The types of a message import nothing of the server but those of a session and the type of JSON.',
      { path: '^backend/src/messages/' },
      { path: '^backend/src/(?!messages/|sessions/|json\\.ts)' },
    ),
    forbid(
      'engine-knows-no-web',
      'A turn has no HTTP words.',
      { path: '^backend/src/engine/' },
      { path: ['^backend/src/web/', '^node_modules/(@?fastify)'] },
    ),
    forbid(
      'db-is-the-bottom',
      'The database imports none of its users.',
      { path: '^backend/src/db/' },
      { path: '^backend/src/(start|web|engine|narrator|gamebooks)/' },
    ),
    forbid(
      'models-is-one-room',
      'Models import nothing of the server; only the provider of the built-in narrator imports the narrator.',
      { path: '^backend/src/models/' },
      { path: '^backend/src/(start|web|engine|db|gamebooks|cli)/' },
    ),
    forbid(
      'requests-store-nothing',
      'The record of requests is given its store.',
      { path: '^backend/src/requests/' },
      { path: '^backend/src/(start|web|engine|db|narrator|gamebooks|cli)/' },
    ),
    forbid(
      'usage-is-arithmetic',
      'What requests used is added up without a database.',
      { path: '^backend/src/usage/' },
      { path: '^backend/src/(start|web|engine|db|narrator|gamebooks|cli|requests)/' },
    ),
    forbid(
      'narrator-is-a-model',
      'The built-in narrator reads the story’s view and nothing of the server.',
      { path: '^backend/src/narrator/' },
      { path: '^backend/src/(web|engine|db|gamebooks)/' },
    ),
    forbid(
      'cli-knows-no-web',
      'A command needs no HTTP.',
      { path: '^backend/src/cli/' },
      { path: ['^backend/src/web/', '^node_modules/(@?fastify)'] },
    ),
    forbid(
      'benchmark-plays-turns',
      'The benchmark plays turns of the engine; commands and routes start it, and the database keeps what it found.',
      { path: '^backend/src/benchmark/' },
      { path: ['^backend/src/(start|web|db|cli|narrator)/', '^node_modules/(@?fastify)'] },
    ),
    forbid(
      'live-knows-no-routes',
      'api → live → session.',
      { path: '^backend/src/web/live/' },
      { path: '^backend/src/web/api/' },
    ),
    forbid(
      'session-is-below',
      'What routes and streams both show of a session knows neither.',
      { path: '^backend/src/web/session/' },
      { path: '^backend/src/web/(api|live)/' },
    ),
    forbid(
      'crud-is-queries',
      'crud imports the database and the schemas; HTTP and turns are the router’s.',
      { path: '^backend/src/web/api/[^/]+/crud\\.ts$' },
      {
        path: [
          '^backend/src/(engine|narrator)/',
          '^backend/src/web/(?!schemas/|api/[^/]+/)',
          '^node_modules/(@?fastify)',
        ],
      },
    ),
    forbid(
      'model-factory-stands-alone',
      'It is given what it needs and is used beyond the web.',
      { path: '^backend/src/web/modelFactory\\.ts$' },
      { path: '^backend/src/web/' },
    ),
    forbid(
      'migrations-are-frozen',
      'A migration imports the type of a step and no code of the app: that code changes, the migration must not.',
      { path: '^backend/src/db/migrations/\\d' },
      { path: '^backend/src/', pathNot: '^backend/src/db/migrations/step\\.ts$' },
    ),

    forbid(
      'components-do-not-load',
      'Values in, events out; only the navbar and the selector load.',
      { path: '^frontend/src/components/', pathNot: ['/layout/Navbar\\.tsx$', '/ModelConfigSelector\\.tsx$', TEST] },
      { path: ['^frontend/src/(services|routes)/', '^frontend/src/store\\.ts$'] },
    ),
    forbid(
      'services-show-nothing',
      'A service is a list of what the server can do.',
      { path: '^frontend/src/services/', pathNot: TEST },
      { path: '^frontend/src/(components|routes)/' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^frontend/src/types/openapi\\.d\\.ts$' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'] },
  },
}
