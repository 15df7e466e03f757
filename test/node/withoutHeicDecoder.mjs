// Makes `heic-decode` look as if it were not installed.
import { register } from 'node:module'

const hook = `export async function resolve(specifier, context, next) {
  if (specifier === 'heic-decode') throw new Error('Cannot find package heic-decode')
  return next(specifier, context)
}`
register(`data:text/javascript,${encodeURIComponent(hook)}`)
