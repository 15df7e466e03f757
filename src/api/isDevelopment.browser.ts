declare const process: { env: { NODE_ENV?: string } }

/**
 * Whether this is a development build, for bundlers that say so by `process.env.NODE_ENV` and not by a condition:
 * Vite's development server resolves a package's own imports without one, and esbuild knows none.
 */
export const isDevelopment: boolean = process.env.NODE_ENV !== 'production'
