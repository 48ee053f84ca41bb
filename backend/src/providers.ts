export { isProvider, type ModelProvider, PROVIDERS } from './models/providers/providers.ts'
