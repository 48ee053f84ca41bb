import { createKeyCipher } from '../../src/models/keys/keyCipher.ts'

/** Of the secret that the apps of tests have. */
export const keyCipher = createKeyCipher('a secret of the tests')
