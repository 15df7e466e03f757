// Starts a dev server, with the plugin where its built file is named, and says how many milliseconds it took.
import { createServer } from 'vite'

const [, , root, plugin] = process.argv
const began = performance.now()
const plugins = plugin ? [(await import(plugin)).cloudflareImages()] : []
const server = await createServer({
  root,
  configFile: false,
  logLevel: 'silent',
  plugins,
  server: { port: 0, host: '127.0.0.1' },
})
await server.listen()
console.log(performance.now() - began)
await server.close()
process.exit(0)
