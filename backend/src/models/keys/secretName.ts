const SECRET = /auth|cookie|key|secret|token(?!s)|password|credential/i

/** Whether a header or field with this name is likely to hold a secret. */
export const isSecretName = (name: string): boolean => SECRET.test(name)
