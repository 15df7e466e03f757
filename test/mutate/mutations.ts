/** One rule of the backend, and a patch that breaks it. */
export interface Mutation {
  /** The rule, as a sentence. */
  rule: string
  /** A file in src/server. */
  file: string
  /** Stands in the file exactly once. */
  from: string
  to: string
  /** The file in test/server that must notice, without its ending. @default 'threats' */
  test?: string
}

/** One patch for every rule. No switch for any of them exists in src. */
export const mutations: readonly Mutation[] = [
  // Nobody without a name
  {
    rule: 'nobody is refused',
    file: 'identify.ts',
    from: '  throw notSignedIn()',
    to: "  return { id: 'nobody' } as TUser",
  },
  {
    rule: 'who asks is decided before the rate and the body',
    file: 'createProtocolHandler.ts',
    from: 'const user = await identify(request, options)',
    to: 'await request.clone().body?.getReader().read(); const user = await identify(request, options)',
  },
  {
    rule: 'authorize is required',
    file: 'checkHandlerOptions.ts',
    from: "(typeof authorize !== 'function' && 'authorize: must be a function') ||",
    to: '',
  },
  {
    rule: 'inherited names are no routes',
    file: 'createRouter.ts',
    from: 'if (found) return { ...route,',
    to: "if (found || path === '-/constructor') return { ...route,",
  },
  {
    rule: 'the method is part of the route',
    file: 'createRouter.ts',
    from: 'route.method === method &&',
    to: "(route.method === method || method === 'PUT') &&",
  },
  // Whose images
  {
    rule: 'an empty user id is refused',
    file: 'isUserId.ts',
    from: '{1,1016}',
    to: '{0,1016}',
  },
  { rule: 'a wildcard is no user id', file: 'isUserId.ts', from: '\\*$|', to: '' },
  {
    rule: 'nobody takes the name of the deleted',
    file: 'isUserId.ts',
    from: 'deleted:',
    to: 'never:',
    test: 'softDelete',
  },
  {
    rule: 'lists are filtered by creator',
    file: 'listImages.ts',
    from: '...(!everybodys && { creator: user.id }),',
    to: "creator: query.get('creator') ?? user.id,",
  },
  {
    rule: 'what is listed is looked at again',
    file: 'listImages.ts',
    from: 'if (everybodys || !foreign)',
    to: 'if (everybodys || foreign || !foreign)',
  },
  {
    rule: 'only one’s own image is shown',
    file: 'findImage.ts',
    from: 'image.creator === user.id ||',
    to: 'image.creator !== undefined ||',
  },
  {
    rule: 'an image without a creator is nobody’s',
    file: 'findImage.ts',
    from: 'image.creator === user.id ||',
    to: 'String(image.creator) === user.id ||',
  },
  {
    rule: '`can` is not asked about one’s own',
    file: 'findImage.ts',
    from: '(image.creator === user.id || (await can?.(user, action, image)))',
    to: '((await can?.(user, action, image)) || image.creator === user.id)',
  },
  {
    rule: 'the user is the creator of what is minted',
    file: 'describeNewImage.ts',
    from: 'creator: user.id,',
    to: "creator: (file as { creator?: string }).creator ?? 'ada'.slice(1),",
  },
  {
    rule: 'the creator is never told',
    file: 'toClientImage.ts',
    from: '    filename,\n    uploaded,',
    to: '    filename,\n    ...{ creator: image.creator },\n    uploaded,',
  },
  {
    rule: 'deleting another’s image deletes nothing',
    file: 'deleteImage.ts',
    from: 'if (image) await removeImage(call, image)',
    to: 'await removeImage(call, image ?? (await call.options.images.get(call.parameter)))',
  },
  {
    rule: 'many are deleted only where found to be one’s own',
    file: 'deleteImages.ts',
    from: "if (!image) return void failed.set(id, 'not-found')",
    to: 'if (!image) return void (await options.images.delete(id))',
    test: 'deleteImages',
  },
  {
    rule: 'the account is for those whom `can` allows it',
    file: 'createProtocolHandler.ts',
    from: 'if (admin && !(await can?.(user, name as ImagesAction)))',
    to: 'if (admin && user.id === name)',
    test: 'accountCalls',
  },
  {
    rule: 'anonymous callers mint and look, no more',
    file: 'createProtocolHandler.ts',
    from: 'if (isHeld) throw notSignedIn()',
    to: '',
    test: 'rateLimits',
  },
  // Ids
  {
    rule: 'an id that is taken is not minted again',
    file: 'describeNewImage.ts',
    from: 'if (await images.get(id, { signal }).catch(ifMissing)) {',
    to: "if (id === '') {",
  },
  {
    rule: 'ids of an app are checked',
    file: 'describeNewImage.ts',
    from: "if (!isImageId(id) || isGeneratedId(id) || id.startsWith('-/')) throw unusable(id)",
    to: '',
  },
  {
    rule: 'no id leads to keys or settings',
    file: 'isImageId.ts',
    from: 'keys|stats|',
    to: 'stats|',
  },
  // Private images
  {
    rule: 'URLs of private images are signed',
    file: 'createImageUrls.ts',
    from: 'if (!image.requireSignedURLs) return plain',
    to: 'return plain',
  },
  {
    rule: 'private images are shown without their variants',
    file: 'toClientImage.ts',
    from: 'variants && !requireSignedURLs &&',
    to: 'variants &&',
  },
  {
    rule: 'a browser cannot change who sees an image',
    file: 'updateImage.ts',
    from: "if (!(await options.can?.(user, 'access', image)))",
    to: "if ((await options.can?.(user, 'access', image)) === false)",
  },
  // Metadata
  {
    rule: 'the parsed value is stored',
    file: 'checkMetadata.ts',
    from: 'return withoutOurs(result.value)',
    to: 'return input',
  },
  {
    rule: 'what a schema refuses is refused',
    file: 'checkMetadata.ts',
    from: 'if (result.issues) {',
    to: 'if (result.issues && !result.issues.length) {',
  },
  {
    rule: 'facts are not written through metadata',
    file: 'checkMetadata.ts',
    from: "key !== 'rci' && key !== '__proto__'",
    to: "key !== '__proto__'",
  },
  {
    rule: 'metadata has 1,024 bytes',
    file: 'checkMetadata.ts',
    from: 'size <= limits.metadata &&',
    to: 'size <= limits.metadata + 1 &&',
    test: 'createImagesHandler',
  },
  {
    rule: 'what the app wrote beside the schema stays',
    file: 'updateImage.ts',
    from: 'return joinMetadata({ ...merged, ...Object.fromEntries(apps) }, facts)',
    to: 'return joinMetadata({ ...Object.fromEntries(apps), ...merged }, facts) && joinMetadata(merged, facts)',
  },
  // Completion
  {
    rule: 'a draft is not confirmed',
    file: 'confirmImages.ts',
    from: '.filter(({ draft }) => !draft)',
    to: '',
  },
  // Other sites
  {
    rule: 'other sites change nothing',
    file: 'createProtocolHandler.ts',
    from: "if (method !== 'GET' && !origins.allows(request))",
    to: "if (method === '')",
  },
  {
    rule: 'a neighbour’s site is another site',
    file: 'createOriginRules.ts',
    from: "return site === 'same-origin' || site === 'none'",
    to: "return site !== 'cross-site'",
  },
  {
    rule: 'a cookie from nowhere is not believed',
    file: 'createOriginRules.ts',
    from: "!headers.has('cookie')",
    to: 'true',
  },
  {
    rule: 'only trusted pages read answers',
    file: 'createOriginRules.ts',
    from: "trusted.find((origin) => origin === headers.get('origin'))",
    to: "headers.get('origin') ?? trusted.find((origin) => origin === headers.get('origin'))",
  },
  {
    rule: 'answers differ by origin, and say so',
    file: 'createOriginRules.ts',
    from: "headers.append('vary', 'Origin, Access-Control-Request-Headers')",
    to: '',
  },
  {
    rule: 'bodies are JSON by their type',
    file: 'readJson.ts',
    from: "if (!/^application\\/json\\s*(;|$)/i.test(request.headers.get('content-type') ?? ''))",
    to: "if (request.headers.get('content-type') === 'never')",
  },
  // Floods, money, bytes
  {
    rule: 'long bodies are not read to their end',
    file: 'readJson.ts',
    from: '|| length > limit',
    to: '|| length > 10 * limit',
  },
  {
    rule: 'a declared length is believed',
    file: 'readJson.ts',
    from: 'declared > limit ||',
    to: '',
  },
  {
    rule: 'the batch host is not asked more often than it allows',
    file: 'createBatchAccess.ts',
    from: 'const spacing = 6',
    to: 'const spacing = 1',
    test: 'bulkDeletion',
  },
  {
    rule: 'the rate is limited',
    file: 'limitRate.ts',
    from: 'if (retryAfter <= 0) return',
    to: 'return',
  },
  {
    rule: 'a wait is rounded up',
    file: 'limitRate.ts',
    from: 'Math.ceil(',
    to: 'Math.floor(',
  },
  {
    rule: 'upload URLs end soon',
    file: 'mintImage.ts',
    from: '...described, expiresIn }',
    to: '...described }',
  },
  {
    rule: 'files that are too large are refused',
    file: 'parseMintRequest.ts',
    from: 'Number(size) > limits.fileSize',
    to: 'Number(size) > 1e15',
  },
  {
    rule: 'SVG is refused unless accepted',
    file: 'parseMintRequest.ts',
    from: "'image/avif'",
    to: "'image/svg+xml'",
  },
  {
    rule: 'a proxied file is no longer than it says',
    file: 'proxyImage.ts',
    from: 'if (left < 0) controller.error(tooLarge)',
    to: 'if (left === -Infinity) controller.error(tooLarge)',
    test: 'proxyImage',
  },
  {
    rule: 'a picture on its way is not held',
    file: 'streamForm.ts',
    from: '...sentOnce(),',
    to: '',
    test: 'proxyImage',
  },
  {
    rule: 'imports are https, of public hosts',
    file: 'importImage.ts',
    from: "url?.protocol === 'https:' &&",
    to: "url?.protocol !== 'data:' &&",
  },
  {
    rule: 'addresses are no public hosts',
    file: 'importImage.ts',
    from: '/\\.[a-z][a-z\\d-]*\\.?$/.test(url.hostname)',
    to: "url.hostname !== ''",
  },
  // Errors and answers
  {
    rule: 'what Cloudflare said is not passed on',
    file: 'answerFailure.ts',
    from: 'const message = isWhole ? error.message : `Cloudflare answered ${code}.`',
    to: 'const { message } = error',
  },
  {
    rule: 'what is about the backend is told as server-error',
    file: 'answerFailure.ts',
    from: 'if (isWhole || !aboutUs.includes(code)) return',
    to: 'if (isWhole || code) return',
  },
  {
    rule: 'the app hears of what failed',
    file: 'createProtocolHandler.ts',
    from: 'if (!isWhole && !request.signal.aborted) await reportError(error, { request, on })',
    to: '',
  },
  {
    rule: 'answers stay out of caches',
    file: 'answerJson.ts',
    from: "{ 'cache-control': 'private, no-store' }",
    to: '{}',
  },
  // Undoing
  {
    rule: 'only their owner restores deleted images',
    file: 'restoreImages.ts',
    from: 'if (image?.creator !== deletedCreator(user.id)) return void missing++',
    to: 'if (!image) return void missing++',
    test: 'softDelete',
  },
  {
    rule: 'a sweep takes nothing young',
    file: 'sweepImages.ts',
    from: 'if (Date.parse(uploaded) / 1000 > before) break',
    to: '',
    test: 'confirmImages',
  },
  // What else must hold
  {
    rule: 'many are found only where they are one’s own',
    file: 'findImages.ts',
    from: 'if (image.creator === user.id || (await can?.(user, action, image))) yield image',
    to: 'yield image',
    test: 'deleteImages',
  },
  {
    rule: '`__proto__` is no field of the metadata',
    file: 'checkMetadata.ts',
    from: "key !== 'rci' && key !== '__proto__'",
    to: "key !== 'rci'",
  },
  {
    rule: 'facts have 400 bytes',
    file: 'checkMetadata.ts',
    from: 'jsonBytes(facts ?? {}) <= limits.facts',
    to: 'true',
    test: 'createImagesHandler',
  },
  {
    rule: 'only accepted types are minted',
    file: 'parseMintRequest.ts',
    from: '!accept.includes(String(type))',
    to: 'false',
  },
  {
    rule: 'upload URLs live within Cloudflare’s bounds',
    file: 'checkHandlerOptions.ts',
    from: '!(expiresIn > min && expiresIn < max)',
    to: 'expiresIn < 0',
    test: 'createImagesHandler',
  },
  {
    rule: 'trusted origins are whole origins',
    file: 'checkHandlerOptions.ts',
    from: '!trustedOrigins.every(isOrigin)',
    to: '!trustedOrigins',
    test: 'createImagesHandler',
  },
  {
    rule: 'URLs are of named variants alone',
    file: 'createImageUrls.ts',
    from: 'if (!/^[\\w-]{1,99}$/.test(name)) throw unknown(name)',
    to: '',
  },
  {
    rule: 'lists are filtered by allowed fields alone',
    file: 'listImages.ts',
    from: 'if (!allowed.includes(field)) throw invalidRequest(`${name}: is no filter here.`)',
    to: 'if (allowed === undefined) throw invalidRequest(field)',
    test: 'createImagesHandler',
  },
  {
    rule: 'pages hold no more than a thousand',
    file: 'listImages.ts',
    from: 'limit <= max',
    to: 'limit <= max * max',
    test: 'createImagesHandler',
  },
  {
    rule: 'anonymous callers see no more than whether it has arrived',
    file: 'getImage.ts',
    from: 'if (call.user === anonymousUser) {',
    to: 'if (call.user === undefined) {',
    test: 'rateLimits',
  },
  {
    rule: 'nobody takes the name of those who did not sign in',
    file: 'identify.ts',
    from: 'isUserId(id) && id !== anonymousUser.id',
    to: 'isUserId(id)',
    test: 'rateLimits',
  },
  {
    rule: 'a picture seen before is one’s own',
    file: 'findByHash.ts',
    from: '    creator: user.id,\n',
    to: '',
    test: 'findByHash',
  },
  {
    rule: 'nothing goes along behind a proxied file',
    file: 'readProxyForm.ts',
    from: 'reader.streamUntil(delimiter)',
    to: "reader.streamUntil(bytesOf('\\r\\n--never'))",
    test: 'proxyImage',
  },
  {
    rule: 'a client cannot say that it came by https or another host',
    file: 'toNodeHandler.ts',
    from: '{ trustProxy = false }',
    to: '{ trustProxy = true }',
    test: 'toNodeHandler',
  },
  {
    rule: 'no name leads the API elsewhere',
    file: 'createCloudflareCall.ts',
    from: '/^[\\w-]+$/.test(parameter)',
    to: "parameter !== ''",
    test: 'cloudflareApi',
  },
  {
    rule: 'the binding is asked about no id that is none',
    file: 'imagesBinding.ts',
    from: "if (!isImageId(id)) throw notOf(id, 'invalid-id')",
    to: '',
    test: 'clients',
  },
  {
    rule: 'custom ids are never private',
    file: 'imagesBinding.ts',
    from: 'if (patch.requireSignedURLs && !isGeneratedId(id)) throw customIdIsPublic(id)',
    to: '',
    test: 'clients',
  },
  {
    rule: 'no stream is sent twice',
    file: 'createCloudflareCall.ts',
    from: '|| isStream(form) ||',
    to: '||',
    test: 'cloudflareApi',
  },
  {
    rule: 'what has effects is not repeated',
    file: 'createCloudflareCall.ts',
    from: '!retryable || !isHarmless ||',
    to: '!retryable ||',
    test: 'cloudflareApi',
  },
]
