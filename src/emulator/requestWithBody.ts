/** A copy of a request with another body, which may be a stream. */
export function requestWithBody(
  {
    url,
    method,
    headers,
    signal,
  }: Pick<Request, 'url' | 'method' | 'headers' | 'signal'>,
  body: BodyInit | undefined,
): Request {
  // The types of fetch do not know `duplex` yet, which a stream as a body needs.
  const init: RequestInit & { duplex: 'half' } = {
    method,
    headers,
    signal,
    body: body ?? null,
    duplex: 'half',
  }
  return new Request(url, init)
}
