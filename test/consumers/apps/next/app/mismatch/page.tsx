'use client'

/** Renders something else in the browser than on the server, to prove that a mismatch is seen. */
export default function Page() {
  return <p>{typeof window === 'undefined' ? 'server' : 'browser'}</p>
}
