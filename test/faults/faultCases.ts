import type { FaultPlan } from './createFaultProxy.ts'
import type { LaneOptions } from './createLane.ts'

/** One thing that goes wrong, and how the upload has to end. */
export interface FaultCase extends Omit<LaneOptions, 'page'> {
  name: string
  /** How the row ends; whether it is stored must agree. */
  ends: 'success' | 'error'
  /** What the page is asked for beside its endpoint. */
  page?: Readonly<Record<string, string>> | undefined
  /** How many files go up, two at least to see whether something is remembered. @default 1 */
  files?: number | undefined
  /** The most preflights that may be asked. @default any number */
  mostPreflights?: number | undefined
  /** How many tabs do the same, one shortly after the other. @default 1 */
  tabs?: number | undefined
  /** Whether the page is loaded anew once the bytes are on their way. @default false */
  reload?: boolean | undefined
}

/** A failure as Cloudflare writes one. */
const envelope = (code: number) =>
  JSON.stringify({
    result: null,
    success: false,
    errors: [{ code, message: 'A fault.' }],
    messages: [],
  })
const html = '<!doctype html><title>Sorry</title><h1>502 Bad Gateway</h1>'

/** An answer of these words, before or after the host has done its work. */
const answer = (
  status: number,
  { body = envelope(9999), arrives = false, headers = {}, times = 1 } = {},
): FaultPlan => ({ fault: 'answer', status, body, arrives, headers, times })

const cuts: FaultCase[] = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((tenth) => ({
  name: `cut after ${tenth}0 % of the body`,
  upload: [{ fault: 'cut', share: tenth / 10 }],
  ends: 'success',
}))

/** Answers after which the same picture may be stored by another attempt. */
const repeated: FaultCase[] = [404, 408, 409, 410, 429, 500, 502, 503].flatMap(
  (status) => [
    {
      name: `${status}, nothing stored`,
      upload: [answer(status, status === 429 ? { headers: { 'retry-after': '1' } } : {})],
      ends: 'success' as const,
    },
    {
      name: `${status}, stored all the same`,
      upload: [answer(status, { arrives: true })],
      ends: 'success' as const,
    },
  ],
)

/** Answers that no other attempt would change. */
const final: FaultCase[] = [401, 403, 413].map((status) => ({
  name: `${status}, nothing stored`,
  upload: [answer(status, { times: 9 })],
  ends: 'error',
}))

