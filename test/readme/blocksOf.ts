/** A fenced block. */
export interface Block {
  language: string
  code: string
}

/** The fenced blocks of a text of Markdown. */
export function blocksOf(text: string): Block[] {
  return [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, language, code]) => ({
    language: language!,
    code: code!,
  }))
}
