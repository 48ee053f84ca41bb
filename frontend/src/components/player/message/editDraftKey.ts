/** Where an edit of a message is kept while it is not sent. */
export const editDraftKey = (messageId: string): string => `edit:${messageId}`
