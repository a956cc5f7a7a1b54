import type { ProjectState } from '#core/council/project'

/** Apart from the project's other words: a concern's page says them too. */
export const projectStateWords: Record<ProjectState, string> = {
  planned: '立项了，等钱',
  funded: '钱到齐了',
  running: '正在做',
  to_accept: '等大家验收',
  rework: '返工',
  accepted: '验收通过，结果公示',
  published: '办成归档',
}
