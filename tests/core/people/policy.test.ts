import { ROLES } from '#core/people/actor'
import { ACTIONS, reachOf } from '#core/people/policy'

/**
 * The permission matrix typed again, so that no right changes silently. a any, o own, b building, g grid, l level,
 * w the one who works on it, u the step above ("up"), d a department called, n a unit of the council,
 * s living in its scope, c its chair, k its secretary, h either of them where it is of one house, a dot: no right.
 *
 * Columns: guest resident head volunteer captain pioneer | grid_staff grid_head secretary police traffic |
 * community_staff street_admin department auditor clock
 */
const MATRIX: Record<string, string> = {
  //                            GRhvcp sgept CADX k
  'public.read': /*          */ 'aaaaaa aaaaa aaaa .',
  'account.use': /*          */ '.aaaaa aaaaa aaaa .',
  'account.enter': /*        */ 'aaaaaa aaaaa aaaa .',
  'client.report': /*        */ 'aaaaaa aaaaa aaaa .',
  'concern.submit': /*       */ '.aaaaa aaaaa aa.. .',
  'concern.endorse': /*      */ '.aaaaa aaa.. a... .',
  'concern.read_reporter': /**/ '.ow... wg.ww ggwg .',
  'concern.triage': /*       */ '..b... gg... ll.. .',
  'concern.screen': /*       */ '...... gg... gg.. .',
  'content.review': /*       */ '...... gg... gg.. .',
  'concern.handle': /*       */ '..w... ww.ww www. .',
  'concern.resume': /*       */ '..w... ww.ww www. a',
  'concern.verify': /*       */ '...... gg... gg.. .',
  'concern.escalate': /*     */ '..w... ww.ww w... a',
  'concern.delegate': /*     */ '...... ww... ww.. .',
  'concern.whistle': /*      */ '...... ..... .l.. .',
  'concern.arrive': /*       */ '...... ..... ..d. .',
  'concern.extend': /*       */ '..w... ww.ww www. .',
  'concern.approve_extension': '...... .u... uu.. .',
  'concern.answer': /*       */ '.o.... ..... .... .',
  'concern.lapse': /*        */ '...... ..... .... a',
  'place.code': /*           */ '..a... aaa.. aa.. .',
  'staff.queue': /*          */ '..a... aaaaa aaa. .',
  'head.nominate': /*        */ '...... gg... .... .',
  'head.confirm': /*         */ '...... ..... g... .',
  'head.read': /*            */ '...... ggg.. gg.g .',
  'head.work': /*            */ '..b... ..... .... .',
  'residence.confirm': /*    */ '..b... g.... .... .',
  'notice.write': /*         */ '...... gg... gg.. .',
  'notice.pass_on': /*       */ '..b... ..... .... .',
  'person.find': /*          */ '...... aa... aa.. .',
  'office.read': /*          */ '...... ..... gg.g .',
  'office.assign': /*        */ '...... ..... gg.. .',
  'office.second': /*        */ '...... ..... .g.. .',
  'joint.open': /*           */ '...... ..... gg.. .',
  'joint.sign': /*           */ '..a... ..... .... .',
  'service.edit': /*         */ '...... ..... gg.. .',
  'department.edit': /*      */ '...... ..... .g.. .',
  'grid.change': /*          */ '...... ..... .g.. .',
  'motion.propose': /*       */ '.sn..g ggg.. g... .',
  'motion.second': /*        */ '.nn... ..... .... .',
  'motion.answer': /*        */ '.a.... ..... .... .',
  'motion.screen': /*        */ '...... ..g.. g... .',
  'motion.announce': /*      */ '...... ggg.. .... .',
  'motion.draw': /*          */ '.k.... ggg.. .... .',
  'motion.lead': /*          */ '.c.... ..... .... .',
  'motion.void': /*          */ '...... ..... gg.. .',
  'motion.review': /*        */ '...... ..... gg.. .',
  'motion.clock': /*         */ '...... ..... .... a',
  'meeting.plan': /*         */ '.c.... ggg.. .... .',
  'meeting.lead': /*         */ '.c.... ..... .... .',
  'meeting.attend': /*       */ '.nn... ..... .... .',
  'meeting.sign': /*         */ '.an... ..... .... .',
  'ballot.cast': /*          */ '.an... ..... .... .',
  'opinion.say': /*          */ '.s.... ..... .... .',
  'unit.speak': /*           */ '.nn... ..... .... .',
  'statute.keep': /*         */ '...... ..... .g.. .',
  'body.keep': /*            */ '...... ..... gg.. .',
  'body.keep_house': /*      */ '...... g.... gg.. .',
  'project.run': /*          */ '...... ggg.. g... .',
  'roll.strike': /*          */ '...... ggg.. g... .',
  'ballot.enter': /*         */ '.h.... gg... g... .',
  'building.read': /*        */ '..b... gg.gg gg.g .',
  'building.edit': /*        */ '..b... g.... g... .',
  'building.verify': /*      */ '...... g.... .... .',
  'building.read_owner': /*  */ '...... g..g. g..g .',
  'plate.apply': /*          */ '..b... g.... g... .',
  'plate.mount': /*          */ '...... g.... g... .',
  'plate.print': /*          */ '...... g.... gg.. .',
  'hazard.report': /*        */ '.aaaaa aaaaa aa.. .',
  'hazard.propose': /*       */ '...... gg... .... .',
  'hazard.grade': /*         */ '...... ..... ggg. .',
  'hazard.handle': /*        */ '...... gg... gg.. .',
  'hazard.finish': /*        */ '..b... gg... gg.. .',
  'hazard.review': /*        */ '...... ..... ggg. .',
  'inspection.record': /*    */ '..b... gg... g... .',
  'census.read': /*          */ '...... ggg.. gg.g .',
  'census.run': /*           */ '...... ..... .g.. .',
  'person.export': /*        */ '.aaaaa aaaaa aaaa .',
  'correction.answer': /*    */ '...... gg... gg.. .',
  'audit.read': /*           */ '...... ..... .g.g .',
  'register.import': /*      */ '...... ..... gg.. .',
  'register.export': /*      */ '...... gg... gg.g .',
  'resident.export': /*      */ '...... gg... g..g .',
  'resident.export_phones': /**/ '...... g.... g... .',
  'dashboard.exact': /*      */ '...... ggg.. gg.g .',
  'score.read': /*           */ '.....g ggg.. gg.g .',
  'score.confirm': /*        */ '...... ..... gg.. .',
  'score.answer': /*         */ '...... ..... gg.. .',
  'score.adjust': /*         */ '...... ..... gg.. .',
  'score.compute': /*        */ '...... ..... .g.. .',
  'score.rate': /*           */ '.a.... ..... .... .',
  'reward.read': /*          */ '.aaaaa aaaaa aa.a .',
  'reward.propose': /*       */ '...... ..g.. g... .',
  'reward.approve': /*       */ '...... ..... .g.. .',
  'task.write': /*           */ '..a.gg gg... g... .',
  'task.publish': /*         */ '....g. gg... g... .',
  'task.serve': /*           */ '.aaaaa aaaaa a... .',
  'service.confirm': /*      */ '....gg gg... g... .',
  'certificate.issue': /*    */ '...... ..... gg.. .',
  'points.offer': /*         */ '...... ..... g... .',
  'pairing.propose': /*      */ '..b..g ..g.. g... .',
  'pairing.assign': /*       */ '.....g ..g.. g... .',
  'pairing.read': /*         */ '....gg ggg.. g... .',
  'pairing.read_notes': /*   */ '....gg ..... g... .',
  'pairing.record_consent': /**/ '...... g.... g... .',
  'pairing.serve': /*        */ '.a.... ..... .... .',
  'hardship.report': /*      */ '.a.... ..... .... .',
  'hardship.open': /*        */ '...... gg... g... .',
  'hardship.read': /*        */ '.....w w.g.. g... .',
  'hardship.work': /*        */ '.....w w.w.. g... .',
  'hardship.assess': /*      */ '...... ..... g... .',
  'hardship.second': /*      */ '...... ..g.. g... .',
  'offer.write': /*          */ '....g. gg... g... .',
  'offer.book': /*           */ '.a.... ..... .... .',
  'goal.set': /*             */ '...... ggg.. g... .',
  'list.meet': /*            */ '....gg ggggg gg.g .',
}

