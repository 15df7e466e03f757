// Asks one URL over 16 connections for so many milliseconds, and says how many answers came in a second.
import { Agent, get } from 'node:http'

const [, , url, milliseconds] = process.argv
const agent = new Agent({ keepAlive: true, maxSockets: 16 })
const ask = () =>
  new Promise((resolve, reject) => {
    get(url, { agent, headers: { accept: 'image/webp' } }, (answer) => {
      answer.resume().once('end', () => resolve(answer.statusCode))
    }).once('error', reject)
  })
const began = performance.now()
let count = 0
const run = async () => {
  while (performance.now() - began < Number(milliseconds)) {
    if ((await ask()) !== 200) throw new Error('not 200')
    count += 1
  }
}
await Promise.all(Array.from({ length: 16 }, run))
console.log((count * 1000) / (performance.now() - began))
agent.destroy()
