import { acceptedTypes } from '../../src/api/acceptedTypes.ts'
import { errorCodes } from '../../src/api/errorCodes.ts'
import { limits } from '../../src/api/limits.ts'
import { defaultEndpoint } from '../../src/api/defaultEndpoint.ts'
import { routes } from '../../src/api/routes.ts'
import type { Route, RouteName } from '../../src/api/routes.ts'
import { levelOf } from './levelOf.ts'

type Schema = Readonly<Record<string, unknown>>

/** What the table of routes does not say of a call. */
interface Operation {
  summary: string
  query?: Readonly<Record<string, Schema>>
  body?: Schema
  /** @default 'application/json' */
  type?: 'multipart/form-data'
  answer?: Schema
}

const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` })
const text = (more: Schema = {}): Schema => ({ type: 'string', ...more })
const list = (items: Schema, more: Schema = {}): Schema => ({
  type: 'array',
  items,
  ...more,
})
const object = (properties: Schema, required: string[] = []): Schema => ({
  type: 'object',
  properties,
  ...(required.length > 0 && { required }),
})
const anything: Schema = { type: 'object', additionalProperties: true }
const whole = (minimum: number, maximum: number): Schema => ({
  type: 'integer',
  minimum,
  maximum,
})
const ids = (maxItems: number) => list(text(), { maxItems })
const urls = text({
  description: 'Names of variants whose URLs come along: `thumb,card`.',
})

const operations: Readonly<Record<RouteName, Operation>> = {
  mint: {
    summary: 'Reserves an id and a one-time upload URL.',
    body: ref('MintRequest'),
    answer: ref('Mint'),
  },
  list: {
    summary: 'One page of the user’s images; only an absent cursor is the end.',
    query: {
      cursor: text(),
      limit: {
        ...whole(limits.pageSize.min, limits.pageSize.max),
        default: limits.pageSize.default,
      },
      sort: text({ enum: ['newest', 'oldest'], default: 'newest' }),
      urls,
    },
    answer: object({ images: list(ref('Image')), cursor: text() }, ['images']),
  },
  get: {
    summary: 'One image; `draft` until its bytes arrived.',
    query: { urls },
    answer: ref('Image'),
  },
  update: {
    summary: 'Changes an image by JSON merge patch. Its id may have changed.',
    body: ref('ImagePatch'),
    answer: ref('Image'),
  },
  delete: { summary: 'Deletes an image; the same answer when it is already gone.' },
  deleteMany: {
    summary: 'Deletes many images, and says which failed.',
    body: object({ ids: ids(limits.bulkDelete) }, ['ids']),
    answer: object(
      {
        deleted: list(text()),
        failed: { type: 'object', additionalProperties: ref('ErrorCode') },
      },
      ['deleted', 'failed'],
    ),
  },
  signedUrls: {
    summary: 'URLs of images in named variants, signed where needed.',
    body: object(
      {
        ids: ids(limits.signedUrls),
        variants: list(text(), { maxItems: limits.variants }),
      },
      ['ids', 'variants'],
    ),
    answer: object(
      {
        urls: {
          type: 'object',
          additionalProperties: {
            type: 'object',
            additionalProperties: text({ format: 'uri' }),
          },
        },
        expiresAt: text({ format: 'date-time' }),
      },
      ['urls', 'expiresAt'],
    ),
  },
  confirm: {
    summary: 'Notes that images are in use, so that no sweep takes them.',
    body: object({ ids: ids(limits.bulkDelete) }, ['ids']),
    answer: anything,
  },
  find: {
    summary: 'The user’s own image with these bytes, where there is one.',
    query: { sha: text({ pattern: '^[0-9a-f]{64}$' }) },
    answer: object({ image: ref('Image') }),
  },
  proxy: {
    summary: 'Uploads through the backend. The part `mint` comes before the part `file`.',
    type: 'multipart/form-data',
    body: object(
      {
        mint: ref('MintRequest'),
        file: text({ contentMediaType: 'application/octet-stream' }),
      },
      ['mint', 'file'],
    ),
    answer: ref('Image'),
  },
  import: {
    summary: 'Has Cloudflare fetch a picture.',
    body: object(
      { url: text({ format: 'uri', pattern: '^https://' }), metadata: anything },
      ['url'],
    ),
    answer: ref('Image'),
  },
  stats: { summary: 'How many images the account holds.', answer: anything },
  variants: { summary: 'The named variants.', answer: anything },
  createVariant: { summary: 'Makes a named variant.', body: anything, answer: anything },
  updateVariant: {
    summary: 'Changes a named variant.',
    body: anything,
    answer: anything,
  },
  deleteVariant: { summary: 'Deletes a named variant.', answer: anything },
  config: { summary: 'The account’s settings.', answer: anything },
  updateConfig: {
    summary: 'Changes the account’s settings.',
    body: anything,
    answer: anything,
  },
}

const metadata = {
  ...anything,
  description: `The app’s own fields; with the facts at most ${limits.metadata} bytes as JSON.`,
}
const point = list(
  { type: 'number', minimum: 0, maximum: 1 },
  { minItems: 2, maxItems: 2 },
)

const schemas: Schema = {
  MintRequest: object(
    {
      filename: text({ minLength: 1, maxLength: limits.filenameLength }),
      type: text({ enum: [...Object.keys(acceptedTypes), 'image/avif'] }),
      size: whole(1, limits.fileSize),
      facts: ref('Facts'),
      metadata,
    },
    ['filename', 'type', 'size'],
  ),
  Mint: object(
    {
      id: text(),
      uploadURL: text({ format: 'uri' }),
      expiresAt: text({ format: 'date-time' }),
    },
    ['id', 'uploadURL'],
  ),
  Image: object(
    {
      id: text(),
      filename: text(),
      uploaded: text({ format: 'date-time' }),
      requireSignedURLs: { type: 'boolean' },
      meta: {
        type: 'object',
        properties: { rci: ref('Facts') },
        additionalProperties: true,
      },
      draft: { type: 'boolean' },
      variants: list(text({ format: 'uri' })),
      urls: { type: 'object', additionalProperties: text({ format: 'uri' }) },
    },
    ['id', 'filename', 'uploaded', 'requireSignedURLs', 'meta'],
  ),
  ImagePatch: object({
    metadata: { ...metadata, type: ['object', 'null'] },
    alt: text({ type: ['string', 'null'] }),
    focalPoint: { ...point, type: ['array', 'null'] },
    requireSignedURLs: {
      type: 'boolean',
      description: 'Only where the backend allows it.',
    },
  }),
  Facts: {
    ...object(
      {
        w: { type: 'integer', minimum: 1, description: 'Pixels, after EXIF rotation.' },
        h: { type: 'integer', minimum: 1, description: 'Pixels, after EXIF rotation.' },
        c: text({ pattern: '^#[0-9a-fA-F]{6}$', description: 'Average colour.' }),
        t: text({ description: 'Thumbhash, base64.' }),
        a: { const: 1, description: 'There are transparent pixels.' },
        n: { type: 'integer', minimum: 1, description: 'Frames.' },
        alt: text({ description: 'Alternative text.' }),
        f: { ...point, description: 'Focal point, as fractions.' },
        sha: text({ pattern: '^[0-9a-f]{64}$', description: 'SHA-256 of the bytes.' }),
        st: { const: 'pending', description: 'Not confirmed yet.' },
      },
      ['w', 'h'],
    ),
    description: `What is known of a picture; at most ${limits.facts} bytes as JSON.`,
  },
  ErrorCode: text({ enum: Object.keys(errorCodes) }),
  Error: object(
    { error: object({ code: ref('ErrorCode'), message: text() }, ['code', 'message']) },
    ['error'],
  ),
}

/** The protocol between browser and backend as an OpenAPI document, from the table of routes. */
export function createOpenApi(version: string): Schema {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const [name, route] of Object.entries<Route>(routes)) {
    const path = route.path === '' ? '/' : `/${route.path}`
    const key = path === '/' ? '' : path
    paths[`${defaultEndpoint}${key}`] = {
      ...paths[`${defaultEndpoint}${key}`],
      [route.method.toLowerCase()]: operationOf(name as RouteName, route), // a key of the table
    }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Images between browser and backend',
      version,
      description:
        'What react-cloudflare-images asks of a backend. Level `upload` is the first call alone, `library` the first five, `full` all. `{id}` is everything after the slash, percent-decoded once, so it may hold slashes.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    security: [{ session: [] }, { bearer: [] }],
    paths,
    components: {
      schemas,
      responses: {
        Error: {
          description: 'The status says what went wrong, the code says it closer.',
          content: { 'application/json': { schema: ref('Error') } },
        },
      },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'session' },
        bearer: { type: 'http', scheme: 'bearer' },
      },
    },
  }
}

function operationOf(name: RouteName, { path, status, admin }: Route): Schema {
  const {
    summary,
    query = {},
    body,
    type = 'application/json',
    answer,
  } = operations[name]
  const parameter = /\{(\w+)\}/.exec(path)?.[1]
  const parameters = [
    ...(parameter
      ? [{ name: parameter, in: 'path', required: true, schema: text() }]
      : []),
    ...Object.entries(query).map(([query, schema]) => ({
      name: query,
      in: 'query',
      schema,
    })),
  ]
  return {
    operationId: name,
    summary,
    'x-level': levelOf(name),
    ...(admin && { description: 'For those whom the backend lets manage the account.' }),
    ...(parameters.length > 0 && { parameters }),
    ...(body && {
      requestBody: { required: true, content: { [type]: { schema: body } } },
    }),
    responses: {
      [status ?? 200]: {
        description: 'Done.',
        ...(answer && { content: { 'application/json': { schema: answer } } }),
      },
      default: { $ref: '#/components/responses/Error' },
    },
  }
}
