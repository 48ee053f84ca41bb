import backendPackage from '../package.json' with { type: 'json' }

export const VERSION = backendPackage.version
