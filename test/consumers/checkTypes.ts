import { createApp } from './createApp.ts'
import { run } from './run.ts'
import type { Setting } from './Setting.ts'

const compilers = ['5.4', '5.9', '7']
const resolutions = [
  { module: 'nodenext', resolution: 'nodenext' },
  { module: 'esnext', resolution: 'bundler' },
]
const projects = ['tsconfig.json', 'tsconfig.node.json']

/**
 * Compiles what apps write, for the web and for Node, with old and new compilers; the declarations of the library
 * and of its peers included (`skipLibCheck` is off).
 */
export async function checkTypes(setting: Setting): Promise<void> {
  const cwd = await createApp('types', setting)
  for (const compiler of compilers) {
    const tsc = [process.execPath, `node_modules/typescript-${compiler}/bin/tsc`]
    for (const { module, resolution } of resolutions) {
      const options = ['--module', module, '--moduleResolution', resolution]
      await setting.report.step(
        `types: TypeScript ${compiler}, ${resolution}`,
        async () => {
          for (const project of projects)
            await run([...tsc, '-p', project, ...options], { cwd })
        },
      )
    }
  }
}
