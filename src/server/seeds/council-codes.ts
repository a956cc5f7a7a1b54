import { PILOT_ESTATE } from './codes'
import { personOf } from './personas'

/** The council of 金兴街20号小区, who leads it and who keeps its papers. */
export const COUNCIL = `council.${PILOT_ESTATE}`
export const CHAIR = personOf('head.023')
export const SECRETARY = personOf('secretary')
