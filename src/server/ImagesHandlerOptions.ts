import type { CloudflareImage, MintRequest } from '../api/CloudflareImage.ts'
import type { HostedImage } from '../api/HostedImage.ts'
import type { RouteName, routes } from '../api/routes.ts'
import type { Delivery } from '../url/Delivery.ts'
import type { HostedImagesClient, ImagesClient } from './ImagesClient.ts'
import type { RateLimit } from './limitRate.ts'
import type { StandardSchema } from './StandardSchema.ts'

/** Who asks. An app may add fields of its own: every callback gets the same object back. */
export interface ImagesUser {
  /** Becomes Cloudflare's `creator`, and thereby decides whose images are whose. Never empty, never `*`. */
  id: string
}

/** What somebody wants to do beyond their own images, for `can` to decide. */
export type ImagesAction = 'list' | 'get' | 'update' | 'delete' | 'access' | AdminRoute

/** Calls about the account. */
type AdminRoute = {
  [name in RouteName]: (typeof routes)[name] extends { admin: true } ? name : never
}[RouteName]

/** Turns the metadata that a browser sent into what is stored, or throws. */
export type MetadataParser<TUser> =
  | StandardSchema<Record<string, unknown>>
  | ((
      input: Record<string, unknown>,
      user: TUser,
    ) => Record<string, unknown> | Promise<Record<string, unknown>>)

/** How private images are signed. */
export interface SigningOptions {
  /**
   * Seconds that a signed URL is good for at least. Its end is rounded up to a multiple of this, so everybody gets the
   * same URL for as long, and caches keep working.
   *
   * @default 3600
   */
  expiresIn?: number | undefined
  /** Name of the account's signing key. @default 'default', else the first */
  keyName?: string | undefined
}

/** What the app hears of, for its own tables and its log. */
export interface ImagesHandlerEvents<TUser> {
  /** An upload URL was handed out. */
  minted?:
    | ((event: { user: TUser; id: string; file: MintRequest }) => unknown)
    | undefined
  /**
   * An image is there: the browser confirmed it and Cloudflare has its bytes, or it came through this backend. May be
   * told more than once.
   */
  uploaded?: ((event: { user: TUser; image: CloudflareImage }) => unknown) | undefined
  /** An image is gone; no user where a sweep took it. */
  deleted?: ((event: { user?: TUser | undefined; id: string }) => unknown) | undefined
  /**
   * Something failed that the browser is told no more of than a code: Cloudflare's numbers, its `ray`, exceptions.
   *
   * @default console.error
   */
  error?: ((error: unknown, context: { request: Request }) => unknown) | undefined
}

/** How a backend for images behaves. Only `images` and `authorize` are needed; everything else is closed. */
export interface ImagesHandlerOptions<TUser extends ImagesUser> {
  /** The account: `cloudflareApi(…)` or `imagesBinding(…)`. */
  images: HostedImagesClient & Partial<ImagesClient>
  /**
   * Who asks, decided anew for every call and before its body is read. `null` is 401. May throw a `Response`, which is
   * answered as it is. Do not read the request's body here, unless from a clone.
   */
  authorize: (
    request: Request,
  ) => TUser | null | undefined | Promise<TUser | null | undefined>
  /**
   * Allows more than one's own images: everybody's (`image` is the one in question, and for `list` there is none), a
   * change of `access`, or a call about the account. Never asked about one's own images. @default nothing more
   */
  can?:
    | ((
        user: TUser,
        action: ImagesAction,
        image?: HostedImage,
      ) => boolean | Promise<boolean>)
    | undefined
  /** Where `urls` in answers point to. @default what Cloudflare names itself */
  delivery?: Delivery | undefined
  /** How private images are signed. */
  signing?: SigningOptions | undefined
  /** Whether new images are private: for all, or for each. A browser cannot choose. @default false */
  requireSignedURLs?:
    | boolean
    | ((user: TUser, file: MintRequest) => boolean | Promise<boolean>)
    | undefined
  /**
   * Checks the metadata that a browser sends: any Standard Schema, such as one of Zod or Valibot, or a function. What
   * it returns is stored. @default any JSON object; treat it as the user's own words
   */
  metadata?: MetadataParser<TUser> | undefined
  /** Fields of the metadata that lists may be filtered by. @default none */
  filterable?: readonly string[] | undefined
  /**
   * Chooses an id for a new image, in place of one by Cloudflare. Put the user's id in front. It never overwrites: an
   * id that exists is a `conflict`. Such an image can never be private.
   */
  idFor?: ((user: TUser, file: MintRequest) => string | Promise<string>) | undefined
  /**
   * Keeps deleted images for `handler.restore` until `handler.sweep` takes them: they are moved to a creator of their
   * own and are nobody's for the browser. Their delivery URLs go on working until the sweep. @default false
   */
  softDelete?: boolean | undefined
  /**
   * MIME types that may be uploaded. What a file really is, Cloudflare decides by its bytes.
   *
   * @default what Cloudflare takes, except SVG: a document that can hold more than a picture
   */
  accept?: readonly string[] | undefined
  /** Seconds that an upload URL is good for, 121 to 21,599. @default 300 */
  expiresIn?: number | undefined
  /** Seconds until this caller may go on, 0 to let the call through. Asked before the body is read. */
  rateLimit?: RateLimit<TUser> | undefined
  /** Origins of pages that may call besides the backend's own, such as `https://app.example.com`. @default none */
  trustedOrigins?: readonly string[] | undefined
  /** Path that the handler is mounted at. @default '/api/images' */
  basePath?: string | undefined
  /** What the app hears of. */
  on?: ImagesHandlerEvents<TUser> | undefined
}