const REACH_OF: Record<string, string | undefined> = {
  a: 'any',
  o: 'own',
  b: 'building',
  g: 'grid',
  l: 'level',
  w: 'owner',
  u: 'above',
  d: 'department',
  n: 'unit',
  s: 'scope',
  c: 'chair',
  k: 'keeper',
  h: 'house_lead',
  '.': undefined,
}

const SIXTEEN = ROLES.slice(0, 16)

test('the matrix has a line for every action and no other', () => {
  expect(Object.keys(MATRIX)).toEqual([...ACTIONS])
})

test.each(ACTIONS)('%s reaches as far for each of the sixteen roles as the street agreed', (action) => {
  const cells = [...(MATRIX[action] ?? '').replace(/ /g, '')]
  expect(cells).toHaveLength(SIXTEEN.length)
  const agreed = SIXTEEN.map((role, i) => [role, REACH_OF[cells[i] ?? '']])
  expect(SIXTEEN.map((role) => [role, reachOf(action, role)])).toEqual(agreed)
})

test('who speaks for a party of a joint matter signs for it, in his own grids, and may nothing else', () => {
  for (const role of ROLES.slice(SIXTEEN.length)) {
    const rights = ACTIONS.flatMap((action) => {
      const reach = reachOf(action, role)
      return reach ? [[action, reach]] : []
    })
    expect(rights).toEqual([['joint.sign', 'grid']])
  }
})
