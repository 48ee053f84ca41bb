/** The id of a message's element on the page. */
export const messageElementId = (messageId: string): string => `message-${messageId}`
