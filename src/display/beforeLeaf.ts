import type { Delivery } from '../url/Delivery.ts'

/**
 * A delivery URL up to its last part, the one that says in which variant or size. Undefined where it is no delivery URL,
 * and where it has a query: a signature is for one last part only.
 */
export function beforeLeaf(
  url: string,
  delivery: Delivery | undefined,
): string | undefined {
  const { baseUrl, accountHash, path = '/{hash}/' } = delivery ?? {}
  const [own = ''] = path.replace('{hash}', accountHash ?? '').split('{')
  const [, before, hosted] = parts.exec(url) ?? []
  return hosted || (delivery && before?.startsWith(baseUrl + own)) ? before : undefined
}

const parts =
  /^(((?:https?:)?\/\/imagedelivery\.net|[^?#]*\/cdn-cgi\/imagedelivery)?[^?#]*\/)[^/?#]+$/
