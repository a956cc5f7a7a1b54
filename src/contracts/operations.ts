import type { InferInput, InferOutput } from 'valibot'
import { bodies } from './bodies'
import { buildings } from './buildings'
import { children } from './children'
import { client } from './client'
import { concernCommands } from './concern-commands'
import { concernQueries } from './concerns'
import { content } from './content'
import { council } from './council'
import { dashboard } from './dashboard'
import { evaluation } from './evaluation'
import { goals } from './goals'
import { grids } from './grids'
import { guardians } from './guardians'
import { hardship } from './hardship'
import { hazards } from './hazards'
import { heads } from './heads'
import { households } from './households'
import { inbox } from './inbox'
import { joint } from './joint'
import { lists } from './lists'
import { meetings } from './meetings'
import { messages } from './messages'
import { notices, offices } from './notices'
import { offers } from './offers'
import { opinions } from './opinions'
import { pairings } from './pairings'
import { people } from './people'
import { photos } from './photos'
import { places } from './places'
import { projects } from './projects'
import { register } from './register'
import { residences } from './residences'
import { rewards } from './rewards'
import { rights } from './rights'
import { rolls } from './rolls'
import { service } from './service'
import { slips } from './slips'
import { stations } from './stations'
import { statutes } from './statutes'
import { volunteers } from './volunteers'

/** The whole contract: every call a client can make, with what it takes, answers and needs. */
export const operations = {
  ...client,
  ...people,
  ...places,
  ...concernQueries,
  ...concernCommands,
  ...inbox,
  ...buildings,
  ...hazards,
  ...register,
  ...heads,
  ...council,
  ...meetings,
  ...dashboard,
  ...notices,
  ...residences,
  ...guardians,
  ...children,
  ...households,
  ...offices,
  ...content,
  ...joint,
  ...grids,
  ...stations,
  ...messages,
  ...photos,
  ...rights,
  ...evaluation,
  ...rewards,
  ...volunteers,
  ...service,
  ...opinions,
  ...projects,
  ...statutes,
  ...bodies,
  ...rolls,
  ...slips,
  ...pairings,
  ...hardship,
  ...offers,
  ...goals,
  ...lists,
}

export type Operations = typeof operations
export type OperationName = keyof Operations
export const OPERATION_NAMES = Object.keys(operations) as OperationName[]

/** What a caller writes. */
export type InputOf<Name extends OperationName> = InferInput<Operations[Name]['input']>
/** What a handler receives, defaults filled in. */
export type ParsedOf<Name extends OperationName> = InferOutput<Operations[Name]['input']>
export type OutputOf<Name extends OperationName> = InferOutput<Operations[Name]['output']>

type Named<Kind extends 'query' | 'command'> = {
  [Name in OperationName]: Operations[Name]['kind'] extends Kind ? Name : never
}[OperationName]
export type QueryName = Named<'query'>
export type CommandName = Named<'command'>
