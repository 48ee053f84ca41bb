/** The page to return to: only a page of this app is accepted, else the list of models. */
export const placeToReturn = (from: string | null): string => (from !== null && PAGE.test(from) ? from : '/models')

const PAGE = /^\/(?:sessions|gamebooks)\/[\w/-]+$/
