import { safeParse } from 'valibot'
import { concernCommands } from '#contracts/concern-commands'
import type { Problem } from '#contracts/envelope'
import { proposedTitle } from '../../report-title'
import type { Report, Writing } from '../../stores/draft'
import { kindOf, type Tile } from '../../texts/categories'
import { problemAt } from '../../texts/problems'
import { report as words } from '../../texts/report'

/** The places of the page a sentence can stand beside, from the top down. */
export const FIELDS = ['place', 'photoIds', 'detail', 'title', 'helped.name', 'helped.phone'] as const
export type FieldName = (typeof FIELDS)[number]
export type Sentences = Partial<Record<FieldName, string | undefined>>

export const isClean = (wrong: Sentences): boolean => FIELDS.every((field) => wrong[field] === undefined)

/** What is handed over: the draft with its title settled. */
export function reportOf(tile: Tile, writing: Writing): Report {
  const { where } = writing
  return {
    category: kindOf(tile, writing.kind).code,
    title: writing.title ?? proposedTitle(tile, writing),
    detail: writing.detail,
    place: { buildingId: where.building?.id ?? null, point: where.point, words: where.words },
    photoIds: writing.photos.map(({ id }) => id),
    anonymous: writing.anonymous,
    channel: writing.channel,
    ...helpedIn(writing),
  }
}

function helpedIn({ helped, child }: Writing): Pick<Report, 'helped' | 'childId'> {
  if (child) return { childId: child.id }
  if (!helped) return {}
  const phone = helped.phone.replace(/[\s-]/g, '')
  return { helped: { ...helped, phone: phone === '' ? null : phone } }
}

/** The same contract the server holds, asked before anything leaves, and what only a person can know is missing. */
export function sentencesFor(tile: Tile, writing: Writing): Sentences {
  const report = reportOf(tile, writing)
  return {
    ...sentencesOf(problemsIn(report)),
    ...(!tile.anywhere && isNowhere(report) && { place: words.where.missing }),
    ...(tile.needsWords && writing.detail.trim() === '' && { detail: words.words.detailMissing }),
    ...(writing.photos.some(({ state }) => state === 'refused') && { photoIds: words.words.photosMissing }),
  }
}

/** What the server, or the contract here, has to say: one sentence a field. */
export function sentencesOf(problems: Problem[] | undefined): Sentences {
  const said: Sentences = {}
  for (const field of FIELDS) said[field] = problemAt(problems, field)
  return said
}

function problemsIn(report: Report): Problem[] {
  const parsed = safeParse(concernCommands['concerns.submit'].input, report)
  return (parsed.issues ?? []).map((issue) => ({
    path: (issue.path ?? []).map((step) => String(step.key)).join('.'),
    problem: issue.type,
    ...(typeof issue.requirement === 'number' && { limit: issue.requirement }),
  }))
}

const isNowhere = ({ place }: Report): boolean =>
  place.buildingId === null && place.point === null && place.words.trim().length < 2
