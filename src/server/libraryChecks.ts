import {
  expect,
  expectAlike,
  expectRefused,
  missingId,
  said,
  testFile,
} from './createHandlerTester.ts'
import type { HandlerCheck, HandlerTester } from './HandlerTester.ts'

/** What a backend must do that lists, shows, changes and deletes. */
export const libraryChecks: readonly HandlerCheck[] = [
  {
    title: 'shows, changes and deletes nothing for nobody',
    run: async ({ call, upload }) => {
      const id = await upload()
      expectRefused(await call(undefined, 'GET'), 401)
      expectRefused(await call(undefined, 'GET', id), 401)
      expectRefused(await call(undefined, 'PATCH', id, { json: { alt: 'x' } }), 401)
      expectRefused(await call(undefined, 'DELETE', id), 401)
      expect((await call('ada', 'GET', id)).status === 200, 'the image is gone')
    },
  },
  {
    title: 'shows a draft until the bytes arrived, and lists it only then',
    run: async (tester) => {
      const { id, uploadURL } = await tester.mint()
      const { status, body } = await tester.call('ada', 'GET', id)
      expect(
        status === 200 && body.draft === true,
        `a draft reads ${status} ${body.draft}`,
      )
      expect(!(await listed(tester)).includes(id), 'a draft is listed')
      await tester.send(uploadURL)
      const shown = await tester.call('ada', 'GET', id)
      expect(shown.status === 200 && !shown.body.draft, `an image reads ${said(shown)}`)
      expect((await listed(tester)).includes(id), 'an image is not listed')
    },
  },
  {
    title:
      'shows an image with id, filename, uploaded, requireSignedURLs and meta, and no creator',
    run: async ({ call, upload }) => {
      const id = await upload()
      const { body, text } = await call('ada', 'GET', id)
      for (const name of ['id', 'filename', 'uploaded', 'requireSignedURLs', 'meta']) {
        expect(name in body, `an image has no ${name}: ${text}`)
      }
      const pages = [text, (await call('ada', 'GET')).text]
      for (const page of pages) expect(!page.includes('"creator"'), `it says: ${page}`)
    },
  },
  {
    title: 'lists the newest first, and the oldest where asked',
    run: async (tester) => {
      const ids = [await tester.upload(), await tester.upload()]
      const order = async (sort: string) =>
        (await listed(tester, { sort })).filter((id) => ids.includes(id)).join()
      expect((await order('newest')) === [...ids].reverse().join(), 'newest is not first')
      expect((await order('oldest')) === ids.join(), 'oldest is not first')
    },
  },
  {
    title: 'goes on from a cursor until there is none, and shows nothing twice',
    run: async (tester) => {
      const ids = [await tester.upload(), await tester.upload(), await tester.upload()]
      const all = await listed(tester, { limit: '2' })
      expect(new Set(all).size === all.length, 'an image is on two pages')
      expect(
        ids.every((id) => all.includes(id)),
        'an image is on no page',
      )
    },
  },
  {
    title: 'refuses a limit or an order that cannot be',
    run: async ({ call }) => {
      for (const query of ['limit=0', 'limit=1001', 'limit=x', 'limit=1.5', 'sort=up']) {
        expectRefused(await call('ada', 'GET', `?${query}`), 400, 422)
      }
    },
  },
  {
    title: 'lists nobody else’s images, whatever the query says',
    run: async (tester) => {
      const id = await tester.upload({}, 'bob')
      for (const query of [{}, { creator: 'bob' }, { creator: '' }, { creator: '*' }]) {
        const ids = await listed(tester, query)
        expect(!ids.includes(id), `?${new URLSearchParams(query)} lists bob's image`)
      }
    },
  },
  {
    title: 'tells nobody whether a foreign image exists, and leaves it alone',
    run: async ({ call, upload, mint }) => {
      const { id: draft } = await mint({}, 'bob')
      const id = await upload({}, 'bob')
      for (const [method, sent] of [
        ['GET', {}],
        ['PATCH', { json: { alt: 'mine' } }],
        ['DELETE', {}],
      ] as const) {
        const none = await call('ada', method, missingId, sent)
        expectRefused(none, method === 'DELETE' ? 204 : 404)
        expectAlike(await call('ada', method, id, sent), none, `${method} of an image`)
        expectAlike(await call('ada', method, draft, sent), none, `${method} of a draft`)
      }
      const { status, text } = await call('bob', 'GET', id)
      expect(
        status === 200 && !text.includes('mine'),
        `bob's image reads ${status} ${text}`,
      )
    },
  },
  {
    title: 'reaches nothing but images by an id',
    run: async ({ call }) => {
      const ids = ['keys', 'stats', 'variants', 'config', '%252e%252e', 'x%2F..%2Fkeys']
      for (const id of ids) {
        expectRefused(await call('ada', 'GET', id), 404)
        expectRefused(await call('ada', 'PATCH', id, { json: { alt: 'x' } }), 404)
        expectRefused(await call('ada', 'DELETE', id), 204, 404)
      }
    },
  },
  {
    title:
      'merges metadata, keeps facts and what was not named, and deletes what is null',
    run: async ({ call, upload }) => {
      const facts = { w: 1, h: 1 }
      const id = await upload({ facts, metadata: { one: 1, two: 2 } })
      const json = { metadata: { two: null, three: 3, rci: { w: 9, h: 9 } } }
      const { status, body, text } = await call('ada', 'PATCH', id, { json })
      expect(status === 200, `a change answered ${status} ${text}`)
      const { rci, ...own } = body.meta ?? {}
      expect(JSON.stringify(own) === '{"one":1,"three":3}', `metadata became ${text}`)
      expect(rci?.w === 1 && rci.h === 1, `facts became ${JSON.stringify(rci)}`)
    },
  },
  {
    title: 'keeps alternative text and focal point among the facts, and removes them',
    run: async ({ call, upload }) => {
      const id = await upload({ facts: { w: 1, h: 1 } })
      const json = { alt: 'A dog', focalPoint: [0.25, 0.75] }
      await call('ada', 'PATCH', id, { json })
      const { body } = await call('ada', 'GET', id)
      const { alt, f, w } = body.meta?.rci ?? {}
      expect(
        alt === 'A dog' && f?.join() === '0.25,0.75' && w === 1,
        JSON.stringify(body),
      )
      await call('ada', 'PATCH', id, { json: { alt: null, focalPoint: null } })
      const { body: later } = await call('ada', 'GET', id)
      const left = later.meta?.rci
      expect(!left?.alt && !left?.f && left?.w === 1, JSON.stringify(later))
    },
  },
  {
    title: 'lets nobody change who sees an image, or whose it is',
    run: async ({ call, upload }) => {
      const id = await upload()
      expectRefused(
        await call('ada', 'PATCH', id, { json: { requireSignedURLs: true } }),
        403,
      )
      await call('ada', 'PATCH', id, { json: { alt: 'x', creator: 'bob' } })
      expectRefused(await call('bob', 'GET', id), 404)
    },
  },
  {
    title: 'changes nothing for pages of other sites',
    run: async ({ call, upload }) => {
      const id = await upload()
      const headers = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }
      expectRefused(await call('ada', 'PATCH', id, { json: { alt: 'x' }, headers }), 403)
      expectRefused(await call('ada', 'DELETE', id, { headers }), 403)
      expect((await call('ada', 'GET', id)).status === 200, 'the image is gone')
    },
  },
  {
    title: 'deletes, and answers alike when it is already gone',
    run: async ({ call, upload }) => {
      const id = await upload()
      for (const _ of [1, 2]) expectRefused(await call('ada', 'DELETE', id), 204)
      expectRefused(await call('ada', 'GET', id), 404)
    },
  },
  {
    title:
      'gives a browser the whole of a mint and no more: nothing in metadata is secret',
    run: async ({ mint, send, call }) => {
      const { id, uploadURL } = await mint({ metadata: { album: 'a' } })
      const answer = await (await send(uploadURL)).text()
      const { meta = {} } = (await call('ada', 'GET', id)).body
      expect(meta['album'] === 'a', `metadata reads ${JSON.stringify(meta)}`)
      const secret = /token|secret|password|authorization/i.exec(answer)
      expect(!secret, `Cloudflare tells the uploader: ${answer}`)
    },
  },
  {
    title: 'says no more than { error: { code, message } } of what is wrong',
    run: async ({ call }) => {
      const { body, text } = await call('ada', 'POST', '', {
        json: { ...testFile, size: 0 },
      })
      const known = Object.keys(body).join() === 'error'
      expect(known, `an error reads ${text}`)
      const names = Object.keys(body.error ?? {})
        .sort()
        .join()
      expect(names === 'code,message', `an error reads ${text}`)
    },
  },
]

/** The ids of every page. */
async function listed(
  { call }: Pick<HandlerTester, 'call'>,
  query: Record<string, string> = {},
): Promise<string[]> {
  const ids: string[] = []
  let cursor: string | undefined
  for (let page = 0; page < 1_000; page++) {
    const search = new URLSearchParams({
      limit: '100',
      ...query,
      ...(cursor && { cursor }),
    })
    const answer = await call('ada', 'GET', `?${search}`)
    const { images } = answer.body
    expect(answer.status === 200 && Array.isArray(images), `a list reads ${said(answer)}`)
    ids.push(...images.map(({ id }) => id))
    cursor = answer.body.cursor
    if (!cursor) return ids
  }
  throw new Error('a list has no end')
}
