import type { EndpointName } from '../../src/api/endpoints.ts'
import type { optionTable } from '../../src/url/optionTable.ts'

/** How near the emulator is to Cloudflare: the same by what is documented or seen, something near to it, or not at all. */
export type Level = 'exact' | 'approximate' | 'refused'

/** What is said of one thing. */
export interface FidelityRow {
  level: Level
  about: string
  /** Leaf that shows it, and that must be named in `cf-emulator`: without one the header must not be there. */
  flagged?: string
}

const exact = (about = ''): FidelityRow => ({ level: 'exact', about })
const near = (about: string, flagged?: string): FidelityRow => ({
  level: 'approximate',
  about,
  ...(flagged !== undefined && { flagged }),
})
const refused = (about: string): FidelityRow => ({ level: 'refused', about })

/** Every call of the API; the type does not let one be forgotten. */
export const callRows: Record<EndpointName, FidelityRow> = {
  upload: exact(
    'by `file`; by `url` where the option `fetch` is given, else 5454. 10 MB are 10,485,760 bytes',
  ),
  listV1: near('deprecated; newest first, which is inferred'),
  keys: exact(),
  createKey: exact('with a `Content-Type` it is misrouted to 5415, as seen'),
  deleteKey: exact('deleting the last one makes a new `default`'),
  stats: exact('`allowed` is the limit `images`'),
  variants: exact(
    'a map; `public` shrinks to 1366 × 768, since its options are not documented: `fidelity.publicVariant`',
  ),
  createVariant: exact('names of letters and digits; 100 at most'),
  variant: exact(),
  updateVariant: near(
    'part of the options is merged into the rest; `fidelity.variantPatch` replaces them',
  ),
  deleteVariant: exact(),
  variantFlat: exact(),
  config: exact(),
  updateConfig: exact('`preserve_content_credentials` is kept and has no effect'),
  batchToken: near(
    'good for an hour, since the lifetime is not documented: `fidelity.batchTokenLifetime`',
  ),
  directUploadV1: exact('JSON, without custom ids'),
  directUpload: exact('a form; JSON is 415 with 5415'),
  list: exact(
    '`page` is ignored, with a note in `messages`; `fidelity.listPage` refuses it',
  ),
  blob: near('the very bytes of the upload, where Cloudflare may recompress large ones'),
  details: exact(),
  edit: exact('the id stays; `fidelity.newIdOnAccessChange` gives a new one'),
  delete: exact(),
}

/** Every option of a delivery URL; the type does not let one be forgotten. */
export const optionRows: Record<keyof typeof optionTable, FidelityRow> = {
  width: exact(
    '`auto` on hosted URLs is inferred; `fidelity.autoWidth: false` refuses it',
  ),
  height: exact(),
  wbreakpoints: exact('on hosted URLs inferred'),
  wmobile: exact('on hosted URLs inferred'),
  wdesktop: exact('on hosted URLs inferred'),
  dpr: exact('above 2 is 9401, which is presumed; `fidelity.highDpr` lowers it'),
  fit: exact('all eight; a missing side is a `Warning`, as seen'),
  gravity: near(
    'sides and points exact; `auto` and `entropy` by sharp; `face` by the colour of skin',
    'width=20,height=20,fit=cover,gravity=face',
  ),
  zoom: near(
    'no faces are found, so nothing is zoomed',
    'width=20,height=20,fit=cover,gravity=face,zoom=0.5',
  ),
  quality: near('words are 90, 80, 65 and 50; the encoders are not the same build'),
  'slow-connection-quality': exact('by `rtt`, `save-data`, `ect` and `downlink`'),
  format: exact(
    'AVIF above 1,200 pixels comes out as WebP, or as what the browser takes instead',
  ),
  anim: exact('above 50 megapixels untouched'),
  background: exact(),
  blur: near('a Gaussian of half the radius; the kernel is not documented'),
  brightness: exact(),
  contrast: near('around the middle grey, which is not documented'),
  gamma: near(
    'below 1 lightens, as the manual says; the types say the opposite, and so can `fidelity.lowGamma`',
  ),
  saturation: near('with the weights of CSS, which are not documented'),
  sharpen: near('the kernel is not documented'),
  rotate: exact(),
  flip: exact(),
  trim: near('sides and rectangles exact; a border is found by sharp'),
  metadata: near('other tools may write the copyright notice in other bytes'),
  compression: near('changes nothing: every encoder here is a fast one'),
  segment: near('an ellipse stands in for the foreground', 'width=40,segment=foreground'),
  upscale: near('`generate` interpolates', 'width=900,fit=contain,upscale=generate'),
}

/** What is neither a call nor an option. */
export const otherRows: Record<string, FidelityRow> = {
  'statuses of 54xx': near(
    'published for few numbers, else chosen by meaning; `fidelity.statuses` sets others',
  ),
  'errors as JSON or as text': near('by `Accept`; `fidelity.errors` fixes one'),
  'preflight of the upload host': near('answered; `fidelity.uploadCors: false` does not'),
  'one-time URLs': exact('404 unknown, 409 used, 410 expired, as in workers-sdk'),
  'signed URLs': near(
    'exact on the delivery host; on other domains signed from the hash on, which is not documented: `fidelity.signedPath`',
  ),
  'private images': exact('named variants only, no custom ids'),
  'custom ids, ids and drafts': exact(),
  'rate limits': exact('where `limits.apiRequests` and `limits.batchRequests` are given'),
  'options that nobody knows': near(
    '9401, which is presumed; `fidelity.unknownOptions` overlooks them',
  ),
  'friendly paths': exact('one pattern, `path`, for Transform Rules'),
  'headers of delivery': near(
    '`cf-resized` on failures alone; on successes it is not documented: `fidelity.resizedHeader`',
  ),
  HEIC: near(
    'decoded by the optional `heic-decode`, also when it comes; else 415 with 9412 in delivery',
  ),
  SVG: exact('sanitised and never resized'),
  'the beta of 2021': near(
    '`legacy: true`: upload, details, list, delete, `/default/<id>`',
  ),
  'upload of AVIF': refused('5455: for Enterprise accounts'),
  'webhooks, import from S3': refused('nothing is documented'),
  'remote images, `/cdn-cgi/image`': refused('not hosted images'),
  '`border`, `draw`, `onerror`, `origin-auth`': refused(
    '9401: hosted URLs do not take them',
  ),
}
