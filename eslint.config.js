import js from '@eslint/js'
import reactHooks from 'eslint-plugin-react-hooks'
import regexp from 'eslint-plugin-regexp'
import { defineConfig, globalIgnores } from 'eslint/config'
import typescript from 'typescript-eslint'

const NODE_GLOBALS = [
  'Buffer',
  'URL',
  'clearInterval',
  'clearTimeout',
  'console',
  'fetch',
  'performance',
  'process',
  'setInterval',
  'setTimeout',
]

/** dependency-cruiser checks which folder may import which (.dependency-cruiser.cjs). */
export default defineConfig(
  globalIgnores(['**/dist/', '.cache/', 'frontend/src/types/openapi.d.ts']),
  js.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    plugins: { regexp },
    rules: {
      // Text from outside can be long and hostile: no pattern takes quadratic time.
      'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
      'regexp/no-super-linear-move': ['error', { report: 'potential', ignorePartial: false }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      // Vitest requires an empty pattern for a fixture that uses no other fixture.
      'no-empty-pattern': ['error', { allowObjectPatternsAsParameters: true }],
      'no-control-regex': 'off',
      'no-useless-assignment': 'off',
      'no-restricted-imports': ['error', { patterns: [{ regex: '/utils(\\.ts)?$', message: 'Name the idea.' }] }],
      'object-shorthand': 'error',
      'prefer-template': 'error',
    },
  },
  {
    files: ['**/*.mjs', '**/*.cjs', '**/*.js'],
    languageOptions: { globals: readonly(NODE_GLOBALS) },
  },
  {
    files: ['frontend/public/**/*.js'],
    languageOptions: { globals: readonly(['document', 'localStorage', 'matchMedia', 'window']) },
  },
  {
    files: ['**/*.ts', '**/*.tsx', '{scripts,bench}/**/*.mjs', 'backend/build.mjs'],
    extends: [typescript.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        project: [
          'tsconfig.json',
          'scripts/tsconfig.json',
          'story/tsconfig.json',
          'story/tsconfig.test.json',
          'backend/tsconfig.json',
          'frontend/tsconfig.json',
        ],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { attributes: false, arguments: false, properties: false } },
      ],
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    // Tests read response bodies without types.
    files: ['**/*.test.ts', '**/*.test.tsx', 'backend/tests/**'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    files: ['story/src/**', 'backend/src/**', 'frontend/src/**'],
    ignores: ['**/*.test.ts', '**/*.test.tsx', '**/testSupport/**'],
    rules: {
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      'no-console': 'error',
    },
  },
  {
    files: ['story/src/**'],
    ignores: ['**/*.test.ts', '**/testSupport/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: "MemberExpression[object.name='Date'][property.name='now']", message: 'Time is an argument.' },
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Time is an argument.' },
        { selector: "MemberExpression[object.name='Math'][property.name='random']", message: 'Chance is an argument.' },
      ],
    },
  },
  {
    files: ['backend/src/{db,engine,gamebooks,messages,models,start,web}/**'],
    // A migration is frozen.
    ignores: ['backend/src/db/migrations/0*'],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: "MemberExpression[object.name='Date'][property.name='now']", message: 'The clock gives the time.' },
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'The clock gives the time.' },
        { selector: "ImportSpecifier[imported.name='randomUUID']", message: 'The clock gives new ids.' },
        { selector: "ImportDeclaration[source.value='uuid']", message: 'The clock gives new ids.' },
        { selector: "MemberExpression[object.name='Math'][property.name='random']", message: 'Chance is an argument.' },
      ],
    },
  },
  {
    files: ['backend/src/main.ts', 'backend/src/server.ts', 'backend/src/cli/**'],
    rules: { 'no-console': 'off' },
  },
  { files: ['frontend/src/**/*.{ts,tsx}'], extends: [reactHooks.configs.flat['recommended-latest']] },
  {
    files: ['frontend/src/components/**/*.tsx', 'frontend/src/routes/**/*.tsx', 'frontend/src/App.tsx'],
    ignores: ['**/*.test.tsx'],
    rules: { 'no-restricted-syntax': ['error', ...visibleLiterals()] },
  },
)

/** Words in markup and in the attributes that are shown or read out belong in the text catalog. */
function visibleLiterals() {
  const message = 'Put visible text into the catalog (frontend/src/text).'
  const shown = 'alt|aria-(label|description|roledescription|valuetext|placeholder)|aside|hint|label|placeholder|title'
  const words = ':matches(Literal[value=/[A-Za-z]/], TemplateElement[value.raw=/[A-Za-z]/])'
  const branches = ':matches(ConditionalExpression, LogicalExpression, TemplateLiteral)'
  return [
    'JSXText[value=/[A-Za-z]/]',
    `JSXAttribute[name.name=/^(${shown})$/] > ${words}`,
    ...[`JSXAttribute[name.name=/^(${shown})$/]`, ':matches(JSXElement, JSXFragment)'].flatMap((place) => [
      `${place} > JSXExpressionContainer > ${words}`,
      `${place} > JSXExpressionContainer > ${branches} > ${words}`,
      `${place} > JSXExpressionContainer > ${branches} > ${branches} > ${words}`,
    ]),
  ].map((selector) => ({ selector, message }))
}

function readonly(names) {
  return Object.fromEntries(names.map((name) => [name, 'readonly']))
}
