/** What HTTP allows as the name and the value of a header. */
export const HEADER_NAME = /^[\w!#$%&'*+.^`|~-]{1,100}$/
export const HEADER_VALUE = /^[\t\u0020-\u007e]*$/
export const MAX_HEADER_VALUE = 4000
