import type { Reporter, TestModule } from 'vitest/node'

interface Report {
  type: string
}

/** Counts what the stories' tests did, and fails the run where a story went without axe. */
export default class StoryReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const stories = modules
      .filter(({ project }) => project.name.startsWith('storybook'))
      .flatMap((module) => [...module.children.allTests()])
      .map((story) => ({
        name: story.fullName,
        reports: (story.meta() as { reports?: readonly Report[] }).reports ?? [],
      }))
    if (stories.length === 0) return
    const having = (type: string) =>
      stories.filter(({ reports }) => reports.some((report) => report.type === type))
    const exempt = stories.filter((story) => !having('a11y').includes(story))
    console.log(
      `stories: ${stories.length} run, ${having('play').length} with a play function, ${having('a11y').length} by axe, ${exempt.length} exempt`,
    )
    if (exempt.length === 0) return
    console.error(`Without axe: ${exempt.map(({ name }) => name).join(', ')}`)
    process.exitCode = 1
  }
}
