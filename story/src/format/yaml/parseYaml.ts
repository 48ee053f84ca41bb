export { parseWithPackage as parseYaml } from './package/parseWithPackage.ts'
