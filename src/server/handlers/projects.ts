import type { OperationName } from '#contracts/operations'
import { enterMoney, reverseMoney } from '../council/money'
import { listProjects, projectsOfGrid, showProject } from '../council/project-view'
import { beginProject, signProject, takeProjectStep } from '../council/projects'
import type { HandlersOf } from '../operation'

export const projectHandlers: HandlersOf<Extract<OperationName, `projects.${string}`>> = {
  'projects.list': ({ councilId }, asking) => listProjects(councilId, asking),
  'projects.of_grid': ({ gridPath }, asking) => projectsOfGrid(gridPath, asking),
  'projects.get': ({ id }, asking) => showProject(id, asking),
  'projects.begin': beginProject,
  'projects.fund': (input, asking) => takeProjectStep(input, { kind: 'fund' }, asking),
  'projects.start': (input, asking) => takeProjectStep(input, { kind: 'start' }, asking),
  'projects.reach': (input, asking) => takeProjectStep(input, { kind: 'reach', place: input.place }, asking),
  'projects.finish': (input, asking) => takeProjectStep(input, { kind: 'finish', note: input.note }, asking),
  'projects.sign': signProject,
  'projects.enter': enterMoney,
  'projects.reverse': reverseMoney,
}
