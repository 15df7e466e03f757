import { routes } from '../api/routes.ts'
import type { Route } from '../api/routes.ts'
import {
  expect,
  expectRefused,
  missingId,
  said,
  testFile,
  testPicture,
} from './createHandlerTester.ts'
import type { HandlerCheck } from './HandlerTester.ts'

/** What a backend must do that serves the whole protocol. */
export const fullChecks: readonly HandlerCheck[] = [
  {
    title: 'does nothing of all this for nobody',
    run: async ({ call }) => {
      for (const { method, path } of Object.values<Route>(routes)) {
        if (!path.startsWith('-/')) continue
        const json = method === 'GET' || method === 'DELETE' ? {} : { json: {} }
        expectRefused(
          await call(undefined, method, path.replace('{name}', 'x'), json),
          401,
        )
      }
    },
  },
  {
    title: 'deletes many, and says alike that a foreign and a missing one are not there',
    run: async ({ call, upload }) => {
      const [own, foreign] = [await upload(), await upload({}, 'bob')]
      const json = { ids: [own, foreign, missingId] }
      const { body, text } = await call('ada', 'POST', '-/delete', { json })
      expect(body.deleted?.join() === own, `a deletion of many answered ${text}`)
      const { [foreign]: one, [missingId]: other } = body.failed ?? {}
      expect(one === 'not-found' && other === one, `a deletion of many answered ${text}`)
      expect(
        (await call('bob', 'GET', foreign)).status === 200,
        'a foreign image is gone',
      )
    },
  },
  {
    title: 'takes no longer lists of ids than it says',
    run: async ({ call }) => {
      const ids = Array.from({ length: 501 }, (_, at) => `id-${at}`)
      for (const path of ['-/delete', '-/confirm', '-/signed-urls']) {
        const json = { ids, variants: ['public'] }
        expectRefused(await call('ada', 'POST', path, { json }), 400, 413, 422)
      }
    },
  },
  {
    title: 'gives URLs of one’s own images only',
    run: async ({ call, upload }) => {
      const [own, foreign] = [await upload(), await upload({}, 'bob')]
      const json = { ids: [own, foreign, missingId], variants: ['public'] }
      const answer = await call('ada', 'POST', '-/signed-urls', { json })
      const { urls } = answer.body
      const isUrl = URL.canParse(urls?.[own]?.['public'] ?? '')
      expect(answer.status === 200 && isUrl, `signed-urls answered ${said(answer)}`)
      expect(Object.keys(urls ?? {}).join() === own, `it gave ${answer.text}`)
    },
  },
  {
    title: 'believes nobody that an image has arrived',
    run: async ({ call, upload, mint }) => {
      const { id: draft } = await mint()
      const foreign = await upload({}, 'bob')
      for (const id of [draft, foreign, missingId]) {
        expectRefused(
          await call('ada', 'POST', '-/confirm', { json: { ids: [id] } }),
          404,
        )
      }
      const ids = [await upload()]
      expectRefused(await call('ada', 'POST', '-/confirm', { json: { ids } }), 200)
    },
  },
  {
    title: 'finds what was uploaded before, one’s own only',
    run: async ({ call, upload }) => {
      const random = crypto.getRandomValues(new Uint8Array(32))
      const sha = Array.from(random, (byte) => byte.toString(16).padStart(2, '0')).join(
        '',
      )
      const id = await upload({ facts: { w: 1, h: 1, sha } })
      const own = await call('ada', 'GET', `-/find?sha=${sha}`)
      expect(own.body.image?.id === id, `it found ${own.text}`)
      const foreign = await call('bob', 'GET', `-/find?sha=${sha}`)
      expect(foreign.status === 200 && !foreign.body.image, `bob found ${foreign.text}`)
    },
  },
  {
    title: 'uploads through itself, as the user who asks',
    run: async ({ call, made }) => {
      const body = new FormData()
      body.set('mint', JSON.stringify({ ...testFile, creator: 'bob' }))
      body.set('file', new File([testPicture()], 'pixel.png', { type: 'image/png' }))
      const answer = await call('ada', 'POST', '-/proxy', { body })
      const { id = '' } = answer.body
      expect(answer.status === 200 && id !== '', `an upload answered ${said(answer)}`)
      made.set(id, 'ada')
      expectRefused(await call('bob', 'GET', id), 404)
      expectRefused(await call('ada', 'GET', id), 200)
    },
  },
  {
    title: 'is led to no file and no machine inside',
    run: async ({ call }) => {
      for (const url of [
        'file:///etc/passwd',
        'http://example.com/a.png',
        'https://169.254.169.254/a.png',
        'https://[::1]/a.png',
        'https://localhost/a.png',
        'https://0x7f.1/a.png',
        'no url',
      ]) {
        expectRefused(
          await call('ada', 'POST', '-/import', { json: { url } }),
          400,
          422,
          501,
        )
      }
    },
  },
  {
    title: 'lets no user manage the account',
    run: async ({ call }) => {
      for (const { method, path, admin } of Object.values<Route>(routes)) {
        if (!admin) continue
        const json = method === 'GET' || method === 'DELETE' ? {} : { json: {} }
        expectRefused(await call('ada', method, path.replace('{name}', 'x'), json), 403)
      }
    },
  },
]
