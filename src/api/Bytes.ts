/**
 * Bytes in memory of their own, as bodies and blobs take them: `Uint8Array<ArrayBuffer>`, written without the type
 * argument, which compilers before TypeScript 5.7 do not know.
 */
export type Bytes = ReturnType<typeof Uint8Array.of>