/** Everything that is tried. */
export const faultCases: FaultCase[] = [
  { name: 'nothing goes wrong', ends: 'success' },
  ...cuts,
  {
    name: 'cut after the last byte',
    upload: [{ fault: 'cut-after-body' }],
    ends: 'success',
  },
  { name: 'cut in mid-answer', upload: [{ fault: 'cut-answer' }], ends: 'success' },
  {
    name: 'cut after the last byte, three times',
    upload: [{ fault: 'cut', share: 0.5, times: 2 }, { fault: 'cut-after-body' }],
    ends: 'success',
  },
  ...repeated,
  ...final,
  {
    name: '415 with 5550, once',
    upload: [answer(415, { body: envelope(5550) })],
    ends: 'success',
  },
  {
    name: '415 with 5550, for days, by the backend',
    upload: [answer(415, { body: envelope(5550), times: 99 })],
    page: { fallback: '' },
    ends: 'success',
  },
  {
    name: '503 for days, no other way',
    upload: [answer(503, { times: 99 })],
    ends: 'error',
  },
  {
    name: 'HTML, nothing stored',
    upload: [
      answer(200, { body: html, headers: { 'content-type': 'text/html' }, times: 9 }),
    ],
    ends: 'error',
  },
  {
    name: 'HTML, stored all the same',
    upload: [
      answer(200, {
        body: html,
        headers: { 'content-type': 'text/html' },
        arrives: true,
      }),
    ],
    ends: 'success',
  },
  {
    name: 'success: false with 200, nothing stored',
    upload: [answer(200, { body: envelope(5455), times: 9 })],
    ends: 'error',
  },
  {
    name: 'silence, nothing stored',
    upload: [{ fault: 'silence' }],
    page: { timeout: '1500' },
    ends: 'success',
  },
  {
    name: 'silence, stored all the same',
    upload: [{ fault: 'silence', arrives: true }],
    page: { timeout: '1500' },
    ends: 'success',
  },
  {
    name: 'the draft flag 3 s late, after a cut',
    upload: [{ fault: 'cut-after-body' }],
    draftLag: 3_000,
    ends: 'success',
  },
  {
    name: 'the draft flag 3 s late, after 500',
    upload: [answer(500, { arrives: true })],
    draftLag: 3_000,
    ends: 'success',
  },
  { name: 'the URL has expired', expired: true, ends: 'success' },
  { name: 'somebody else has used the URL', used: true, ends: 'success' },
  {
    name: 'no preflight is answered',
    files: 3,
    upload: [answer(405, { times: 99 })].map((plan) => ({ ...plan, method: 'OPTIONS' })),
    ends: 'success',
    mostPreflights: 3,
  },
  { name: 'no page may read the answers', uploadCors: false, ends: 'success' },
  {
    name: 'a tracing script adds a header that the host refuses',
    page: { traced: '' },
    ends: 'error',
  },
  {
    name: 'a tracing script adds such a header, by the backend',
    page: { traced: '', fallback: '' },
    ends: 'success',
  },
  {
    name: 'the mint’s answer is lost',
    backend: [{ fault: 'cut-after-body' }],
    ends: 'success',
  },
  { name: 'the mint is cut', backend: [{ fault: 'cut', share: 0.5 }], ends: 'success' },
  { name: 'the mint answers 401', backend: [answer(401, { times: 9 })], ends: 'error' },
  { name: 'the mint answers 403', backend: [answer(403, { times: 9 })], ends: 'error' },
  {
    name: 'the mint answers 429',
    backend: [answer(429, { headers: { 'retry-after': '1' } })],
    ends: 'success',
  },
  { name: 'the mint answers 500', backend: [answer(500, { times: 2 })], ends: 'success' },
  {
    name: 'the mint answers 503, stored all the same',
    backend: [answer(503, { arrives: true })],
    ends: 'success',
  },
  {
    name: 'the mint answers HTML',
    backend: [answer(200, { body: html, times: 9 })],
    ends: 'error',
  },
  {
    name: 'the mint is silent',
    backend: [{ fault: 'silence' }],
    page: { timeout: '1500' },
    ends: 'success',
  },
  {
    name: 'who is asked after a cut fails twice',
    upload: [{ fault: 'cut-after-body' }],
    backend: [{ ...answer(500, { times: 2 }), method: 'GET' }],
    ends: 'success',
  },
  {
    name: 'a reload in mid-upload',
    reload: true,
    upload: [{ fault: 'silence' }],
    page: { persist: '' },
    ends: 'success',
  },
  {
    name: 'a reload after the last byte',
    reload: true,
    upload: [{ fault: 'silence', arrives: true }],
    page: { persist: '' },
    ends: 'success',
  },
  {
    name: 'a reload after the last byte, the draft flag 3 s late',
    reload: true,
    upload: [{ fault: 'silence', arrives: true }],
    draftLag: 3_000,
    page: { persist: '' },
    ends: 'success',
  },
  {
    name: 'two tabs that keep their uploads',
    tabs: 2,
    upload: [{ fault: 'silence', times: 2 }],
    page: { persist: '', timeout: '1500' },
    ends: 'success',
  },
  {
    name: 'two tabs at once, each cut',
    tabs: 2,
    files: 2,
    upload: [{ fault: 'cut', share: 0.5 }, { fault: 'cut-after-body' }],
    ends: 'success',
  },
]
