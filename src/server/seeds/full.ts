import type { Part, SeedPorts } from './seed'
import type { World } from './world'
export const fullParts = (_world: World, _epoch: number, _ports: SeedPorts): Part[] => []
